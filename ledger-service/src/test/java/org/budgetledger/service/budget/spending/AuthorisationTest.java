package org.budgetledger.service.budget.spending;

import static org.budgetledger.service.given.History.allocated;
import static org.budgetledger.service.given.History.deployed;
import static org.budgetledger.service.given.History.deployment;
import static org.budgetledger.service.given.History.holding;
import static org.budgetledger.service.given.History.line;
import static org.budgetledger.service.given.History.opened;
import static org.budgetledger.service.given.History.paid;
import static org.budgetledger.service.given.History.spent;
import static org.budgetledger.service.given.History.withdrawn;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.CARE_MANAGER;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.HOLDER;
import static org.budgetledger.service.given.Known.PERSON;
import static org.budgetledger.service.given.Known.PROVIDER;
import static org.budgetledger.service.given.Known.SELF;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.entry;
import static org.budgetledger.service.given.Known.gbp;
import static org.budgetledger.service.given.Known.item;
import static org.budgetledger.service.given.Known.money;
import static org.budgetledger.service.given.Known.on;
import static org.budgetledger.service.given.Known.person;
import static org.budgetledger.service.given.Known.statementLine;
import static org.budgetledger.service.given.Known.text;

import java.util.List;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.budgetledger.api.budget.control.Deployment;
import org.budgetledger.api.budget.control.DeploymentsSet;
import org.budgetledger.api.budget.control.Share;
import org.budgetledger.api.budget.earmark.EarmarkPurpose;
import org.budgetledger.api.budget.earmark.EarmarkSet;
import org.budgetledger.api.budget.payment.CreditReceived;
import org.budgetledger.api.budget.payment.Holding;
import org.budgetledger.api.budget.spending.AuthorisationCancelled;
import org.budgetledger.api.budget.spending.AuthoriseSpend;
import org.budgetledger.api.budget.spending.CancelAuthorisation;
import org.budgetledger.api.budget.spending.Purchase;
import org.budgetledger.api.budget.spending.SpendAuthorised;
import org.budgetledger.api.budget.spending.SpendRecorded;
import org.budgetledger.service.given.BudgetScenarios;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Setting money aside for a spend to come: E12, R8, R10, R11, R13. */
class AuthorisationTest extends BudgetScenarios {
    private static final FundingStream HEALTH = FundingStream.HEALTH;

    @Test
    void all_that_is_free_may_be_authorised() {
        given(holding(line(HEALTH, "240.00")))
                .when(authorise("240.00", "2025-05-06"), HOLDER, on("2025-05-06"))
                .expectEvents(authorised("new", "240.00", null));
    }

    @Test
    void more_than_the_stream_holds_is_refused_and_it_is_said_by_how_much() {
        given(holding(line(FundingStream.SOCIAL_CARE, "600.00"), line(HEALTH, "240.00")))
                .when(authorise("300.00", "2025-05-06"), HOLDER, on("2025-05-06"))
                .expectRefusal(new Refusal.InsufficientFunds(money("240.00"), money("60.00"), null));
    }

    @Test
    void a_penny_more_than_is_free_is_refused() {
        given(holding(line(HEALTH, "240.00")))
                .when(authorise("240.01", "2025-05-06"), HOLDER, on("2025-05-06"))
                .expectRefusal(new Refusal.InsufficientFunds(money("240.00"), money("0.01"), null));
    }

    @Test
    void an_authorisation_carries_when_it_lapses_and_what_it_is_for() {
        var command = new AuthoriseSpend(
                COMMAND,
                AMARA,
                item("new"),
                SELF,
                HEALTH,
                gbp("40.00"),
                day("2025-05-06"),
                day("2025-06-01"),
                null,
                text("Physiotherapy"));
        given(holding(line(HEALTH, "240.00")))
                .when(command, HOLDER, on("2025-05-06"))
                .expectEvents(new SpendAuthorised(
                        item("new"),
                        SELF,
                        HEALTH,
                        gbp("40.00"),
                        day("2025-05-06"),
                        day("2025-06-01"),
                        null,
                        text("Physiotherapy")));
    }

    @Test
    void what_is_set_aside_is_not_free() {
        var earmark = new EarmarkSet(
                item("earmark"), SELF, HEALTH, gbp("50.00"), EarmarkPurpose.TAX, null, day("2025-04-22"));
        // 240.00 − 50.00 earmarked − 30.00 authorised = 160.00
        given(holding(line(HEALTH, "240.00")), earmark, authorised("old", "30.00", null))
                .when(authorise("160.01", "2025-05-06"), HOLDER, on("2025-05-06"))
                .expectRefusal(new Refusal.InsufficientFunds(money("160.00"), money("0.01"), null));
        given(holding(line(HEALTH, "240.00")), earmark, authorised("old", "30.00", null))
                .when(authorise("160.00", "2025-05-06"), HOLDER, on("2025-05-06"))
                .expectEvents(authorised("new", "160.00", null));
    }

    @Test
    void money_that_nobody_has_explained_is_not_free() {
        var credit = new CreditReceived(
                entry("credit"),
                SELF,
                HEALTH,
                gbp("60.00"),
                Holding.SUSPENSE,
                null,
                null,
                statementLine("line 9"),
                day("2025-04-22"));
        given(holding(line(HEALTH, "240.00")), credit)
                .when(authorise("240.01", "2025-05-06"), HOLDER, on("2025-05-06"))
                .expectRefusal(new Refusal.InsufficientFunds(money("240.00"), money("0.01"), null));
    }

    @Test
    void an_authorisation_holds_money_up_to_the_day_before_it_lapses() {
        given(holding(line(HEALTH, "240.00")), authorised("old", "200.00", "2025-05-06"))
                .when(authorise("240.00", "2025-05-05"), HOLDER, on("2025-05-05"))
                .expectRefusal(new Refusal.InsufficientFunds(money("40.00"), money("200.00"), null));
        given(holding(line(HEALTH, "240.00")), authorised("old", "200.00", "2025-05-06"))
                .when(authorise("240.00", "2025-05-06"), HOLDER, on("2025-05-06"))
                .expectEvents(authorised("new", "240.00", null));
    }

    @Test
    void an_authorisation_is_used_up_by_the_spend_that_names_it() {
        // 240.00 − 150.00 spent = 90.00, all free again although 200.00 had been set aside.
        given(holding(line(HEALTH, "240.00")), authorised("old", "200.00", null), spentOn("old", "150.00"))
                .when(authorise("90.00", "2025-05-06"), HOLDER, on("2025-05-06"))
                .expectEvents(authorised("new", "90.00", null));
        given(holding(line(HEALTH, "240.00")), authorised("old", "200.00", null), spentOn("old", "150.00"))
                .when(authorise("90.01", "2025-05-06"), HOLDER, on("2025-05-06"))
                .expectRefusal(new Refusal.InsufficientFunds(money("90.00"), money("0.01"), null));
    }

    @Test
    void an_authorisation_that_is_cancelled_sets_its_money_free() {
        given(holding(line(HEALTH, "240.00")), authorised("old", "200.00", null), cancelled())
                .when(authorise("240.00", "2025-05-06"), HOLDER, on("2025-05-06"))
                .expectEvents(authorised("new", "240.00", null));
    }

    @Test
    void where_no_money_is_held_the_entitlement_to_date_takes_its_place() {
        // £70.00 a week from Mon 7 Apr: 7 days up to and including Sun 13 Apr are £70.00; £15.00 of it is spent.
        var managed = List.of(
                opened(),
                allocated(HEALTH, "70.00", "2025-04-07"),
                spent("spend", DeploymentId.AUTHORITY, HEALTH, "15.00", "2025-04-09"));
        given(managed)
                .when(authorise("55.01", "2025-04-13"), CARE_MANAGER, on("2025-04-13"))
                .expectRefusal(new Refusal.InsufficientFunds(money("55.00"), money("0.01"), null));
        given(managed)
                .when(authorise("55.00", "2025-04-13"), CARE_MANAGER, on("2025-04-13"))
                .expectEvents(new SpendAuthorised(
                        item("new"),
                        DeploymentId.AUTHORITY,
                        HEALTH,
                        gbp("55.00"),
                        day("2025-04-13"),
                        null,
                        null,
                        null));
    }

    @Test
    void a_provider_paid_by_claims_has_its_share_of_the_entitlement_to_date() {
        // £70.00 a week shared 3 : 4; 7 days up to 13 Apr: 30.00 with the person and 40.00 with the provider.
        var mixture = new DeploymentsSet(
                List.of(
                        new Deployment(SELF, DegreeOfControl.SELF, PERSON, List.of(new Share(HEALTH, 3)), null),
                        new Deployment(
                                PROVIDER,
                                DegreeOfControl.PROVIDER_FUND,
                                person(2),
                                List.of(new Share(HEALTH, 4)),
                                true)),
                day("2025-04-07"),
                null);
        given(opened(), allocated(HEALTH, "70.00", "2025-04-07"), mixture)
                .when(authorise(PROVIDER, "40.01", "2025-04-13", null), CARE_MANAGER, on("2025-04-13"))
                .expectRefusal(new Refusal.InsufficientFunds(money("40.00"), money("0.01"), null));
        // The person's deployment holds money, and none has been released to it.
        given(opened(), allocated(HEALTH, "70.00", "2025-04-07"), mixture)
                .when(authorise(SELF, "30.00", "2025-04-13", null), CARE_MANAGER, on("2025-04-13"))
                .expectRefusal(new Refusal.InsufficientFunds(money("0.00"), money("30.00"), null));
    }

    @Test
    void nothing_is_authorised_on_an_overdrawn_account() {
        given(holding(line(HEALTH, "240.00")), spent("spend", SELF, HEALTH, "300.00", "2025-05-05"))
                .when(authorise("0.01", "2025-05-06"), HOLDER, on("2025-05-06"))
                .expectRefusal("INSUFFICIENT_FUNDS");
    }

    @Test
    void a_direct_payment_does_not_buy_the_authority_s_own_services_or_long_term_residential_care() {
        for (var degree : List.of(DegreeOfControl.SELF, DegreeOfControl.REPRESENTATIVE, DegreeOfControl.TRUST)) {
            for (var purchase : Purchase.values()) {
                given(opened(), deployed(deployment(SELF, degree)), paid("payment", SELF, line(HEALTH, "240.00")))
                        .when(authorise(SELF, "40.00", "2025-05-06", purchase), HOLDER, on("2025-05-06"))
                        .expectRefusal("BARRED_BY_MODE");
            }
        }
    }

    @Test
    void the_bar_is_on_the_mode_and_not_on_the_budget() {
        given(
                        opened(),
                        deployed(deployment(SELF, DegreeOfControl.AGENT)),
                        paid("payment", SELF, line(HEALTH, "240.00")))
                .when(
                        authorise(SELF, "40.00", "2025-05-06", Purchase.LONG_TERM_RESIDENTIAL_CARE),
                        HOLDER,
                        on("2025-05-06"))
                .expectEvents(new SpendAuthorised(
                        item("new"),
                        SELF,
                        HEALTH,
                        gbp("40.00"),
                        day("2025-05-06"),
                        null,
                        Purchase.LONG_TERM_RESIDENTIAL_CARE,
                        null));
    }

    @Test
    void nothing_is_authorised_after_the_last_day() {
        given(holding(line(HEALTH, "240.00")), withdrawn())
                .when(authorise("40.00", "2025-08-18"), HOLDER, on("2025-08-18"))
                .expectRefusal(Refusal.budgetWithdrawn(day("2025-08-17")));
        given(holding(line(HEALTH, "240.00")), withdrawn())
                .when(authorise("40.00", "2025-08-17"), HOLDER, on("2025-08-18"))
                .expectEvents(new SpendAuthorised(
                        item("new"), SELF, HEALTH, gbp("40.00"), day("2025-08-17"), null, null, null));
    }

    @Test
    void an_authorisation_s_id_names_one_authorisation() {
        given(holding(line(HEALTH, "240.00")), authorised("new", "10.00", null))
                .when(authorise("40.00", "2025-05-06"), HOLDER, on("2025-05-06"))
                .expectRefusal(Refusal.idInUse(item("new")));
    }

    @Test
    void an_authorisation_is_cancelled() {
        given(holding(line(HEALTH, "240.00")), authorised("old", "200.00", "2025-05-07"))
                .when(cancel("2025-05-06"), HOLDER, on("2025-05-06"))
                .expectEvents(cancelled());
    }

    @Test
    void an_authorisation_that_nobody_gave_is_not_cancelled() {
        given(holding(line(HEALTH, "240.00")))
                .when(cancel("2025-05-06"), HOLDER, on("2025-05-06"))
                .expectRefusal(Refusal.unknownItem(item("old")));
    }

    @Test
    void an_authorisation_that_was_used_has_lapsed_or_was_cancelled_is_not_cancelled() {
        for (var ended : List.of(
                List.of(authorised("old", "200.00", null), spentOn("old", "150.00")),
                List.of(authorised("old", "200.00", "2025-05-06")),
                List.of(authorised("old", "200.00", null), cancelled()))) {
            given(holding(line(HEALTH, "240.00")), ended)
                    .when(cancel("2025-05-06"), HOLDER, on("2025-05-06"))
                    .expectRefusal("ALREADY_DONE");
        }
    }

    private static AuthoriseSpend authorise(String amount, String on) {
        return authorise(null, amount, on, null);
    }

    private static AuthoriseSpend authorise(
            @Nullable DeploymentId deployment, String amount, String on, @Nullable Purchase purchase) {
        return new AuthoriseSpend(
                COMMAND, AMARA, item("new"), deployment, HEALTH, gbp(amount), day(on), null, purchase, null);
    }

    private static SpendAuthorised authorised(String id, String amount, @Nullable String lapsesOn) {
        return new SpendAuthorised(
                item(id),
                SELF,
                HEALTH,
                gbp(amount),
                day(id.equals("old") ? "2025-04-22" : "2025-05-06"),
                lapsesOn == null ? null : day(lapsesOn),
                null,
                null);
    }

    private static CancelAuthorisation cancel(String on) {
        return new CancelAuthorisation(COMMAND, AMARA, item("old"), text("She changed her mind"), day(on));
    }

    private static AuthorisationCancelled cancelled() {
        return new AuthorisationCancelled(item("old"), text("She changed her mind"), day("2025-05-06"));
    }

    private static SpendRecorded spentOn(String authorisation, String amount) {
        return new SpendRecorded(
                entry("spend"),
                SELF,
                HEALTH,
                gbp(amount),
                statementLine("line 9"),
                day("2025-05-05"),
                day("2025-05-05"),
                day("2025-05-05"),
                item(authorisation),
                null,
                null,
                null,
                List.of(),
                null,
                null,
                List.of());
    }
}
