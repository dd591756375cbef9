package org.budgetledger.projections.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.LedgerEvent;
import org.budgetledger.projections.operations.Events;
import org.budgetledger.projections.operations.ReadSide;
import org.budgetledger.projections.stream.EventJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The audit trail has a sentence for everything that can happen. */
class InWordsTest {
    private static final Set<String> SUMS_IN_POUNDS = Set.of("£123.45");

    static Stream<Class<? extends LedgerEvent>> everyEvent() {
        return EventJson.allTypes().stream();
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void every_event_has_a_sentence_with_its_sums_and_survives_its_storage(Class<? extends LedgerEvent> type) {
        var json = new EventJson(ReadSide.mapper());
        for (var full : List.of(true, false)) {
            var event = Samples.event(type, full);
            var words = InWords.of(event);
            assertThat(words).matches("(?s)[A-Z£].*\\.").doesNotContain("null", "Optional", "[", "{");
            if (Arrays.stream(type.getRecordComponents())
                    .anyMatch(component -> component.getName().equals("amount"))) {
                assertThat(words).contains(SUMS_IN_POUNDS);
            }
            assertThat(json.read(type.getSimpleName(), json.write(event))).isEqualTo(event);
            assertThat(json.tree(event)).hasSize(type.getRecordComponents().length);
        }
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void every_event_that_has_a_date_and_a_reason_shows_them(Class<? extends LedgerEvent> type) {
        var event = Samples.event(type, true);
        var names = Arrays.stream(type.getRecordComponents())
                .map(java.lang.reflect.RecordComponent::getName)
                .collect(Collectors.toSet());
        var particulars = Particulars.of(event);
        var dated = names.contains("effectiveOn") || names.contains("effectiveFrom") || names.contains("openedOn");
        assertThat(particulars.effectiveOn()).isEqualTo(dated ? LocalDate.of(2025, 5, 5) : null);
        if (names.contains("reason") || names.contains("note")) {
            assertThat(particulars.reason()).isEqualTo(new FreeText("because"));
        }
    }

    @Test
    void a_spend_reads_as_people_say_it() {
        assertThat(InWords.of(Events.spent(Events.SELF, FundingStream.HEALTH, 12_000, "2025-05-05")))
                .isEqualTo("£120.00 was spent from health (self) on 5 May 2025, against a statement line.");
    }
}
