package org.budgetledger.projections.words;

import java.util.List;
import org.budgetledger.api.Money;
import org.budgetledger.api.pool.PoolAuthorisationCancelled;
import org.budgetledger.api.pool.PoolClosed;
import org.budgetledger.api.pool.PoolContributionReceived;
import org.budgetledger.api.pool.PoolEvent;
import org.budgetledger.api.pool.PoolMemberJoined;
import org.budgetledger.api.pool.PoolMemberLeft;
import org.budgetledger.api.pool.PoolOpened;
import org.budgetledger.api.pool.PoolRefundReceived;
import org.budgetledger.api.pool.PoolSpendAuthorised;
import org.budgetledger.api.pool.PoolSpendRecorded;
import org.budgetledger.api.pool.ReturnedShare;

/** What happened in a pool, as sentences. */
final class PoolInWords {
    private PoolInWords() {}

    static String of(PoolEvent event) {
        return switch (event) {
            case PoolOpened e ->
                "The pool was opened on %s%s.".formatted(Phrases.day(e.effectiveOn()), Phrases.quoted(e.purpose()));
            case PoolMemberJoined e ->
                "A member joined on %s with a weight of %,d.".formatted(Phrases.day(e.effectiveOn()), e.weight());
            case PoolContributionReceived e ->
                "A member put in %s of %s on %s."
                        .formatted(
                                e.amount(), Phrases.account(e.deployment(), e.stream()), Phrases.day(e.effectiveOn()));
            case PoolSpendAuthorised e ->
                "%s of the pool was authorised on %s%s%s."
                        .formatted(
                                e.amount(),
                                Phrases.day(e.effectiveOn()),
                                Phrases.lapsing(e.lapsesOn()),
                                Phrases.quoted(e.purpose()));
            case PoolAuthorisationCancelled e ->
                "An authorisation of the pool was cancelled on %s.".formatted(Phrases.day(e.effectiveOn()));
            case PoolSpendRecorded e ->
                "%s of the pool was spent on %s, %s%s, borne by %s.%s"
                        .formatted(
                                e.amount(),
                                Phrases.day(e.effectiveOn()),
                                Phrases.evidence(e.evidence()),
                                Phrases.quoted(e.description()),
                                members(e.shares().size()),
                                Phrases.flagged(e.flags()));
            case PoolRefundReceived e ->
                "%s was refunded to the pool on %s, %s, for %s."
                        .formatted(
                                e.amount(),
                                Phrases.day(e.effectiveOn()),
                                Phrases.evidence(e.evidence()),
                                members(e.shares().size()));
            case PoolMemberLeft e ->
                "A member left on %s and took %s.".formatted(Phrases.day(e.effectiveOn()), total(e.returned()));
            case PoolClosed e ->
                "The pool was closed on %s and %s went back to %s."
                        .formatted(
                                Phrases.day(e.effectiveOn()),
                                total(e.returns().stream()
                                        .flatMap(member -> member.returned().stream())
                                        .toList()),
                                members(e.returns().size()));
        };
    }

    private static String members(int number) {
        return Phrases.count(number, "member", "members");
    }

    private static Money total(List<ReturnedShare> shares) {
        return shares.stream().map(share -> share.amount().money()).reduce(Money.ZERO, Money::plus);
    }
}
