package org.budgetledger.service.packs;

import static org.assertj.core.api.Assertions.assertThat;

import org.budgetledger.api.AuthorityId;
import org.budgetledger.service.policy.PolicyPacks;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Which pack an authority starts with is a setting, and a setting that means nothing stops the start. */
class PolicySettingsTest {
    private static final AuthorityId NORTHMERE = new AuthorityId("northmere");
    private final ApplicationContextRunner start =
            new ApplicationContextRunner().withUserConfiguration(PolicyConfiguration.class);

    @Test
    void without_settings_everyone_starts_with_the_care_act() {
        start.run(context -> assertThat(
                        context.getBean(PolicyPacks.class).defaultFor(NORTHMERE).id())
                .hasToString("england-care-act-2025"));
    }

    @Test
    void the_settings_choose_for_all_and_for_one() {
        start.withPropertyValues(
                        "ledger.policy.default-pack=england-personal-health-budget-2025",
                        "ledger.policy.authorities.glen-and-isles=scotland-self-directed-support-2025")
                .run(context -> {
                    var packs = context.getBean(PolicyPacks.class);
                    assertThat(packs.defaultFor(NORTHMERE).id()).hasToString("england-personal-health-budget-2025");
                    assertThat(packs.defaultFor(new AuthorityId("glen-and-isles"))
                                    .id())
                            .hasToString("scotland-self-directed-support-2025");
                });
    }

    @Test
    void a_setting_that_names_nothing_stops_the_start() {
        start.withPropertyValues("ledger.policy.default-pack=wales-2025")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("not wales-2025"));
        start.withPropertyValues("ledger.policy.directory=no/such/folder")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("ledger.policy.directory must be a directory"));
        start.withPropertyValues("ledger.policy.defaultpak=x")
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("ledger.policy.defaultpak"));
    }
}
