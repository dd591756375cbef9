package org.budgetledger.projections.control;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.budget.control.AgreementLapsed;
import org.budgetledger.api.budget.control.AgreementSigned;
import org.budgetledger.api.budget.control.ControlChosen;
import org.budgetledger.api.budget.control.ControlEvent;
import org.budgetledger.api.budget.control.DeploymentsSet;
import org.budgetledger.api.budget.control.PayeeSet;
import org.budgetledger.api.budget.control.PayeeVerified;
import org.budgetledger.api.budget.control.TrusteesChanged;
import org.budgetledger.projections.facts.Facts;
import org.jspecify.annotations.Nullable;

/**
 * Where a trust stands: its agreement, its trustees, and a shortage of them (R17).
 *
 * @param agreement the latest that was signed
 * @param trustees as last changed, or as first agreed
 * @param putRightBy the last day to put a shortage right; none when there are enough
 * @param lapsedOn the day from which it was ended
 */
public record TrustAgreement(
        AgreementSigned agreement,
        List<PersonRef> trustees,
        @Nullable LocalDate putRightBy,
        @Nullable LocalDate lapsedOn) {
    public TrustAgreement {
        trustees = List.copyOf(trustees);
    }

    /** The agreement of a deployment; none before one is signed. */
    public static Optional<TrustAgreement> of(Facts facts, DeploymentId deployment) {
        TrustAgreement standing = null;
        for (var event : facts.of(ControlEvent.class)) {
            standing = after(standing, event, deployment);
        }
        return Optional.ofNullable(standing);
    }

    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(agreement.inForceFrom())
                && (agreement.lapsesOn() == null || day.isBefore(agreement.lapsesOn()))
                && (lapsedOn == null || day.isBefore(lapsedOn));
    }

    /** The first day that a shortage of trustees is overdue. */
    public @Nullable LocalDate shortageOverdueFrom() {
        return putRightBy == null ? null : putRightBy.plusDays(1);
    }

    public boolean shortageOverdueOn(LocalDate day) {
        return putRightBy != null && day.isAfter(putRightBy);
    }

    private static @Nullable TrustAgreement after(
            @Nullable TrustAgreement before, ControlEvent event, DeploymentId deployment) {
        return switch (event) {
            case AgreementSigned e
            when e.deployment().equals(deployment) ->
                new TrustAgreement(e, e.trust() == null ? List.of() : e.trust().trustees(), null, null);
            case TrusteesChanged e
            when before != null && e.deployment().equals(deployment) ->
                new TrustAgreement(before.agreement(), e.trustees(), e.putRightBy(), before.lapsedOn());
            case AgreementLapsed e
            when before != null && e.deployment().equals(deployment) ->
                new TrustAgreement(before.agreement(), before.trustees(), before.putRightBy(), e.effectiveOn());
            case AgreementSigned _,
                    TrusteesChanged _,
                    AgreementLapsed _,
                    ControlChosen _,
                    DeploymentsSet _,
                    PayeeSet _,
                    PayeeVerified _ -> before;
        };
    }
}
