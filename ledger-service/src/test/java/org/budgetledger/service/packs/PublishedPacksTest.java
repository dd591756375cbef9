package org.budgetledger.service.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.budgetledger.api.Amount;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.Fact;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.LedgerCommand;
import org.budgetledger.api.PayCalendar;
import org.budgetledger.api.budget.allocation.AssessContribution;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.budgetledger.api.budget.spending.Purchase;
import org.budgetledger.api.policy.PolicyPackId;
import org.budgetledger.service.policy.Clause;
import org.budgetledger.service.policy.Policy;
import org.budgetledger.service.policy.PolicyPacks;
import org.budgetledger.service.policy.SupportOption;
import org.budgetledger.service.policy.SurplusSplit;
import org.budgetledger.service.store.Families;
import org.junit.jupiter.api.Test;

/** The packs that come with the ledger: what domain §9 and the law of each scheme say. */
class PublishedPacksTest {
    private static final Policy ENGLAND = pack("england-care-act-2025");
    private static final Policy HEALTH = pack("england-personal-health-budget-2025");
    private static final Policy SCOTLAND = pack("scotland-self-directed-support-2025");

    private static Policy pack(String id) {
        return PublishedPacks.all().byId(new PolicyPackId(id)).orElseThrow();
    }

    @Test
    void three_packs_come_with_the_ledger() {
        assertThat(PublishedPacks.all().all()).containsExactly(ENGLAND, HEALTH, SCOTLAND);
    }

    @Test
    void every_decision_rests_on_a_clause_in_every_pack() {
        var without = Families.recordsOf(LedgerCommand.class).stream()
                .filter(command -> !Fact.class.isAssignableFrom(command))
                .flatMap(command -> PublishedPacks.all().all().stream()
                        .filter(pack -> pack.clausesFor(command).isEmpty())
                        .map(pack -> command.getSimpleName() + " is governed by no clause of " + pack.id()))
                .toList();
        assertThat(without)
                .as("name the command under governs: of a clause in policy-packs/<pack>.yaml")
                .isEmpty();
    }

    @Test
    void a_decision_finds_its_clauses() {
        assertThat(ENGLAND.clausesFor(AssessContribution.class))
                .extracting(Clause::id)
                .containsExactly("charging", "no-charge-for-health", "every-day-settled-once");
    }

    @Test
    void the_defaults_of_the_domain_hold_in_every_pack() {
        assertThat(PublishedPacks.all().all()).hasSize(3).allSatisfy(pack -> {
            assertThat(pack.surplusWeeks()).isEqualTo(8);
            assertThat(pack.recoveryNoticeDays()).isEqualTo(28);
            assertThat(pack.noticeDays()).isEqualTo(28);
            assertThat(pack.minimumTrustees()).isEqualTo(3);
            assertThat(pack.trusteeDays()).isEqualTo(28);
            assertThat(pack.payableOnDayOfDeath()).isTrue();
            assertThat(pack.laterReviewMonths()).isEqualTo(12);
            assertThat(pack.lateQueryDays()).isEqualTo(28);
            assertThat(pack.writeOffLimit()).isEqualTo(Amount.ofPence(50_000));
            assertThat(pack.matchingWindowDays()).isEqualTo(3);
            assertThat(pack.retentionYears()).isEqualTo(8);
            assertThat(pack.directPayments())
                    .containsExactly(DegreeOfControl.SELF, DegreeOfControl.REPRESENTATIVE, DegreeOfControl.TRUST);
            assertThat(pack.calendar()).isEqualTo(PayCalendar.FOUR_WEEKLY_2025);
            assertThat(pack.validFrom()).isEqualTo(LocalDate.of(2025, 4, 1));
        });
    }

    @Test
    void nobody_contributes_to_a_personal_health_budget_or_tops_it_up_and_it_is_reviewed_within_three_months() {
        assertThat(HEALTH.meansTested()).isEmpty();
        assertThat(HEALTH.topUpProhibited()).containsExactlyElementsOf(EnumSet.allOf(FundingStream.class));
        assertThat(HEALTH.surplusSplit()).isEqualTo(SurplusSplit.COUNCIL);
        assertThat(HEALTH.firstReviewMonths()).isEqualTo(3);
        assertThat(HEALTH.barredPurchases()).containsExactly(Purchase.AUTHORITYS_OWN_SERVICE);
    }

    @Test
    void social_care_is_means_tested_and_health_is_not() {
        assertThat(List.of(ENGLAND, SCOTLAND)).allSatisfy(pack -> {
            assertThat(pack.meansTested()).containsExactly(FundingStream.SOCIAL_CARE);
            assertThat(pack.topUpProhibited()).containsExactly(FundingStream.HEALTH);
            assertThat(pack.surplusSplit()).isEqualTo(SurplusSplit.PRO_RATA);
            assertThat(pack.firstReviewMonths()).isEqualTo(6);
            assertThat(pack.barredPurchases()).containsExactly(Purchase.values());
        });
    }

    @Test
    void scotland_has_four_options_that_every_degree_of_control_is_among() {
        assertThat(SCOTLAND.options()).extracting(SupportOption::number).containsExactly(1, 2, 3, 4);
        assertThat(SCOTLAND.options().subList(0, 3).stream().flatMap(option -> option.degrees().stream()))
                .containsExactlyInAnyOrder(DegreeOfControl.values());
        assertThat(SCOTLAND.options().getLast().degrees()).containsExactly(DegreeOfControl.values());
        assertThat(ENGLAND.options()).isEmpty();
        assertThat(HEALTH.options()).isEmpty();
    }

    @Test
    void an_authority_may_have_a_pack_of_its_own_and_it_must_be_there() {
        var glen = new AuthorityId("glen");
        var packs = PolicyPacks.of(PublishedPacks.list(), ENGLAND.id(), Map.of(glen, SCOTLAND.id()));
        assertThat(packs.defaultFor(glen)).isEqualTo(SCOTLAND);
        assertThat(packs.defaultFor(new AuthorityId("northmere"))).isEqualTo(ENGLAND);
        assertThat(packs.byId(new PolicyPackId("wales-2025"))).isEmpty();
        assertThatThrownBy(() -> PolicyPacks.of(
                        PublishedPacks.list(), ENGLAND.id(), Map.of(glen, new PolicyPackId("wales-2025"))))
                .hasMessageContaining("of glen")
                .hasMessageContaining("not wales-2025")
                .hasMessageContaining("scotland-self-directed-support-2025");
    }
}
