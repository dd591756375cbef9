package org.budgetledger.projections.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.budgetledger.api.Role;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.balance.AccountView;
import org.budgetledger.api.budget.review.GetRecipientReview;
import org.budgetledger.api.budget.statement.GetStatement;
import org.budgetledger.api.reading.Moment;
import org.budgetledger.api.reading.Paging;
import org.budgetledger.projections.operations.ReadSide;
import org.junit.jupiter.api.Test;

/** Whatever happens to a budget, its accounts are what a plain map makes of it. */
class AccountTotalsPropertyTest {
    private static final int HISTORIES = 60;
    private static final int STEPS = 200;
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);

    @Test
    void the_accounts_of_random_histories_are_those_of_a_plain_map() {
        var first = System.nanoTime();
        try (var readSide = new ReadSide()) {
            var histories = IntStream.range(0, HISTORIES)
                    .mapToObj(i -> new RandomHistory(first + i, STEPS))
                    .toList();
            // Interleaved, so that one batch holds many streams.
            for (var i = 0; i <= STEPS; i++) {
                for (var history : histories) {
                    if (i < history.events.size()) {
                        readSide.append(history.budget, history.events.get(i));
                    }
                }
            }
            for (var i = 0; i < HISTORIES; i++) {
                agree(readSide, histories.get(i), "seed " + (first + i));
            }
        }
    }

    private static void agree(ReadSide readSide, RandomHistory history, String seed) {
        var model = history.model;
        var view = readSide.balance(history.budget, TODAY);
        assertThat(view.balance().pence()).as(seed).isEqualTo(model.balance());
        assertThat(view.free().pence()).as(seed).isEqualTo(model.free());
        assertThat(view.accounts()).as(seed).allSatisfy(account -> agree(account, model));
        var statement = readSide.ask(new GetStatement(
                ReadSide.NORTHMERE,
                history.budget,
                Role.AUDITOR,
                Moment.NOW,
                null,
                Paging.first(Paging.MAX_LINES),
                TODAY,
                readSide.version(history.budget)));
        assertThat(statement.linesTotal()).as(seed).isEqualTo(view.balance());
        if (statement.next() == null) {
            assertThat(statement.lines().getLast().runningBalance()).as(seed).isEqualTo(view.balance());
        }
        var recipient = readSide.ask(
                new GetRecipientReview(ReadSide.NORTHMERE, history.budget, TODAY, readSide.version(history.budget)));
        assertThat(recipient.cameIn().minus(recipient.wentOut())).as(seed).isEqualTo(view.balance());
    }

    private static void agree(AccountView account, NaiveLedger model) {
        var key = new AccountKey(account.deployment(), account.stream());
        assertThat(List.of(
                        account.released().pence(),
                        account.contributions().pence(),
                        account.topUps().pence(),
                        account.interest().pence(),
                        account.refunds().pence(),
                        account.poolReturns().pence(),
                        account.transfersIn().pence(),
                        account.spends().pence(),
                        account.poolContributions().pence(),
                        account.transfersOut().pence(),
                        account.suspense().pence()))
                .containsExactly(
                        model.total(key, "released"),
                        model.total(key, "contributions"),
                        model.total(key, "topUps"),
                        model.total(key, "interest"),
                        model.total(key, "refunds"),
                        model.total(key, "poolReturns"),
                        model.total(key, "transfersIn"),
                        model.total(key, "spends"),
                        model.total(key, "poolContributions"),
                        model.total(key, "transfersOut"),
                        model.total(key, "suspense"));
    }
}
