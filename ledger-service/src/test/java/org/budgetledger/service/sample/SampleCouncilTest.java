package org.budgetledger.service.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.budgetledger.service.RunningLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample council on a ledger of its own. */
class SampleCouncilTest {
    @Test
    void a_ledger_takes_all_of_it_and_the_second_time_there_is_nothing_new(@TempDir Path folder) throws IOException {
        var names = folder.resolve(SampleCouncil.NAMES_FILE);
        try (var ledger = RunningLedger.start()) {
            assertThat(loaded(ledger, names))
                    .contains("220 budgets and 2 pools", " 10 %", "100 %", "requests, all new:", "Amara Nwosu")
                    .contains(ledger.baseUri() + "/v1/budgets/");
            assertThat(Files.readString(names)).startsWith("budgetId,name\n").contains(",Amara Nwosu\n");
            assertThat(loaded(ledger, names)).contains("Nothing new");
        }
    }

    private static String loaded(RunningLedger ledger, Path names) {
        var out = new ByteArrayOutputStream();
        SampleCouncil.load(ledger.baseUri(), names, new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
