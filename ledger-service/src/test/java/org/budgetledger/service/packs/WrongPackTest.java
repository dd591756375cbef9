package org.budgetledger.service.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.budgetledger.service.RunningLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.NestedExceptionUtils;

/** A wrong pack is refused with its file, the line and the reason: a sound one, spoilt in one place. */
class WrongPackTest {
    private static final String FILE = "scotland-self-directed-support-2025.yaml";
    private static final String SOUND = read("/policy-packs/" + FILE);

    /** What is spoilt, by what, which of the places where that then stands is at fault, and what is said about it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            surplusWeeks: 8          | surplusweeks: 8               | 1 | surplusweeks is not a key of the pack
            payCycle:                | paycycle:                     | 1 | paycycle is not a key of the pack
            kind: FOUR_WEEKLY        | kinds: FOUR_WEEKLY            | 1 | kinds is not a key of payCycle
            lateQueryDays: 28        | noticeDays: 28                | 2 | noticeDays is there twice
            surplusWeeks: 8          | surplusWeeks: eight           | 1 | surplusWeeks must be a whole number, not 'eight'
            surplusWeeks: 8          | surplusWeeks: 8.0             | 1 | surplusWeeks must be a whole number, not '8.0'
            surplusWeeks: 8          | surplusWeeks: 010             | 1 | surplusWeeks must be a whole number, not '010'
            surplusWeeks: 8          | surplusWeeks: "8"             | 1 | surplusWeeks must be a single value without quotes
            surplusWeeks: 8          | surplusWeeks: -1              | 1 | surplusWeeks must be from 0 to 104, not -1
            surplusWeeks: 8          | surplusWeeks: [8]             | 1 | surplusWeeks must be a single value without quotes
            noticeDays: 28           | noticeDays: 0                 | 1 | noticeDays must be from 1 to 366, not 0
            writeOffLimitPence: 50000 | writeOffLimitPence: 0        | 1 | writeOffLimitPence must be from 1 to 100000000, not 0
            payableOnDayOfDeath: true | payableOnDayOfDeath: yes     | 1 | payableOnDayOfDeath must be true or false, not 'yes'
            surplusSplit: PRO_RATA   | surplusSplit: EVENLY          | 1 | surplusSplit must be one of PRO_RATA, COUNCIL, not 'EVENLY'
            meansTested: [SOCIAL_CARE] | meansTested: [HEALTH]       | 1 | HEALTH must not be means-tested (R14)
            meansTested: [SOCIAL_CARE] | meansTested: SOCIAL_CARE    | 1 | meansTested must be a list
            topUpProhibited: [HEALTH] | topUpProhibited: [HEALTH, HEALTH] | 1 | HEALTH is there twice in topUpProhibited
            directPayments: [SELF    | directPayments: [MYSELF       | 1 | directPayments[0] must be one of SELF, REPRESENTATIVE, TRUST, AGENT, PROVIDER_FUND, AUTHORITY, not 'MYSELF'
            validFrom: 2025-04-01    | validFrom: 1 April 2025       | 1 | validFrom must be a date such as 2025-04-07, not '1 April 2025'
            validFrom: 2025-04-01    | validFrom: 1025-04-01         | 1 | validFrom must be from 1997-04-01 to 2099-12-31, not 1025-04-01
            anchor: 2025-04-07       | anchor: 2025-04-08            | 1 | anchor: it must be a Monday, and 2025-04-08 is not
            2026-08-03               | 2026-08-32                    | 1 | bankHolidays[15] must be a date such as 2025-04-07, not '2026-08-32'
            2026-08-03               | 2026-06-15                    | 2 | 2026-06-15 is there twice in bankHolidays
            2026-08-03               | 2026-08-02                    | 1 | 2026-08-02 is a Sunday: a bank holiday that falls on a weekend is kept on a weekday, which belongs here
            2027-12-28               | 2028-01-03                    | 1 | 2028-01-03 is after knownTo, 2027-12-31
            number: 2                | number: 1                     | 2 | there are two options of number 1
            degrees: [AUTHORITY]     | degrees: []                   | 1 | an option must stand for at least one degree of control
            id: charging             | id: the-four-options          | 2 | there are two clauses of id the-four-options
            id: charging             | id: Charging!                 | 1 | id: a clause's id must be 2 to 60 lower-case letters, digits and hyphens, a letter first, not 'Charging!'
            governs: [ReverseEntry]  | governs: [ReversEntry]        | 1 | there is no command ReversEntry
            id: scotland-self        | id: scotland-other-self       | 1 | id must be the file's name without .yaml, not scotland-other-self-directed-support-2025
            title: Scotland, self-directed support | title:          | 1 | title must be text
            title: Scotland, self-directed support | title: 2025     | 1 | title must be text
            """)
    void what_is_wrong_is_said_with_its_line(String sound, String spoilt, int which, String reason) {
        var text = SOUND.replaceFirst(Pattern.quote(sound), spoilt);
        assertThat(text).isNotEqualTo(SOUND);

        var wrong = catchThrowableOfType(WrongPack.class, () -> PackReader.read(FILE, text));

        assertThat(wrong.reason()).isEqualTo(reason);
        assertThat(wrong.line()).isEqualTo(lineOf(text, spoilt, which));
        assertThat(wrong).hasMessage("policy pack %s, line %d: %s", FILE, wrong.line(), reason);
    }

    @Test
    void a_key_that_is_missing_is_said_with_the_line_where_its_group_begins() {
        var text = SOUND.replaceFirst("  knownTo: 2027-12-31\n", "");
        var wrong = catchThrowableOfType(WrongPack.class, () -> PackReader.read(FILE, text));
        assertThat(wrong.reason()).isEqualTo("knownTo is missing in workingDays");
        assertThat(wrong.line()).isEqualTo(lineOf(text, "bankHolidays:", 1));
    }

    @Test
    void months_are_not_counted_from_a_day() {
        var text = SOUND.replaceFirst("kind: FOUR_WEEKLY", "kind: MONTHLY");
        var wrong = catchThrowableOfType(WrongPack.class, () -> PackReader.read(FILE, text));
        assertThat(wrong.reason())
                .isEqualTo("anchor: a monthly cycle has no anchor: its periods are the calendar's months");
        assertThat(wrong.line()).isEqualTo(lineOf(text, "anchor:", 1));
    }

    @Test
    void a_line_that_is_no_yaml_is_said_and_so_is_an_empty_file() {
        var text = SOUND.replaceFirst("minimumTrustees: 3", "minimumTrustees: [3");
        var wrong = catchThrowableOfType(WrongPack.class, () -> PackReader.read(FILE, text));
        assertThat(wrong.reason()).startsWith("not well-formed YAML: ");
        // The parser sees it where the next key begins.
        assertThat(wrong.line()).isEqualTo(lineOf(text, "trusteeDays", 1));
        assertThat(catchThrowableOfType(WrongPack.class, () -> PackReader.read(FILE, "# nothing\n")))
                .hasMessage("policy pack %s, line 1: there is nothing in it", FILE);
    }

    @Test
    void the_ledger_does_not_start_with_a_wrong_pack(@TempDir Path directory) throws IOException {
        var text = SOUND.replaceFirst("id: scotland-self-directed-support-2025", "id: glen-2025")
                .replaceFirst("surplusWeeks: 8", "surplusWeeks: -8");
        Files.writeString(directory.resolve("glen-2025.yaml"), text);

        var refused = catchThrowableOfType(
                RuntimeException.class,
                () -> RunningLedger.start(Map.of("ledger.policy.directory", directory.toString()))
                        .close());

        var cause = Objects.requireNonNull(NestedExceptionUtils.getRootCause(refused));
        assertThat(cause)
                .isInstanceOf(WrongPack.class)
                .hasMessage("policy pack glen-2025.yaml, line %d: surplusWeeks must be from 0 to 104, not -8"
                        .formatted(lineOf(text, "surplusWeeks", 1)));
        assertThat(Objects.requireNonNull(new WrongPackAnalyzer().analyze(refused))
                        .getDescription())
                .contains("glen-2025.yaml", "surplusWeeks must be from 0 to 104, not -8");
    }

    @Test
    void a_published_pack_is_not_replaced_and_another_file_is_not_read(@TempDir Path directory) throws IOException {
        Files.writeString(
                directory.resolve("glen-2025.yaml"), SOUND.replaceFirst("id: scotland[a-z0-9-]*", "id: glen-2025"));
        Files.writeString(directory.resolve("notes.txt"), "not a pack");
        assertThat(PackDirectory.read(directory))
                .singleElement()
                .satisfies(pack -> assertThat(pack.id()).hasToString("glen-2025"));

        Files.writeString(directory.resolve(FILE), SOUND);
        assertThat(catchThrowableOfType(WrongPack.class, () -> PackDirectory.read(directory))
                        .reason())
                .isEqualTo("scotland-self-directed-support-2025 comes with the ledger: give your own another name");
    }

    /** The line of the nth occurrence, counted from 1. */
    private static int lineOf(String text, String part, int which) {
        var at = -1;
        for (var i = 0; i < which; i++) {
            at = text.indexOf(part, at + 1);
            assertThat(at).as(part).isNotNegative();
        }
        return (int) text.substring(0, at).lines().count() + (text.charAt(at - 1) == '\n' ? 1 : 0);
    }

    private static String read(String path) {
        try (var in = Objects.requireNonNull(WrongPackTest.class.getResourceAsStream(path))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
