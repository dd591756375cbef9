package org.budgetledger.service.budget.control;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.budget.control.ApprovalRule;
import org.budgetledger.api.budget.control.TrustTerms;
import org.jspecify.annotations.Nullable;

/** One agreement of a deployment, as it stands. */
public record Agreement(
        LocalDate inForceFrom,
        @Nullable LocalDate lapsesOn,
        @Nullable TrustTerms trust,
        @Nullable ApprovalRule rule) {
    boolean inForceOn(LocalDate day) {
        return !day.isBefore(inForceFrom) && (lapsesOn == null || day.isBefore(lapsesOn));
    }

    /** Ended on a day, if it had not ended of itself by then. */
    Agreement lapsing(LocalDate day) {
        return lapsesOn != null && lapsesOn.isBefore(day) ? this : new Agreement(inForceFrom, day, trust, rule);
    }

    Agreement withTrustees(List<PersonRef> trustees) {
        var terms = Objects.requireNonNull(trust, "only a trust has trustees");
        // A quorum agreed for more trustees than are left asks for all who are left.
        var quorum = terms.quorum() == null ? null : Integer.valueOf(Math.min(terms.quorum(), trustees.size()));
        return trustees.isEmpty()
                ? this
                : new Agreement(
                        inForceFrom,
                        lapsesOn,
                        new TrustTerms(terms.purpose(), terms.accountability(), trustees, quorum),
                        rule);
    }
}
