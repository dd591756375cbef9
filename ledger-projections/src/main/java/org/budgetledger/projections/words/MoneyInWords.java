package org.budgetledger.projections.words;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.Evidence;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.budget.earmark.EarmarkEvent;
import org.budgetledger.api.budget.earmark.EarmarkReleased;
import org.budgetledger.api.budget.earmark.EarmarkSet;
import org.budgetledger.api.budget.payment.ContributionReceived;
import org.budgetledger.api.budget.payment.CreditKind;
import org.budgetledger.api.budget.payment.CreditReceived;
import org.budgetledger.api.budget.payment.CreditResolved;
import org.budgetledger.api.budget.payment.InterestReceived;
import org.budgetledger.api.budget.payment.PaymentEvent;
import org.budgetledger.api.budget.payment.PaymentFailed;
import org.budgetledger.api.budget.payment.PaymentReleased;
import org.budgetledger.api.budget.payment.TopUpReceived;
import org.budgetledger.api.budget.pooling.ContributedToPool;
import org.budgetledger.api.budget.pooling.LeftPool;
import org.budgetledger.api.budget.pooling.PoolShareReturned;
import org.budgetledger.api.budget.pooling.PoolingEvent;
import org.budgetledger.api.budget.spending.AuthorisationCancelled;
import org.budgetledger.api.budget.spending.EntryReversed;
import org.budgetledger.api.budget.spending.QueryAnswered;
import org.budgetledger.api.budget.spending.RefundReceived;
import org.budgetledger.api.budget.spending.SpendAccepted;
import org.budgetledger.api.budget.spending.SpendAuthorised;
import org.budgetledger.api.budget.spending.SpendDisallowed;
import org.budgetledger.api.budget.spending.SpendQueried;
import org.budgetledger.api.budget.spending.SpendRecorded;
import org.budgetledger.api.budget.spending.SpendingEvent;
import org.budgetledger.api.budget.transfer.MovedBetweenDeployments;
import org.budgetledger.api.budget.transfer.TransferEvent;
import org.budgetledger.api.budget.transfer.TransferredBetweenStreams;

/** What happened to money, as sentences. */
final class MoneyInWords {
    private MoneyInWords() {}

    static String payment(PaymentEvent event) {
        return switch (event) {
            case PaymentReleased e ->
                "%s was released to %s on %s%s: %s."
                        .formatted(
                                e.total(),
                                e.deployment(),
                                Phrases.day(e.effectiveOn()),
                                e.periodFrom() == null || e.periodTo() == null
                                        ? ""
                                        : " for " + Phrases.day(e.periodFrom()) + " to " + Phrases.day(e.periodTo()),
                                e.lines().isEmpty()
                                        ? "all that was due was taken off what had been paid too much"
                                        : e.lines().stream()
                                                .map(line -> line.amount() + " of " + Phrases.plain(line.stream()))
                                                .collect(Collectors.joining(", ")));
            case PaymentFailed e ->
                "The payment of %s to %s failed or came back on %s."
                        .formatted(e.total(), e.deployment(), Phrases.day(e.effectiveOn()));
            case ContributionReceived e ->
                received(
                        "came in as the person’s contribution to",
                        e.amount(),
                        e.deployment(),
                        e.stream(),
                        e.effectiveOn(),
                        e.evidence());
            case TopUpReceived e ->
                received(
                        "of the person’s own money came in to",
                        e.amount(),
                        e.deployment(),
                        e.stream(),
                        e.effectiveOn(),
                        e.evidence());
            case InterestReceived e ->
                received(
                        "of interest came in to",
                        e.amount(),
                        e.deployment(),
                        e.stream(),
                        e.effectiveOn(),
                        e.evidence());
            case CreditReceived e ->
                switch (e.holding()) {
                    case SUSPENSE ->
                        received(
                                "that no one has explained yet came in to",
                                e.amount(),
                                e.deployment(),
                                e.stream(),
                                e.effectiveOn(),
                                e.evidence());
                    case QUARANTINE ->
                        received(
                                "that looks like a top-up where none is allowed came in to",
                                e.amount(),
                                e.deployment(),
                                e.stream(),
                                e.effectiveOn(),
                                e.evidence());
                };
            case CreditResolved e ->
                e.resolvedAs() == CreditKind.RETURNED
                        ? "An unexplained credit of %s was given back from %s on %s."
                                .formatted(
                                        e.amount(),
                                        Phrases.account(e.deployment(), e.stream()),
                                        Phrases.day(e.effectiveOn()))
                        : "An unexplained credit of %s to %s was found on %s to be a %s."
                                .formatted(
                                        e.amount(),
                                        Phrases.account(e.deployment(), e.stream()),
                                        Phrases.day(e.effectiveOn()),
                                        Phrases.plain(e.resolvedAs()));
        };
    }

    private static String received(
            String how, Amount amount, DeploymentId deployment, FundingStream stream, LocalDate on, Evidence evidence) {
        return "%s %s %s on %s, %s."
                .formatted(
                        amount, how, Phrases.account(deployment, stream), Phrases.day(on), Phrases.evidence(evidence));
    }

    static String spending(SpendingEvent event) {
        return switch (event) {
            case SpendAuthorised e ->
                "%s was authorised from %s on %s%s%s."
                        .formatted(
                                e.amount(),
                                Phrases.account(e.deployment(), e.stream()),
                                Phrases.day(e.effectiveOn()),
                                Phrases.lapsing(e.lapsesOn()),
                                Phrases.quoted(e.purpose()));
            case AuthorisationCancelled e ->
                "An authorisation was cancelled on %s.".formatted(Phrases.day(e.effectiveOn()));
            case SpendRecorded e ->
                "%s was spent from %s on %s, %s%s.%s"
                        .formatted(
                                e.amount(),
                                Phrases.account(e.deployment(), e.stream()),
                                Phrases.day(e.effectiveOn()),
                                Phrases.evidence(e.evidence()),
                                Phrases.quoted(e.description()),
                                Phrases.flagged(e.flags()));
            case RefundReceived e ->
                received("was refunded to", e.amount(), e.deployment(), e.stream(), e.effectiveOn(), e.evidence());
            case EntryReversed e ->
                "A %s of %s on %s was reversed on %s."
                        .formatted(
                                Phrases.plain(e.kind()),
                                e.amount(),
                                Phrases.account(e.deployment(), e.stream()),
                                Phrases.day(e.effectiveOn()));
            case SpendQueried e ->
                "A spend was asked about on %s%s.".formatted(Phrases.day(e.effectiveOn()), e.late() ? ", late" : "");
            case QueryAnswered e ->
                "A question about a spend was answered on %s.".formatted(Phrases.day(e.effectiveOn()));
            case SpendAccepted e ->
                "A spend that was asked about was accepted on %s.".formatted(Phrases.day(e.effectiveOn()));
            case SpendDisallowed e ->
                "%s spent from %s was disallowed on %s and is owed."
                        .formatted(
                                e.amount(), Phrases.account(e.deployment(), e.stream()), Phrases.day(e.effectiveOn()));
        };
    }

    static String earmark(EarmarkEvent event) {
        return switch (event) {
            case EarmarkSet e ->
                "%s of %s was set aside on %s as %s%s."
                        .formatted(
                                e.amount(),
                                Phrases.account(e.deployment(), e.stream()),
                                Phrases.day(e.effectiveOn()),
                                Phrases.plain(e.purpose()),
                                Phrases.quoted(e.description()));
            case EarmarkReleased e ->
                "%s of %s that was set aside is free again from %s."
                        .formatted(
                                e.amount(), Phrases.account(e.deployment(), e.stream()), Phrases.day(e.effectiveOn()));
        };
    }

    static String transfer(TransferEvent event) {
        return switch (event) {
            case MovedBetweenDeployments e ->
                "%s of %s was moved from %s to %s on %s."
                        .formatted(
                                e.amount(),
                                Phrases.plain(e.stream()),
                                e.fromDeployment(),
                                e.toDeployment(),
                                Phrases.day(e.effectiveOn()));
            case TransferredBetweenStreams e ->
                "%s of %s was transferred from %s to %s on %s under the agreement %s."
                        .formatted(
                                e.amount(),
                                e.deployment(),
                                Phrases.plain(e.fromStream()),
                                Phrases.plain(e.toStream()),
                                Phrases.day(e.effectiveOn()),
                                e.agreementReference());
        };
    }

    static String pooling(PoolingEvent event) {
        return switch (event) {
            case ContributedToPool e ->
                "%s of %s went into a pool on %s."
                        .formatted(
                                e.amount(), Phrases.account(e.deployment(), e.stream()), Phrases.day(e.effectiveOn()));
            case PoolShareReturned e ->
                "%s came back from a pool to %s on %s."
                        .formatted(
                                e.amount(), Phrases.account(e.deployment(), e.stream()), Phrases.day(e.effectiveOn()));
            case LeftPool e ->
                "A share in a pool ended on %s with nothing left of it.".formatted(Phrases.day(e.effectiveOn()));
        };
    }
}
