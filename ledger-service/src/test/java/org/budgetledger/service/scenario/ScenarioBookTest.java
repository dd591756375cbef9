package org.budgetledger.service.scenario;

import java.net.URI;
import java.time.Instant;
import java.util.stream.Stream;
import org.budgetledger.service.RunningLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The book, run against the whole application. */
class ScenarioBookTest {
    @AfterAll
    static void letTheClockGo() {
        RunningLedger.shared().resetClock();
    }

    @TestFactory
    Stream<DynamicTest> scenarios() {
        var ledger = RunningLedger.shared();
        return ScenarioBook.on(new ScenarioHost() {
            @Override
            public URI baseUri() {
                return ledger.baseUri();
            }

            @Override
            public void setClock(Instant at) {
                ledger.setClock(at);
            }
        });
    }
}
