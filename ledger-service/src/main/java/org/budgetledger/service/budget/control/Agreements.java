package org.budgetledger.service.budget.control;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The agreements of one deployment in the order they were signed. A new one may be signed while the old one still runs, and on
 * each day the one signed last among those in force counts.
 */
public record Agreements(@JsonValue PVector<Agreement> signed) {
    static final Agreements NONE = new Agreements(TreePVector.empty());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Agreements {}

    Optional<Agreement> inForceOn(LocalDate day) {
        return signed.reversed().stream()
                .filter(agreement -> agreement.inForceOn(day))
                .findFirst();
    }

    Optional<Agreement> latest() {
        return signed.isEmpty() ? Optional.empty() : Optional.of(signed.getLast());
    }

    Agreements with(Agreement agreement) {
        return new Agreements(signed.plus(agreement));
    }

    /** All of them ended on a day. */
    Agreements lapsing(LocalDate day) {
        return new Agreements(TreePVector.from(
                signed.stream().map(agreement -> agreement.lapsing(day)).toList()));
    }

    Agreements changingLatest(UnaryOperator<Agreement> change) {
        return signed.isEmpty() ? this : new Agreements(signed.with(signed.size() - 1, change.apply(signed.getLast())));
    }
}
