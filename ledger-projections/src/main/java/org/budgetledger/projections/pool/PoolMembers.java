package org.budgetledger.projections.pool;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.pool.PoolMemberView;
import org.budgetledger.api.pool.PoolSourceView;
import org.budgetledger.projections.stream.Columns;
import org.springframework.jdbc.core.JdbcTemplate;

/** The members of pools and what is theirs. */
public final class PoolMembers {
    /** A member with the pool they belong to. */
    public record Member(PoolId poolId, PoolMemberView view) {}

    private record MemberKey(UUID pool, UUID budget) {}

    private static final String SELECT = """
            SELECT m.*, coalesce(s.bore, 0) AS bore, coalesce(s.refunds, 0) AS refunds
            FROM pool_member m LEFT JOIN pool_share s USING (pool_id, budget_id)
            """;

    private final JdbcTemplate jdbc;

    public PoolMembers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The members of several pools, in the order they joined. */
    public Map<UUID, List<PoolMemberView>> ofPools(Collection<UUID> pools) {
        return members("m.pool_id", pools).stream()
                .collect(Collectors.groupingBy(
                        member -> member.poolId().value(), Collectors.mapping(Member::view, Collectors.toList())));
    }

    /** The memberships of one budget. */
    public List<Member> ofBudget(UUID budget) {
        return members("m.budget_id", List.of(budget));
    }

    private List<Member> members(String by, Collection<UUID> ids) {
        var wanted = Columns.uuids(ids);
        var sources = sources(by, wanted);
        return jdbc.query(
                SELECT + " WHERE " + by + " = ANY (?::uuid[]) ORDER BY m.pool_id, m.joined_at",
                (row, _) -> {
                    var key = new MemberKey(Columns.uuid(row, "pool_id"), Columns.uuid(row, "budget_id"));
                    return new Member(new PoolId(key.pool()), member(row, sources.getOrDefault(key, List.of())));
                },
                (Object) wanted);
    }

    private static PoolMemberView member(ResultSet row, List<PoolSourceView> sources) throws SQLException {
        var putIn = sources.stream().map(PoolSourceView::putIn).reduce(Money.ZERO, Money::plus);
        var returned = sources.stream().map(PoolSourceView::returned).reduce(Money.ZERO, Money::plus);
        var bore = Columns.money(row, "bore");
        var refunds = Columns.money(row, "refunds");
        var leftOn = Columns.dateOrNull(row, "left_on");
        return new PoolMemberView(
                new BudgetId(Columns.uuid(row, "budget_id")),
                row.getLong("weight"),
                putIn,
                bore,
                refunds,
                returned,
                putIn.minus(bore).plus(refunds).minus(returned),
                leftOn != null,
                Columns.date(row, "joined_on"),
                leftOn,
                sources);
    }

    private Map<MemberKey, List<PoolSourceView>> sources(String by, String[] wanted) {
        var sources = new HashMap<MemberKey, List<PoolSourceView>>();
        jdbc.query(
                "SELECT * FROM pool_source m WHERE " + by + " = ANY (?::uuid[]) ORDER BY deployment, stream",
                row -> {
                    sources.computeIfAbsent(
                                    new MemberKey(Columns.uuid(row, "pool_id"), Columns.uuid(row, "budget_id")),
                                    _ -> new ArrayList<>())
                            .add(new PoolSourceView(
                                    new DeploymentId(row.getString("deployment")),
                                    FundingStream.valueOf(row.getString("stream")),
                                    Columns.money(row, "put_in"),
                                    Columns.money(row, "returned")));
                },
                (Object) wanted);
        return sources;
    }
}
