package org.budgetledger.service;

import org.budgetledger.service.moving.Moving;
import org.budgetledger.service.store.Migration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The individual budget ledger. */
@SpringBootApplication(scanBasePackages = "org.budgetledger")
public class LedgerApplication {
    public static void main(String[] args) {
        // Axon tells its makers of every start unless it is told not to; the ledger tells nobody anything.
        System.setProperty("axoniq.update-checker.disabled", "true");
        if (Migration.askedFor(args)) {
            Migration.run(args);
        } else if (Moving.isAskedFor(args)) {
            System.exit(Moving.run(System.out, args));
        } else {
            SpringApplication.run(LedgerApplication.class, args);
        }
    }
}
