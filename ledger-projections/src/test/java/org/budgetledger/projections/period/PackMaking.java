package org.budgetledger.projections.period;

import java.time.LocalDate;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.PayCalendar;
import org.budgetledger.api.period.AccountingPeriod;
import org.budgetledger.projections.book.BudgetBooks;
import org.budgetledger.projections.operations.ReadSide;
import org.budgetledger.projections.stream.EventJson;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Makes a pack in a JVM of its own, which can be given little memory, and can be killed. */
final class PackMaking {
    static final AuthorityId AUTHORITY = new AuthorityId("manyham");
    static final AccountingPeriod PERIOD = AccountingPeriod.of(LocalDate.of(2025, 5, 5), PayCalendar.FOUR_WEEKLY_2025);

    private PackMaking() {}

    /** Takes the address of the database and the id of the command that it is made for. */
    public static void main(String[] arguments) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(arguments[0]);
        dataSource.setUser("postgres");
        var jdbc = new JdbcTemplate(dataSource);
        var json = new EventJson(ReadSide.mapper());
        var outcome = new PackMaker(
                        jdbc,
                        new JdbcTransactionManager(dataSource),
                        new BudgetBooks(jdbc, json),
                        json,
                        new PackStore(jdbc, ReadSide.mapper()))
                .make(AUTHORITY, PERIOD, null, new CommandId(arguments[1]));
        if (!(outcome instanceof PackMaker.Outcome.Made)) {
            throw new IllegalStateException("no pack was made: " + outcome);
        }
    }
}
