package org.budgetledger.service.budget.account;

import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Function;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.earmark.EarmarkEvent;
import org.budgetledger.api.budget.earmark.EarmarkReleased;
import org.budgetledger.api.budget.earmark.EarmarkSet;
import org.budgetledger.api.budget.payment.ContributionReceived;
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
import org.budgetledger.api.budget.recovery.ContributionRefunded;
import org.budgetledger.api.budget.recovery.DebtWrittenOff;
import org.budgetledger.api.budget.recovery.FundsRecovered;
import org.budgetledger.api.budget.recovery.RecoveryEvent;
import org.budgetledger.api.budget.recovery.RecoveryNoticeIssued;
import org.budgetledger.api.budget.recovery.RepresentationRecorded;
import org.budgetledger.api.budget.recovery.SurplusIdentified;
import org.budgetledger.api.budget.spending.AuthorisationCancelled;
import org.budgetledger.api.budget.spending.EntryKind;
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
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * The holding book of one budget: what money its accounts hold, what of it is set aside, and every entry that made it so.
 *
 * @param held the balance of each account, credits that are not explained yet included
 * @param payments what was released, so that it can be taken back when it fails
 * @param pools the pools it has a share in
 * @param unexplained the credits in suspense or quarantine: in the balance, not free (R13)
 */
public record Account(
        PMap<AccountKey, Money> held,
        PMap<AccountKey, Money> unexplained,
        PMap<EntryId, Entry> entries,
        PMap<ItemId, SetAside> authorisations,
        PMap<ItemId, SetAside> earmarks,
        PMap<EntryId, Payment> payments,
        PSet<PoolId> pools) {
    public static final Account EMPTY = new Account(
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            HashTreePSet.empty());

    public Money held(AccountKey account) {
        return held.getOrDefault(account, Money.ZERO);
    }

    public Money unexplained(AccountKey account) {
        return unexplained.getOrDefault(account, Money.ZERO);
    }

    public boolean knows(EntryId entry) {
        return entries.containsKey(entry);
    }

    /** The entry of this id if it is of this kind, reversed ones included. */
    public @Nullable Entry entry(EntryId id, EntryKind kind) {
        var entry = entries.get(id);
        return entry != null && entry.kind() == kind ? entry : null;
    }

    Money setAsideOn(LocalDate day, AccountKey account) {
        return authorisedOn(day, account).plus(earmarkedOn(day, account));
    }

    public Money authorisedOn(LocalDate day, AccountKey account) {
        return left(authorisations, day, account);
    }

    public Money earmarkedOn(LocalDate day, AccountKey account) {
        return left(earmarks, day, account);
    }

    private static Money left(PMap<ItemId, SetAside> items, LocalDate day, AccountKey account) {
        return items.values().stream()
                .filter(item -> item.account().equals(account) && item.standsOn(day))
                .map(SetAside::left)
                .reduce(Money.ZERO, Money::plus);
    }

    public boolean authorisationStands(ItemId id, LocalDate day) {
        var authorisation = authorisations.get(id);
        return authorisation != null && authorisation.standsOn(day);
    }

    public Account evolve(PaymentEvent event) {
        return switch (event) {
            case PaymentReleased e -> released(e);
            case PaymentFailed e -> failed(e);
            case ContributionReceived e ->
                received(
                        EntryKind.CONTRIBUTION,
                        e.contributionId(),
                        e.deployment(),
                        e.stream(),
                        e.amount(),
                        e.effectiveOn());
            case TopUpReceived e ->
                received(EntryKind.TOP_UP, e.topUpId(), e.deployment(), e.stream(), e.amount(), e.effectiveOn());
            case InterestReceived e ->
                received(EntryKind.INTEREST, e.interestId(), e.deployment(), e.stream(), e.amount(), e.effectiveOn());
            case CreditReceived e ->
                received(EntryKind.CREDIT, e.creditId(), e.deployment(), e.stream(), e.amount(), e.effectiveOn())
                        .unexplained(
                                new AccountKey(e.deployment(), e.stream()),
                                e.amount().money());
            case CreditResolved e -> resolved(e);
        };
    }

    public Account evolve(SpendingEvent event) {
        return switch (event) {
            case SpendAuthorised e ->
                authorised(
                        e.authorisationId(),
                        new SetAside(
                                new AccountKey(e.deployment(), e.stream()),
                                e.amount().money(),
                                e.lapsesOn()));
            case AuthorisationCancelled e -> usedUp(e.authorisationId());
            case SpendRecorded e -> {
                var account = new AccountKey(e.deployment(), e.stream());
                yield moved(account, e.amount().money().negated())
                        .entered(e.spendId(), EntryKind.SPEND, account, e.amount(), e.effectiveOn(), null)
                        .usedUp(e.authorisationId());
            }
            case RefundReceived e -> {
                var account = new AccountKey(e.deployment(), e.stream());
                yield moved(account, e.amount().money())
                        .entered(e.refundId(), EntryKind.REFUND, account, e.amount(), e.effectiveOn(), e.spendId())
                        .changed(
                                e.spendId(),
                                spend -> spend.refundedBy(e.amount().money()));
            }
            case EntryReversed e -> reversed(e);
            case SpendQueried _, QueryAnswered _, SpendAccepted _ -> this;
            case SpendDisallowed e -> changed(e.spendId(), Entry::settledNow);
        };
    }

    public Account evolve(EarmarkEvent event) {
        return switch (event) {
            case EarmarkSet e ->
                earmarked(
                        e.earmarkId(),
                        new SetAside(
                                new AccountKey(e.deployment(), e.stream()),
                                e.amount().money(),
                                null));
            case EarmarkReleased e -> {
                var earmark = earmarks.get(e.earmarkId());
                yield earmark == null ? this : earmarked(e.earmarkId(), earmark.less(e.amount()));
            }
        };
    }

    public Account evolve(TransferEvent event) {
        return switch (event) {
            case MovedBetweenDeployments e -> {
                var from = new AccountKey(e.fromDeployment(), e.stream());
                yield moved(from, e.amount().money().negated())
                        .moved(
                                new AccountKey(e.toDeployment(), e.stream()),
                                e.amount().money())
                        .entered(e.moveId(), null, from, e.amount(), e.effectiveOn(), null);
            }
            case TransferredBetweenStreams e -> {
                var from = new AccountKey(e.deployment(), e.fromStream());
                yield moved(from, e.amount().money().negated())
                        .moved(
                                new AccountKey(e.deployment(), e.toStream()),
                                e.amount().money())
                        .entered(e.transferId(), null, from, e.amount(), e.effectiveOn(), null);
            }
        };
    }

    public Account evolve(PoolingEvent event) {
        return switch (event) {
            case ContributedToPool e -> {
                var account = new AccountKey(e.deployment(), e.stream());
                yield moved(account, e.amount().money().negated())
                        .entered(e.contributionId(), null, account, e.amount(), e.effectiveOn(), null)
                        .inPools(pools.plus(e.poolId()));
            }
            case PoolShareReturned e ->
                moved(new AccountKey(e.deployment(), e.stream()), e.amount().money())
                        .inPools(pools.minus(e.poolId()));
            case LeftPool e -> inPools(pools.minus(e.poolId()));
        };
    }

    public Account evolve(RecoveryEvent event) {
        return switch (event) {
            case FundsRecovered e
            when !e.paidFromElsewhere() ->
                taken(new AccountKey(e.deployment(), e.stream()), e.recoveryId(), e.amount(), e.effectiveOn());
            case ContributionRefunded e ->
                taken(new AccountKey(e.deployment(), e.stream()), e.refundId(), e.amount(), e.effectiveOn());
            case FundsRecovered _,
                    SurplusIdentified _,
                    RecoveryNoticeIssued _,
                    RepresentationRecorded _,
                    DebtWrittenOff _ -> this;
        };
    }

    /** R14: the person's own money that came in, less what of it was reversed. */
    public Money topUps(AccountKey account) {
        return entries.values().stream()
                .filter(entry -> entry.kind() == EntryKind.TOP_UP
                        && !entry.settled()
                        && entry.account().equals(account))
                .map(entry -> entry.amount().money())
                .reduce(Money.ZERO, Money::plus);
    }

    private Account taken(AccountKey account, EntryId id, Amount amount, LocalDate on) {
        return moved(account, amount.money().negated()).entered(id, null, account, amount, on, null);
    }

    private Account inPools(PSet<PoolId> changed) {
        return new Account(held, unexplained, entries, authorisations, earmarks, payments, changed);
    }

    private Account released(PaymentReleased e) {
        var after = this;
        for (var line : e.lines()) {
            var account = new AccountKey(e.deployment(), line.stream());
            after = after.moved(account, line.amount().money())
                    .entered(e.paymentId(), null, account, line.amount(), e.effectiveOn(), null);
        }
        return after.paid(e.paymentId(), new Payment(e.deployment(), e.lines(), e.adjustments(), false));
    }

    private Account failed(PaymentFailed e) {
        var after = this;
        for (var line : e.lines()) {
            var account = new AccountKey(e.deployment(), line.stream());
            after = after.moved(account, line.amount().money().negated())
                    .entered(e.failureId(), null, account, line.amount(), e.effectiveOn(), null);
        }
        return after.paid(e.paymentId(), new Payment(e.deployment(), e.lines(), e.reopened(), true));
    }

    private Account paid(EntryId id, Payment payment) {
        return new Account(held, unexplained, entries, authorisations, earmarks, payments.plus(id, payment), pools);
    }

    private Account received(
            EntryKind kind, EntryId id, DeploymentId deployment, FundingStream stream, Amount amount, LocalDate on) {
        var account = new AccountKey(deployment, stream);
        return moved(account, amount.money()).entered(id, kind, account, amount, on, null);
    }

    private Account resolved(CreditResolved e) {
        var account = new AccountKey(e.deployment(), e.stream());
        var explained = unexplained(account, e.amount().money().negated());
        return switch (e.resolvedAs()) {
            case RETURNED ->
                explained.moved(account, e.amount().money().negated()).changed(e.creditId(), Entry::settledNow);
            case CONTRIBUTION -> explained.changed(e.creditId(), entry -> entry.as(EntryKind.CONTRIBUTION, null));
            case TOP_UP -> explained.changed(e.creditId(), entry -> entry.as(EntryKind.TOP_UP, null));
            case INTEREST -> explained.changed(e.creditId(), entry -> entry.as(EntryKind.INTEREST, null));
            case REFUND -> {
                var spendId = Objects.requireNonNull(e.spendId(), "a refund is of a spend");
                yield explained
                        .changed(e.creditId(), entry -> entry.as(EntryKind.REFUND, spendId))
                        .changed(spendId, spend -> spend.refundedBy(e.amount().money()));
            }
        };
    }

    private Account reversed(EntryReversed e) {
        var account = new AccountKey(e.deployment(), e.stream());
        var amount = e.amount().money();
        var after = changed(e.entryId(), Entry::settledNow)
                .entered(e.reversalId(), null, account, e.amount(), e.effectiveOn(), null);
        return switch (e.kind()) {
            case SPEND -> after.moved(account, amount);
            case CONTRIBUTION, TOP_UP, INTEREST -> after.moved(account, amount.negated());
            case CREDIT -> after.moved(account, amount.negated()).unexplained(account, amount.negated());
            case REFUND ->
                after.moved(account, amount.negated())
                        .changed(
                                Objects.requireNonNull(e.spendId(), "a refund is of a spend"),
                                spend -> spend.refundedBy(amount.negated()));
        };
    }

    private Account moved(AccountKey account, Money by) {
        return new Account(
                held.plus(account, held(account).plus(by)),
                unexplained,
                entries,
                authorisations,
                earmarks,
                payments,
                pools);
    }

    private Account unexplained(AccountKey account, Money by) {
        return new Account(
                held,
                unexplained.plus(account, unexplained(account).plus(by)),
                entries,
                authorisations,
                earmarks,
                payments,
                pools);
    }

    private Account entered(
            EntryId id,
            @Nullable EntryKind kind,
            AccountKey account,
            Amount amount,
            LocalDate on,
            @Nullable EntryId spendId) {
        var entry = new Entry(kind, account, amount, on, Money.ZERO, spendId, false, false);
        return new Account(held, unexplained, entries.plus(id, entry), authorisations, earmarks, payments, pools);
    }

    private Account changed(EntryId id, Function<Entry, Entry> change) {
        var entry = entries.get(id);
        return entry == null
                ? this
                : new Account(
                        held,
                        unexplained,
                        entries.plus(id, change.apply(entry)),
                        authorisations,
                        earmarks,
                        payments,
                        pools);
    }

    private Account authorised(ItemId id, SetAside authorisation) {
        return new Account(
                held, unexplained, entries, authorisations.plus(id, authorisation), earmarks, payments, pools);
    }

    private Account usedUp(@Nullable ItemId authorisation) {
        var standing = authorisation == null ? null : authorisations.get(authorisation);
        return standing == null || authorisation == null
                ? this
                : authorised(authorisation, new SetAside(standing.account(), Money.ZERO, standing.lapsesOn()));
    }

    private Account earmarked(ItemId id, SetAside earmark) {
        return new Account(held, unexplained, entries, authorisations, earmarks.plus(id, earmark), payments, pools);
    }
}
