package org.budgetledger.service.budget.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.budgetledger.service.given.Known.day;

import java.util.List;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.entitlement.Due;
import org.budgetledger.api.budget.entitlement.Entitlement;
import org.budgetledger.service.given.History;
import org.junit.jupiter.api.Test;

/** The most that may be asked for is not the most that the ledger may work out from it. */
class LargeSumsTest {
    @Test
    void four_weeks_of_the_largest_rate_are_four_times_that_rate() {
        var book = Entitlement.of(List.of(History.allocated(FundingStream.SOCIAL_CARE, "10000000.00", "2025-04-07")));
        var due = Due.to(DeploymentId.AUTHORITY, day("2025-04-07"), day("2025-05-04"), book);
        assertThat(due.of(FundingStream.SOCIAL_CARE)).isEqualTo(Money.ofPence(4 * Amount.MAX_PENCE));
    }
}
