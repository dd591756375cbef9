package org.budgetledger.service.budget.scheme;

import java.time.LocalDate;
import java.util.Optional;
import org.budgetledger.api.policy.PolicyPackId;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The policy packs that a budget has been under, in order.
 *
 * @param first the one it was opened with; none where that is the authority's
 */
public record Adoptions(@Nullable PolicyPackId first, PVector<Adopted> later) {
    public static final Adoptions NONE = new Adoptions(null, TreePVector.empty());

    /** One adoption and its first day. */
    public record Adopted(PolicyPackId pack, LocalDate from) {}

    /** The pack in force on a day; none where that is the authority's. */
    public Optional<PolicyPackId> on(LocalDate day) {
        return later.stream()
                .filter(adopted -> !adopted.from().isAfter(day))
                .reduce((_, latest) -> latest)
                .map(Adopted::pack)
                .or(() -> Optional.ofNullable(first));
    }

    Optional<LocalDate> lastFrom() {
        return later.isEmpty() ? Optional.empty() : Optional.of(later.getLast().from());
    }

    public Adoptions openedWith(@Nullable PolicyPackId pack) {
        return new Adoptions(pack, later);
    }

    public Adoptions adopting(PolicyPackId pack, LocalDate from) {
        return new Adoptions(first, later.plus(new Adopted(pack, from)));
    }
}
