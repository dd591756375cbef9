package org.budgetledger.service.statement;

import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.budget.statement.GetStatement;
import org.budgetledger.api.budget.statement.StatementView;
import org.budgetledger.api.reading.Moment;
import org.budgetledger.api.reading.Paging;
import org.budgetledger.service.security.Caller;
import org.budgetledger.service.web.Reader;
import org.jspecify.annotations.Nullable;

/** A statement that someone asks for, and where to read it. */
record AskedStatement(
        Reader reader,
        Caller caller,
        BudgetId budgetId,
        Moment moment,
        @Nullable LocalDate from,
        LocalDate today) {
    StatementView page(Paging paging) {
        var actor = caller.actor();
        return reader.about(
                caller,
                budgetId,
                version -> new GetStatement(
                        actor.authority(), budgetId, actor.role(), moment, from, paging, today, version));
    }

    /** The same of a version of the stream that was read before. */
    AskedStatement ofVersion(long version) {
        return new AskedStatement(reader, caller, budgetId, moment.ofVersion(version), from, today);
    }
}
