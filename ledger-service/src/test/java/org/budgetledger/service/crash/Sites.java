package org.budgetledger.service.crash;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.budgetledger.service.SomeIssuer;
import org.springframework.util.FileSystemUtils;

/** What all sites have in common: folders under {@code target/}, tokens, and small machines. */
final class Sites {
    /** Small, and quick to start rather than quick in the end. */
    static final List<String> JVM_OPTIONS = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final Path HOMES = Path.of("target", "sites");

    private Sites() {}

    /** A new folder. */
    static Path home() {
        try {
            Files.createDirectories(HOMES);
            return Files.createTempDirectory(HOMES, "site-").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what is large of a folder, and leaves the logs, which tell what happened. */
    static void remove(Path home) {
        for (var large : List.of("postgresql", "binaries")) {
            try {
                FileSystemUtils.deleteRecursively(home.resolve(large));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** An issuer whose tokens outlive every restart. */
    static SomeIssuer issuer(Path home) {
        try {
            return new SomeIssuer(home);
        } catch (JOSEException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
