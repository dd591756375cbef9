package org.budgetledger.service.crash;

import java.util.List;
import org.budgetledger.service.process.LedgerProcess;

/** The ledger as it runs somewhere: its nodes, its database, and what can be killed of them. */
interface Site extends AutoCloseable {
    List<LedgerProcess> nodes();

    Wire wire();

    /** What its database holds, wherever that listens by now. */
    Store store();

    /** What is killed here; each brings all up again. */
    List<Kill> kills();

    @Override
    void close();
}
