package org.budgetledger.service.moving;

import java.io.PrintStream;
import javax.sql.DataSource;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.budgetledger.service.store.EmbeddedDatabase;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The ledger's jar started to move its events to another store instead of serving anybody. It takes the settings that the service
 * takes: the database, which is there in either case, and Axon Server.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    FlywayAutoConfiguration.class
})
@Import(EmbeddedDatabase.class)
@EnableConfigurationProperties(AxonServerConfiguration.class)
public class Moving {
    static final String TO = "ledger.move.to";
    static final String EVENTS_PER_TRANSACTION = "ledger.move.events-per-transaction";

    /** Large enough that the target's disk is not waited for at each event, far below what Axon Server takes at once. */
    private static final int DEFAULT_EVENTS_PER_TRANSACTION = 500;

    /** Whether the jar is started for a move. */
    public static boolean isAskedFor(String... args) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(args));
        return environment.containsProperty(TO);
    }

    /**
     * Moves the events, and says how it goes.
     *
     * @return what the process ends with: 0 when they live where they were to be moved to, 1 otherwise
     */
    public static int run(PrintStream out, String... args) {
        try (var tool = new SpringApplicationBuilder(Moving.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                // What it means for the move is said in one sentence, not once for every attempt to connect.
                .properties("logging.level.io.axoniq=off", "axon.axonserver.suppress-download-message=true")
                .run(args)) {
            var environment = tool.getEnvironment();
            var to = Place.of(environment.getRequiredProperty(TO));
            var postgres = new PostgresStore(tool.getBean(DataSource.class), tool.getBean(TransactionTemplate.class));
            var axonServer = new AxonServerStore(
                    tool.getBean(AxonServerConnectionManager.class),
                    tool.getBean(AxonServerConfiguration.class).getServers());
            var jdbc = tool.getBean(JdbcTemplate.class);
            new Move(
                            to == Place.POSTGRESQL ? axonServer : postgres,
                            to == Place.POSTGRESQL ? postgres : axonServer,
                            new Moves(jdbc),
                            new RunningNodes(jdbc),
                            new ReadSide(jdbc),
                            tool.getBean(TransactionTemplate.class),
                            new Progress(out))
                    .run(eventsPerTransaction(environment));
            return 0;
        } catch (MoveStopped stopped) {
            out.println(stopped.getMessage());
            return 1;
        } catch (DataAccessException e) {
            out.println("PostgreSQL did not do what it was asked to: "
                    + e.getMostSpecificCause().getMessage());
            return 1;
        }
    }

    private static int eventsPerTransaction(Environment environment) {
        return Math.max(
                1, environment.getProperty(EVENTS_PER_TRANSACTION, Integer.class, DEFAULT_EVENTS_PER_TRANSACTION));
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }

    /** Connects when it is first needed, after what was asked for has been understood. */
    @Lazy
    @Bean(initMethod = "start", destroyMethod = "shutdown")
    AxonServerConnectionManager axonServer(AxonServerConfiguration settings) {
        settings.setComponentName("ledger-move");
        return AxonServerConnectionManager.builder()
                .axonServerConfiguration(settings)
                .build();
    }
}
