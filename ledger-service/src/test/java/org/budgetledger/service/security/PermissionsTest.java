package org.budgetledger.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.budgetledger.api.LedgerCommand;
import org.budgetledger.api.Role;
import org.budgetledger.api.budget.payment.ReleasePayment;
import org.budgetledger.service.store.Families;
import org.junit.jupiter.api.Test;

/** Who may send what (domain §7). */
class PermissionsTest {
    @Test
    void somebody_may_send_every_command() {
        assertThat(Families.recordsOf(LedgerCommand.class))
                .isNotEmpty()
                .allSatisfy(command -> assertThat(Permissions.rolesFor(command)).isNotEmpty());
    }

    @Test
    void nobody_but_a_releaser_releases_money() {
        assertThat(Permissions.rolesFor(ReleasePayment.class)).containsExactly(Role.RELEASER);
    }

    @Test
    void an_auditor_reads_and_sends_nothing() {
        assertThat(Permissions.mayRead(Role.AUDITOR)).isTrue();
        assertThat(Families.recordsOf(LedgerCommand.class))
                .noneMatch(command -> Permissions.maySend(Role.AUDITOR, command));
    }
}
