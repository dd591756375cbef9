package org.budgetledger.projections.pool;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.spending.SpendFlag;
import org.budgetledger.api.pool.MemberShare;
import org.budgetledger.api.pool.PoolAuthorisationCancelled;
import org.budgetledger.api.pool.PoolClosed;
import org.budgetledger.api.pool.PoolContributionReceived;
import org.budgetledger.api.pool.PoolEntryKind;
import org.budgetledger.api.pool.PoolEvent;
import org.budgetledger.api.pool.PoolMemberJoined;
import org.budgetledger.api.pool.PoolMemberLeft;
import org.budgetledger.api.pool.PoolOpened;
import org.budgetledger.api.pool.PoolRefundReceived;
import org.budgetledger.api.pool.PoolSpendAuthorised;
import org.budgetledger.api.pool.PoolSpendRecorded;
import org.budgetledger.api.pool.ReturnedShare;
import org.budgetledger.projections.stream.Changes;
import org.budgetledger.projections.stream.Columns;
import org.budgetledger.projections.stream.Recorded;
import org.budgetledger.projections.stream.Statement;
import org.budgetledger.projections.stream.Sums;
import org.jspecify.annotations.Nullable;

/** What the events of a pool write. */
final class PoolTables {
    private static final Statement OPENED = Statement.insert("pool", "pool_id, authority, purpose, opened_on");

    private static final Statement CLOSED = new Statement("pool", "UPDATE pool SET closed_on = ? WHERE pool_id = ?");

    /** Whoever comes back is a member again, in their old place. */
    private static final Statement JOINED = new Statement("pool_member", """
            INSERT INTO pool_member (pool_id, budget_id, weight, joined_at, joined_on) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (pool_id, budget_id) DO UPDATE SET weight = EXCLUDED.weight, left_on = NULL
            """);

    private static final Statement LEFT =
            new Statement("pool_member", "UPDATE pool_member SET left_on = ? WHERE pool_id = ? AND budget_id = ?");

    private static final Statement AUTHORISATION = Statement.insert("pool_authorisation", """
            pool_id, authorisation_id, amount, effective_on, lapses_on, purpose, done""");

    private static final Statement AUTHORISATION_DONE = new Statement(
            "pool_authorisation",
            "UPDATE pool_authorisation SET done = true WHERE pool_id = ? AND authorisation_id = ?");

    private static final Statement ENTRY = Statement.insert("pool_entry", """
            pool_id, version, line, entry_id, kind, amount, budget_id, effective_on, flags, spend_id,
            description""");

    private static final Sums SOURCE = new Sums(
            "pool_source", List.of("pool_id", "budget_id", "deployment", "stream"), List.of("put_in", "returned"));

    private static final Sums SHARE =
            new Sums("pool_share", List.of("pool_id", "budget_id"), List.of("bore", "refunds"));

    private final Recorded recorded;
    private final Changes changes;
    private int lines;

    PoolTables(Recorded recorded, Changes changes) {
        this.recorded = recorded;
        this.changes = changes;
    }

    void write(PoolEvent event) {
        switch (event) {
            case PoolOpened e ->
                changes.write(OPENED, pool(), e.authority().value(), e.purpose().value(), e.effectiveOn());
            case PoolMemberJoined e ->
                changes.write(JOINED, pool(), e.budgetId().value(), e.weight(), recorded.version(), e.effectiveOn());
            case PoolContributionReceived e -> contribution(e);
            case PoolSpendAuthorised e ->
                changes.write(
                        AUTHORISATION,
                        pool(),
                        e.authorisationId().value(),
                        e.amount().pence(),
                        e.effectiveOn(),
                        e.lapsesOn(),
                        Columns.text(e.purpose()),
                        false);
            case PoolAuthorisationCancelled e -> done(e.authorisationId());
            case PoolSpendRecorded e -> spend(e);
            case PoolRefundReceived e -> refund(e);
            case PoolMemberLeft e -> left(e.budgetId(), e.returned(), e.effectiveOn());
            case PoolClosed e -> {
                e.returns().forEach(member -> left(member.budgetId(), member.returned(), e.effectiveOn()));
                changes.write(CLOSED, e.effectiveOn(), pool());
            }
        }
    }

    private void contribution(PoolContributionReceived e) {
        changes.add(
                SOURCE,
                source(e.budgetId(), e.deployment(), e.stream()),
                "put_in",
                e.amount().money());
        entry(
                e.contributionId(),
                PoolEntryKind.CONTRIBUTION,
                e.amount().money(),
                e.budgetId(),
                e.effectiveOn(),
                List.of(),
                null,
                null);
    }

    private void spend(PoolSpendRecorded e) {
        if (e.authorisationId() != null) {
            done(e.authorisationId());
        }
        shares(e.shares(), "bore");
        entry(
                e.spendId(),
                PoolEntryKind.SPEND,
                e.amount().money().negated(),
                null,
                e.effectiveOn(),
                e.flags(),
                e.spendId(),
                e.description());
    }

    private void refund(PoolRefundReceived e) {
        shares(e.shares(), "refunds");
        entry(
                e.refundId(),
                PoolEntryKind.REFUND,
                e.amount().money(),
                null,
                e.effectiveOn(),
                List.of(),
                e.spendId(),
                null);
    }

    private void left(BudgetId member, List<ReturnedShare> returned, LocalDate on) {
        for (var share : returned) {
            changes.add(
                    SOURCE,
                    source(member, share.deployment(), share.stream()),
                    "returned",
                    share.amount().money());
            entry(null, PoolEntryKind.RETURN, share.amount().money().negated(), member, on, List.of(), null, null);
        }
        changes.write(LEFT, on, pool(), member.value());
    }

    private void shares(List<MemberShare> shares, String column) {
        shares.forEach(
                share -> changes.add(SHARE, List.of(pool(), share.budgetId().value()), column, share.share()));
    }

    private void done(ItemId authorisation) {
        changes.write(AUTHORISATION_DONE, pool(), authorisation.value());
    }

    private void entry(
            @Nullable EntryId entryId,
            PoolEntryKind kind,
            Money amount,
            @Nullable BudgetId member,
            LocalDate on,
            List<SpendFlag> flags,
            @Nullable EntryId spendId,
            @Nullable FreeText description) {
        changes.write(
                ENTRY,
                pool(),
                recorded.version(),
                lines++,
                Columns.uuid(entryId),
                kind.name(),
                amount.pence(),
                member == null ? null : member.value(),
                on,
                Columns.flags(flags),
                Columns.uuid(spendId),
                Columns.text(description));
    }

    private List<Object> source(BudgetId member, DeploymentId deployment, FundingStream stream) {
        return List.of(pool(), member.value(), deployment.value(), stream.name());
    }

    private UUID pool() {
        return recorded.streamId();
    }
}
