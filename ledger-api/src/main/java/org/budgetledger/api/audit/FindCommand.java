package org.budgetledger.api.audit;

import java.time.LocalDate;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.reading.LedgerQuery;

/** Where in an authority's streams a command left its first event; not found when it left none that is known. */
public record FindCommand(AuthorityId authority, CommandId commandId, LocalDate today)
        implements LedgerQuery<CommandSeen> {
    @Override
    public Class<CommandSeen> answers() {
        return CommandSeen.class;
    }
}
