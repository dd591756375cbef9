package org.budgetledger.service.budget.recovery;

import static org.budgetledger.service.given.History.allocated;
import static org.budgetledger.service.given.History.deployed;
import static org.budgetledger.service.given.History.deployedToSelf;
import static org.budgetledger.service.given.History.line;
import static org.budgetledger.service.given.History.opened;
import static org.budgetledger.service.given.History.paid;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.PERSON;
import static org.budgetledger.service.given.Known.PROVIDER;
import static org.budgetledger.service.given.Known.RECOVERY;
import static org.budgetledger.service.given.Known.SELF;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.entry;
import static org.budgetledger.service.given.Known.gbp;
import static org.budgetledger.service.given.Known.item;
import static org.budgetledger.service.given.Known.money;
import static org.budgetledger.service.given.Known.on;
import static org.budgetledger.service.given.Known.statementLine;
import static org.budgetledger.service.given.Known.text;

import java.util.List;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.budgetledger.api.budget.control.Deployment;
import org.budgetledger.api.budget.payment.CreditReceived;
import org.budgetledger.api.budget.payment.Holding;
import org.budgetledger.api.budget.payment.TopUpReceived;
import org.budgetledger.api.budget.recovery.IdentifySurplus;
import org.budgetledger.api.budget.recovery.Liability;
import org.budgetledger.api.budget.recovery.SurplusIdentified;
import org.budgetledger.api.budget.spending.SpendAuthorised;
import org.budgetledger.service.given.BudgetScenarios;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an account holds beyond what it needs: E7, R24. */
class SurplusTest extends BudgetScenarios {
    private static final FundingStream CARE = FundingStream.SOCIAL_CARE;

    @Test
    void a_surplus_is_what_is_left_of_the_balance_above_what_is_set_aside_payable_and_eight_weeks() {
        given(RecoveryHistory.e7())
                .when(identify(RecoveryHistory.LIABILITIES, null), RECOVERY, on("2025-10-19"))
                .expectEvents(RecoveryHistory.SURPLUS);
    }

    @Test
    void below_what_may_be_kept_there_is_no_surplus() {
        // 314.22 more is payable: exactly the eight weeks are left, and then a penny less.
        given(RecoveryHistory.e7())
                .when(identify(liabilities("186.40", "142.15", "314.22"), null), RECOVERY, on("2025-10-19"))
                .expectRefusal(new Refusal.NoSurplus(money("0.00")));
        given(RecoveryHistory.e7())
                .when(identify(liabilities("186.40", "142.15", "314.23"), null), RECOVERY, on("2025-10-19"))
                .expectRefusal(new Refusal.NoSurplus(money("0.01")));
    }

    /** 3,000.00 and the person's own 40.00, of which 100.00 is authorised and 30.00 no one has explained; 240.00 × 8 is kept. */
    @Test
    void the_persons_own_money_what_is_authorised_and_what_no_one_explained_are_no_surplus() {
        given(
                        held("2,930.00"),
                        new TopUpReceived(
                                entry("top-up"), SELF, CARE, gbp("40.00"), statementLine("top-up"), day("2025-05-01")),
                        new SpendAuthorised(
                                item("authorisation"), SELF, CARE, gbp("100.00"), day("2025-05-01"), null, null, null),
                        new CreditReceived(
                                entry("credit"),
                                SELF,
                                CARE,
                                gbp("30.00"),
                                Holding.SUSPENSE,
                                null,
                                null,
                                statementLine("credit"),
                                day("2025-05-01")))
                .when(identify(null, null), RECOVERY, on("2025-10-19"))
                .expectEvents(new SurplusIdentified(
                        item("surplus"),
                        SELF,
                        CARE,
                        money("3,000.00"),
                        money("40.00"),
                        money("30.00"),
                        money("0.00"),
                        money("100.00"),
                        List.of(),
                        money("240.00"),
                        8,
                        money("1,920.00"),
                        gbp("910.00"),
                        money("910.00"),
                        money("0.00"),
                        day("2025-10-19")));
    }

    @Test
    void how_much_is_the_persons_own_may_be_stated() {
        given(held("2,920.00"))
                .when(identify(null, "1,000.00"), RECOVERY, on("2025-10-19"))
                .expectRefusal(new Refusal.NoSurplus(money("0.00")));
    }

    @Test
    void what_holds_no_money_has_no_surplus() {
        var fund = new Deployment(PROVIDER, DegreeOfControl.PROVIDER_FUND, PERSON, null, true);
        given(opened(), allocated(CARE, "240.00", "2025-04-07"), deployed(fund))
                .when(
                        new IdentifySurplus(COMMAND, AMARA, item("surplus"), null, CARE, null, null, day("2025-10-19")),
                        RECOVERY,
                        on("2025-10-19"))
                .expectRefusal(Refusal.notionalDeployment(PROVIDER));
    }

    @Test
    void a_surplus_s_id_names_one_surplus() {
        given(RecoveryHistory.e7(), RecoveryHistory.SURPLUS)
                .when(identify(null, null), RECOVERY, on("2025-10-19"))
                .expectRefusal(Refusal.idInUse(item("surplus")));
    }

    private static List<BudgetEvent> held(String amount) {
        return List.of(
                opened(),
                allocated(CARE, "240.00", "2025-04-07"),
                deployedToSelf(),
                paid("payment", SELF, line(CARE, amount)));
    }

    private static List<Liability> liabilities(String... amounts) {
        return List.of(amounts).stream()
                .map(amount -> new Liability(text("Payable"), gbp(amount)))
                .toList();
    }

    private static IdentifySurplus identify(@Nullable List<Liability> liabilities, @Nullable String privateMoney) {
        return new IdentifySurplus(
                COMMAND,
                AMARA,
                item("surplus"),
                SELF,
                CARE,
                liabilities,
                privateMoney == null ? null : money(privateMoney),
                day("2025-10-19"));
    }
}
