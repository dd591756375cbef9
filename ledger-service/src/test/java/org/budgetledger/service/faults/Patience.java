package org.budgetledger.service.faults;

import java.time.Duration;
import java.util.function.Supplier;
import org.budgetledger.service.LedgerClient.Answer;

/** A caller who does as they are told: asks the same again, with the same key, for up to a minute and a half. */
final class Patience {
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private Patience() {}

    /** The first answer that is not 503. */
    static Answer untilNotBusy(Supplier<Answer> request) {
        var since = System.nanoTime();
        var answer = request.get();
        while (answer.status() == 503 && System.nanoTime() - since < LONGEST.toNanos()) {
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
            answer = request.get();
        }
        return answer;
    }
}
