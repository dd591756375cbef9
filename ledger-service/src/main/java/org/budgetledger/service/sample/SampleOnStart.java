package org.budgetledger.service.sample;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Loads the sample council once the ledger answers, through the same door as everybody else. */
@Component
@ConditionalOnProperty(name = "ledger.sample", havingValue = "northmere")
public class SampleOnStart {
    private final Environment environment;
    private final Path names;

    public SampleOnStart(Environment environment, @Value("${ledger.data-dir}") Path dataDir) {
        this.environment = environment;
        this.names = dataDir.toAbsolutePath().normalize().resolveSibling(SampleCouncil.NAMES_FILE);
    }

    @EventListener(ApplicationReadyEvent.class)
    void load() {
        var here = URI.create("http://localhost:" + environment.getProperty("local.server.port"));
        // In the background, so that the ledger serves others meanwhile.
        Thread.ofPlatform().name("sample-council").start(() -> SampleCouncil.load(here, names, System.out));
    }
}
