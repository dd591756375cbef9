package org.budgetledger.service.moving;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.budgetledger.service.axonserver.AxonServerStandIn;

/**
 * A move as an operator starts it.
 *
 * @param exit what the process would have ended with
 * @param said what it told the operator
 */
record MoveRun(int exit, String said) {
    /** Moves the events of a ledger whose database the settings name. */
    static MoveRun to(String place, AxonServerStandIn server, String... settings) {
        var said = new ByteArrayOutputStream();
        var exit = Moving.run(new PrintStream(said, true, StandardCharsets.UTF_8), arguments(place, server, settings));
        return new MoveRun(exit, said.toString(StandardCharsets.UTF_8));
    }

    static String[] arguments(String place, AxonServerStandIn server, String... settings) {
        return Stream.concat(
                        Stream.of("--ledger.move.to=" + place, "--axon.axonserver.servers=" + server.address()),
                        Arrays.stream(settings))
                .toArray(String[]::new);
    }
}
