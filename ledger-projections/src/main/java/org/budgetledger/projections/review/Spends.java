package org.budgetledger.projections.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.review.OutsideApprovalRule;
import org.budgetledger.api.budget.spending.SpendFlag;
import org.budgetledger.projections.stream.Columns;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was spent, read from the entries of a budget. */
final class Spends {
    private final JdbcTemplate jdbc;

    Spends(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What one deployment spent towards each outcome, less refunds and reversals; under no key, on none in particular. */
    Map<Optional<ItemId>, Money> byOutcome(UUID budget, DeploymentId deployment) {
        var spent = new LinkedHashMap<Optional<ItemId>, Money>();
        jdbc.query(
                """
                SELECT spend.outcome_id, -sum(entry.amount)::bigint AS spent
                FROM entry JOIN entry spend ON spend.budget_id = entry.budget_id AND spend.entry_id = entry.spend_id
                    AND spend.kind = 'SPEND' AND spend.reverses IS NULL
                WHERE entry.budget_id = ? AND entry.deployment = ? AND entry.spend_id IS NOT NULL
                GROUP BY spend.outcome_id ORDER BY spent DESC, spend.outcome_id
                """,
                row -> {
                    spent.put(Optional.ofNullable(Columns.itemOrNull(row, "outcome_id")), Columns.money(row, "spent"));
                },
                budget,
                deployment.value());
        return spent;
    }

    /** Payments of a deployment that fewer people approved than its agreement asks; those since reversed do not count. */
    List<OutsideApprovalRule> outsideApprovalRule(UUID budget, DeploymentId deployment) {
        return jdbc.query(
                """
                SELECT entry_id, amount, approvers, effective_on, flags FROM entry
                WHERE budget_id = ? AND deployment = ? AND kind = 'SPEND' AND reverses IS NULL AND NOT reversed
                    AND ? = ANY (string_to_array(flags, ','))
                ORDER BY effective_on, version
                """,
                (row, _) -> new OutsideApprovalRule(
                        new EntryId(Columns.uuid(row, "entry_id")),
                        Columns.money(row, "amount").negated(),
                        row.getInt("approvers"),
                        Columns.date(row, "effective_on")),
                budget,
                deployment.value(),
                SpendFlag.APPROVAL_RULE.name());
    }
}
