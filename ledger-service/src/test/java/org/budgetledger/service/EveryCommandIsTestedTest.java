package org.budgetledger.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.budgetledger.api.LedgerCommand;
import org.budgetledger.service.given.Exercised;
import org.budgetledger.service.given.Refusals;
import org.budgetledger.service.store.Families;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Every command has been accepted in some test, refused in some test with each code that its Javadoc names, and every code
 * there is has been seen. It runs the tests tagged {@code given-when-then} itself, so that it says the same whether it runs
 * alone, first or last; what a test expected counts only where it held.
 */
class EveryCommandIsTestedTest {
    /** Refused at the door or about the door: no decider is asked. */
    private static final Set<String> NOT_A_DECIDER_S = Set.of(
            "ROLE_NOT_ALLOWED",
            "BOOKS_NOT_FOUND",
            "CLOSING_UNDER_WAY",
            "FINAL_ACCOUNT_NOT_FOUND",
            "PACK_ALTERED",
            "PACK_NOT_FOUND");

    private static final Pattern CODE = Pattern.compile("\\{@code ([A-Z_]+)}");

    @BeforeAll
    static void runEveryScenario() {
        var failures = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectPackage("org.budgetledger.service"))
                                .filters(
                                        TagFilter.includeTags("given-when-then"),
                                        EngineFilter.includeEngines("junit-jupiter"))
                                .build(),
                        failures);
        assertThat(failures.getSummary().getTestsSucceededCount()).isGreaterThan(300);
    }

    @Test
    void every_command_has_been_accepted() {
        assertThat(Exercised.shown())
                .containsAll(commands().map(Exercised::acceptance).toList());
    }

    @Test
    void every_command_has_been_refused_with_each_code_that_its_javadoc_names() {
        var named = commands()
                .flatMap(command -> codesNamedFor(command).map(code -> Exercised.refusal(command, code)))
                .toList();
        // A guard against reading the wrong files: more than one code a command is named on the whole.
        assertThat(named).hasSizeGreaterThan(50);
        assertThat(Exercised.shown()).containsAll(named);
    }

    @Test
    void every_code_of_a_refusal_has_been_seen() {
        var seen = Exercised.shown().stream()
                .map(shown -> shown.substring(shown.indexOf(' ') + 1))
                .collect(Collectors.toSet());
        var expected = new HashSet<>(Refusals.codes());
        expected.removeAll(NOT_A_DECIDER_S);
        assertThat(seen).containsAll(expected);
    }

    private static Stream<Class<? extends LedgerCommand>> commands() {
        return Families.recordsOf(LedgerCommand.class).stream();
    }

    /** What stands in the Javadoc of the command's record, and is the code of a refusal. */
    private static Stream<String> codesNamedFor(Class<? extends LedgerCommand> command) {
        var known = Refusals.codes();
        var source = read(command);
        var javadoc = source.substring(source.indexOf("/**"), source.indexOf("public record"));
        return CODE.matcher(javadoc).results().map(found -> found.group(1)).filter(known::contains);
    }

    private static String read(Class<?> type) {
        try {
            var classes = Path.of(EveryCommandIsTestedTest.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            var source = "../../../ledger-api/src/main/java/" + type.getName().replace('.', '/') + ".java";
            return Files.readString(classes.resolve(source).normalize());
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the source of " + type.getName() + " cannot be read", e);
        }
    }
}
