package org.budgetledger.service.store;

import java.util.Arrays;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;

/**
 * Brings the schema forward and ends. Run with the credentials of the schema's owner before the ledger starts, so that the
 * ledger itself, with {@code spring.flyway.enabled=false}, never holds them.
 */
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
public final class Migration {
    /** The first argument of the command line that asks for it. */
    private static final String COMMAND = "migrate";

    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);

    private Migration() {}

    /** Whether a command line asks for the schema to be brought forward, and for nothing else. */
    public static boolean askedFor(String... args) {
        return args.length > 0 && args[0].equals(COMMAND);
    }

    /**
     * Brings the schema of the configured database forward.
     *
     * @param args the command line, with settings as the ledger takes them
     */
    public static void run(String... args) {
        try (var application = new SpringApplicationBuilder(Migration.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                // Connections as they are needed: a migration needs one, its lock another, what follows it a third.
                .properties(Map.of("spring.datasource.hikari.minimum-idle", "0"))
                .run(Arrays.copyOfRange(args, 1, args.length))) {
            // Asked for by type: where migrations are switched off there is none, and silence would pass for success.
            var schema = application.getBean(Flyway.class).info();
            LOG.info("the schema is at version {}", schema.getInfoResult().schemaVersion);
        }
    }
}
