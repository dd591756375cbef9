package org.budgetledger.projections.account;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.allocation.BudgetAllocated;
import org.budgetledger.api.budget.allocation.BudgetOpened;
import org.budgetledger.api.budget.earmark.EarmarkReleased;
import org.budgetledger.api.budget.earmark.EarmarkSet;
import org.budgetledger.api.budget.payment.ContributionReceived;
import org.budgetledger.api.budget.payment.CreditKind;
import org.budgetledger.api.budget.payment.CreditReceived;
import org.budgetledger.api.budget.payment.CreditResolved;
import org.budgetledger.api.budget.payment.InterestReceived;
import org.budgetledger.api.budget.payment.PaymentReleased;
import org.budgetledger.api.budget.payment.TopUpReceived;
import org.budgetledger.api.budget.pooling.ContributedToPool;
import org.budgetledger.api.budget.pooling.PoolShareReturned;
import org.budgetledger.api.budget.spending.AuthorisationCancelled;
import org.budgetledger.api.budget.spending.EntryKind;
import org.budgetledger.api.budget.spending.EntryReversed;
import org.budgetledger.api.budget.spending.RefundReceived;
import org.budgetledger.api.budget.spending.SpendAccepted;
import org.budgetledger.api.budget.spending.SpendAuthorised;
import org.budgetledger.api.budget.spending.SpendDisallowed;
import org.budgetledger.api.budget.spending.SpendRecorded;
import org.budgetledger.api.budget.transfer.MovedBetweenDeployments;
import org.budgetledger.api.budget.transfer.TransferredBetweenStreams;

/** What a day looked like to whoever knew the first events of a budget: those that count, added up one by one. */
final class NaiveAsAt {
    private final LocalDate day;
    private final Map<ItemId, Long> earmarks = new HashMap<>();
    private final Map<ItemId, Long> freed = new HashMap<>();
    private final Map<ItemId, SpendAuthorised> authorisations = new HashMap<>();
    private final Map<EntryId, Long> debts = new HashMap<>();
    private final java.util.Set<ItemId> done = new java.util.HashSet<>();
    private long money;
    private long suspense;

    NaiveAsAt(List<BudgetEvent> known, LocalDate day) {
        this.day = day;
        known.forEach(this::add);
    }

    long balance() {
        return money;
    }

    long debt() {
        return debts.values().stream().mapToLong(Long::longValue).sum();
    }

    long free() {
        var held = authorisations.values().stream()
                .filter(e -> !done.contains(e.authorisationId()))
                .filter(e -> e.lapsesOn() == null || day.isBefore(e.lapsesOn()))
                .mapToLong(e -> e.amount().pence())
                .sum();
        var kept = earmarks.entrySet().stream()
                .mapToLong(e -> e.getValue() - freed.getOrDefault(e.getKey(), 0L))
                .sum();
        return money - suspense - held - kept;
    }

    private void add(BudgetEvent event) {
        switch (event) {
            case BudgetOpened _ -> {}
            case BudgetAllocated e -> {
                // A rate that sevens divide: so much a day, and nothing to round.
                for (var on = e.effectiveFrom(); !on.isAfter(day); on = on.plusDays(1)) {
                    money += e.weekly() == null ? 0 : e.weekly().pence() / 7;
                }
            }
            case PaymentReleased e ->
                e.lines().forEach(line -> in(e.effectiveOn(), line.amount().pence()));
            case ContributionReceived e -> in(e.effectiveOn(), e.amount().pence());
            case TopUpReceived e -> in(e.effectiveOn(), e.amount().pence());
            case InterestReceived e -> in(e.effectiveOn(), e.amount().pence());
            case CreditReceived e -> {
                in(e.effectiveOn(), e.amount().pence());
                suspended(e.effectiveOn(), e.amount().pence());
            }
            case CreditResolved e -> {
                suspended(e.effectiveOn(), -e.amount().pence());
                in(
                        e.effectiveOn(),
                        e.resolvedAs() == CreditKind.RETURNED ? -e.amount().pence() : 0);
            }
            case SpendRecorded e -> {
                in(e.effectiveOn(), -e.amount().pence());
                if (e.authorisationId() != null && counts(e.effectiveOn())) {
                    done.add(e.authorisationId());
                }
            }
            case RefundReceived e -> in(e.effectiveOn(), e.amount().pence());
            case EntryReversed e -> {
                in(
                        e.effectiveOn(),
                        e.kind() == EntryKind.SPEND
                                ? e.amount().pence()
                                : -e.amount().pence());
                suspended(
                        e.effectiveOn(),
                        e.kind() == EntryKind.CREDIT ? -e.amount().pence() : 0);
            }
            case MovedBetweenDeployments _, TransferredBetweenStreams _ -> {}
            case ContributedToPool e -> in(e.effectiveOn(), -e.amount().pence());
            case PoolShareReturned e -> in(e.effectiveOn(), e.amount().pence());
            case EarmarkSet e -> {
                if (counts(e.effectiveOn())) {
                    earmarks.put(e.earmarkId(), e.amount().pence());
                }
            }
            case EarmarkReleased e -> {
                if (counts(e.effectiveOn())) {
                    freed.merge(e.earmarkId(), e.amount().pence(), Long::sum);
                }
            }
            case SpendAuthorised e -> {
                if (counts(e.effectiveOn())) {
                    authorisations.put(e.authorisationId(), e);
                }
            }
            case AuthorisationCancelled e -> {
                if (counts(e.effectiveOn())) {
                    done.add(e.authorisationId());
                }
            }
            case SpendDisallowed e -> {
                if (counts(e.effectiveOn())) {
                    debts.put(e.spendId(), e.amount().pence());
                }
            }
            case SpendAccepted e -> {
                if (counts(e.effectiveOn())) {
                    debts.remove(e.spendId());
                }
            }
            default -> throw new IllegalStateException("the model does not know " + event);
        }
    }

    private void in(LocalDate on, long pence) {
        money += counts(on) ? pence : 0;
    }

    private void suspended(LocalDate on, long pence) {
        suspense += counts(on) ? pence : 0;
    }

    private boolean counts(LocalDate on) {
        return !on.isAfter(day);
    }
}
