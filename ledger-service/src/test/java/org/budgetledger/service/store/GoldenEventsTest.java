package org.budgetledger.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.budgetledger.api.LedgerEvent;
import org.budgetledger.service.given.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What was stored once can be read for ever, and is written the same. The files are the promise: none is ever changed or
 * removed; an event that gains a component gains a file, {@code <Event>.2.json} and so on. The latest has every component, and
 * those before it are what was stored then.
 */
class GoldenEventsTest {
    static List<Class<? extends LedgerEvent>> types() {
        return Families.recordsOf(LedgerEvent.class);
    }

    static List<String> files() {
        return Golden.files().stream().filter(name -> name.endsWith(".json")).toList();
    }

    /** The file of its latest revision; of one that has had no other the plain name. */
    private static String latest(Class<? extends LedgerEvent> type) {
        return IntStream.iterate(2, revision -> revision + 1)
                .mapToObj(revision -> type.getSimpleName() + "." + revision + ".json")
                .takeWhile(name -> files().contains(name))
                .reduce(type.getSimpleName() + ".json", (_, later) -> later);
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_event_has_a_golden_file_with_every_component(Class<? extends LedgerEvent> type) {
        var name = latest(type);
        assertThat(files())
                .withFailMessage(() -> "no golden file %s; if it is to be stored like this, keep it as:%n%s"
                        .formatted(name, Golden.pretty(Samples.full(type))))
                .contains(name);
        assertThat(Golden.absentIn(Golden.read(name, type)))
                .as("if it has gained components, keep beside %s:%n%s", name, Golden.pretty(Samples.full(type)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_event_that_can_go_without_some_components_has_a_golden_file_without_them(
            Class<? extends LedgerEvent> type) {
        var name = type.getSimpleName() + ".minimal.json";
        if (Golden.hasNullable(type)) {
            assertThat(files()).contains(name);
            assertThat(Golden.givenThoughNullable(Golden.read(name, type))).isEmpty();
        } else {
            assertThat(files()).doesNotContain(name);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_golden_file_is_of_an_event_and_is_written_back_as_it_was_read(String file) {
        var type = types().stream()
                .filter(candidate -> candidate.getSimpleName().equals(file.substring(0, file.indexOf('.'))))
                .findFirst();
        assertThat(type).as("the event type of " + file).isPresent();
        assertThat(Golden.tree(Golden.written(Golden.read(file, type.orElseThrow()))))
                .isEqualTo(Golden.tree(Golden.bytes(file)));
    }

    /** An event is stored under its class's full name, so that no class may ever move or be renamed. */
    @Test
    void events_keep_the_names_they_are_stored_under() {
        var names = types().stream().map(Class::getName).sorted().toList();
        assertThat(names).containsExactlyElementsOf(Golden.lines("types.txt"));
    }

    /** A constant that is gone could no longer be read. */
    @Test
    void the_words_that_events_use_stay() {
        assertThat(Golden.words(types())).containsExactlyElementsOf(Golden.lines("words.txt"));
    }
}
