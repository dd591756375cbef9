package org.budgetledger.service.budget.control;

import static org.budgetledger.service.given.History.deployedToSelf;
import static org.budgetledger.service.given.History.opened;
import static org.budgetledger.service.given.History.payeeSet;
import static org.budgetledger.service.given.History.payeeVerified;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.BANK;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.PAYEE_SETTER;
import static org.budgetledger.service.given.Known.RELEASER;
import static org.budgetledger.service.given.Known.SELF;
import static org.budgetledger.service.given.Known.on;

import org.budgetledger.api.PersonRef;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.control.PayeeSet;
import org.budgetledger.api.budget.control.PayeeVerified;
import org.budgetledger.api.budget.control.SetPayee;
import org.budgetledger.api.budget.control.VerifyPayee;
import org.budgetledger.service.given.BudgetScenarios;
import org.junit.jupiter.api.Test;

/** R15, R29: two people see where the money goes. */
class PayeeTest extends BudgetScenarios {
    private static final PersonRef OTHER_BANK = new PersonRef("account-7002");

    @Test
    void it_is_kept_who_set_the_payee() {
        given(opened(), deployedToSelf())
                .when(new SetPayee(COMMAND, AMARA, null, BANK), PAYEE_SETTER, on("2025-04-08"))
                .expectEvents(new PayeeSet(SELF, BANK, PAYEE_SETTER.id()));
    }

    @Test
    void someone_else_confirms_the_payee() {
        given(opened(), deployedToSelf(), payeeSet(SELF))
                .when(verify(BANK), RELEASER, on("2025-04-08"))
                .expectEvents(new PayeeVerified(SELF, BANK, RELEASER.id()));
    }

    @Test
    void a_payee_that_nobody_set_is_not_confirmed() {
        given(opened(), deployedToSelf())
                .when(verify(BANK), RELEASER, on("2025-04-08"))
                .expectRefusal(Refusal.noPayee(SELF));
    }

    @Test
    void who_set_the_payee_does_not_confirm_it() {
        given(opened(), deployedToSelf(), payeeSet(SELF))
                .when(verify(BANK), PAYEE_SETTER, on("2025-04-08"))
                .expectRefusal(new Refusal.SegregationOfDuties(PAYEE_SETTER.id(), "set the payee"));
    }

    @Test
    void a_payee_is_not_confirmed_when_it_is_another_by_now() {
        given(opened(), deployedToSelf(), payeeSet(SELF))
                .when(verify(OTHER_BANK), RELEASER, on("2025-04-08"))
                .expectRefusal(Refusal.payeeChanged(SELF));
    }

    @Test
    void a_payee_is_confirmed_once() {
        given(opened(), deployedToSelf(), payeeSet(SELF), payeeVerified(SELF))
                .when(verify(BANK), RELEASER, on("2025-04-08"))
                .expectRefusal("ALREADY_DONE");
    }

    @Test
    void a_payee_that_is_set_anew_is_confirmed_anew() {
        given(
                        opened(),
                        deployedToSelf(),
                        payeeSet(SELF),
                        payeeVerified(SELF),
                        new PayeeSet(SELF, OTHER_BANK, PAYEE_SETTER.id()))
                .when(verify(OTHER_BANK), RELEASER, on("2025-04-09"))
                .expectEvents(new PayeeVerified(SELF, OTHER_BANK, RELEASER.id()));
    }

    private static VerifyPayee verify(PersonRef payee) {
        return new VerifyPayee(COMMAND, AMARA, null, payee);
    }
}
