package org.budgetledger.projections.ending;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.ending.BudgetClosed;
import org.budgetledger.api.budget.ending.EndedBy;
import org.budgetledger.api.budget.ending.FinalAccountLine;
import org.budgetledger.api.budget.ending.FinalAccountView;
import org.budgetledger.api.budget.ending.PaidBeyond;
import org.budgetledger.api.budget.entitlement.AdjustmentCause;
import org.budgetledger.api.budget.entitlement.AdjustmentEvent;
import org.budgetledger.api.budget.entitlement.AdjustmentLine;
import org.budgetledger.api.budget.entitlement.ArrearsIdentified;
import org.budgetledger.api.budget.entitlement.Ending;
import org.budgetledger.api.budget.entitlement.Entitlement;
import org.budgetledger.api.budget.entitlement.OverpaymentIdentified;
import org.budgetledger.api.budget.recovery.FundsRecovered;
import org.budgetledger.api.budget.statement.LineKind;
import org.budgetledger.api.budget.withdrawal.BudgetWithdrawn;
import org.budgetledger.api.reading.AsAt;
import org.budgetledger.projections.account.Account;
import org.budgetledger.projections.account.Balances;
import org.budgetledger.projections.book.BudgetBook;
import org.jspecify.annotations.Nullable;

/** The final account of a budget that has ended (R22). */
final class FinalAccountPage {
    private final BudgetBook book;
    private final LocalDate day;
    private final Balances balances;
    private final Entitlement entitlement;

    FinalAccountPage(BudgetBook book, LocalDate day) {
        this.book = book;
        this.day = day;
        this.balances = book.balancesOn(day);
        this.entitlement = Entitlement.of(book.facts().events());
    }

    FinalAccountView view(AsAt asAt) {
        var ended = entitlement.endedBefore(day);
        var accounts = balances.accounts().stream()
                .filter(account -> !account.notional())
                .map(FinalAccountPage::line)
                .toList();
        var beyond = paidBeyond();
        var open = OpenMatters.of(book, balances, day);
        return new FinalAccountView(
                book.row().budgetId(),
                ended ? entitlement.lastDay() : null,
                ended ? endedBy().orElse(null) : null,
                ended ? reason() : null,
                beyond.stream().map(PaidBeyond::amount).reduce(Money.ZERO, Money::plus),
                beyond,
                sum(accounts, FinalAccountLine::balance),
                sum(accounts, FinalAccountLine::privateMoney),
                sum(accounts, FinalAccountLine::suspense),
                sum(accounts, FinalAccountLine::earmarked),
                sum(accounts, FinalAccountLine::authorised),
                sum(accounts, FinalAccountLine::publicMoney),
                sum(accounts, FinalAccountLine::remains),
                book.facts().upTo(book.cut(), FundsRecovered.class).stream()
                        .map(e -> e.amount().money())
                        .reduce(Money.ZERO, Money::plus),
                balances.debt(),
                balances.owedToHolder(),
                accounts,
                balances.earmarks(),
                balances.authorisations(),
                balances.debts(),
                balances.arrears(),
                open,
                open.isEmpty() && book.facts().last(BudgetClosed.class).isEmpty(),
                day,
                asAt);
    }

    private static FinalAccountLine line(Account account) {
        var publicMoney = account.balance()
                .minus(account.privateMoney())
                .minus(account.suspense())
                .orZeroIfNegative();
        return new FinalAccountLine(
                account.key().deployment(),
                account.key().stream(),
                account.balance(),
                account.privateMoney(),
                account.suspense(),
                account.earmarked(),
                account.authorised(),
                publicMoney,
                publicMoney
                        .minus(account.earmarked())
                        .minus(account.authorised())
                        .orZeroIfNegative(),
                account.total(LineKind.RECOVERY));
    }

    /** Whichever last day came first. */
    private Optional<EndedBy> endedBy() {
        var last = entitlement.lastDay();
        Ending ending = entitlement.ending();
        if (last == null) {
            return Optional.empty();
        }
        if (last.equals(ending.died())) {
            return Optional.of(EndedBy.DEATH);
        }
        return Optional.of(last.equals(ending.withdrawn()) ? EndedBy.WITHDRAWAL : EndedBy.CLOSURE);
    }

    private @Nullable FreeText reason() {
        return switch (endedBy().orElse(EndedBy.DEATH)) {
            case WITHDRAWAL ->
                book.facts()
                        .last(BudgetWithdrawn.class)
                        .map(BudgetWithdrawn::reason)
                        .orElse(null);
            case CLOSURE ->
                book.facts().last(BudgetClosed.class).map(BudgetClosed::reason).orElse(null);
            case DEATH -> null;
        };
    }

    private List<PaidBeyond> paidBeyond() {
        return book.facts().upTo(book.cut(), AdjustmentEvent.class).stream()
                .flatMap(event -> switch (event) {
                    case OverpaymentIdentified e when ending(e.cause()) -> lines(e.deployment(), e.lines(), 1);
                    case ArrearsIdentified e when ending(e.cause()) -> lines(e.deployment(), e.lines(), -1);
                    case OverpaymentIdentified _, ArrearsIdentified _ -> Stream.of();
                })
                .toList();
    }

    private static boolean ending(AdjustmentCause cause) {
        return cause == AdjustmentCause.BUDGET_WITHDRAWN
                || cause == AdjustmentCause.DEATH_RECORDED
                || cause == AdjustmentCause.BUDGET_CLOSED;
    }

    private static Stream<PaidBeyond> lines(DeploymentId deployment, List<AdjustmentLine> lines, int sign) {
        return lines.stream()
                .map(line -> new PaidBeyond(
                        line.paymentId(),
                        deployment,
                        line.stream(),
                        line.from(),
                        line.to(),
                        line.period(),
                        line.financialYear(),
                        line.was(),
                        line.now(),
                        sign > 0 ? line.amount().money() : line.amount().money().negated()));
    }

    private static Money sum(List<FinalAccountLine> lines, Function<FinalAccountLine, Money> figure) {
        return lines.stream().map(figure).reduce(Money.ZERO, Money::plus);
    }
}
