package org.budgetledger.service.statement;

import java.util.function.Consumer;
import org.budgetledger.api.budget.statement.StatementLine;
import org.budgetledger.api.budget.statement.StatementView;
import org.budgetledger.api.reading.Paging;

/**
 * All lines of a statement, a part at a time. Every part after the first is read as the version that the first one showed, so
 * that they make one statement whatever is recorded meanwhile (R26).
 */
final class WholeStatement {
    private static final Paging FIRST = Paging.first(Paging.MAX_LINES_OF_A_WHOLE);

    private final AskedStatement asked;
    private final StatementView first;

    private WholeStatement(AskedStatement asked, StatementView first) {
        this.asked = asked;
        this.first = first;
    }

    /** Reads the first part. */
    static WholeStatement of(AskedStatement asked) {
        var first = asked.page(FIRST);
        return new WholeStatement(asked.ofVersion(first.asAt().streamVersion()), first);
    }

    /** What the statement says beside its lines. */
    StatementView summary() {
        return first;
    }

    void forEachLine(Consumer<StatementLine> line) {
        var part = first;
        part.lines().forEach(line);
        while (part.next() != null) {
            part = asked.page(FIRST.after(part.next()));
            part.lines().forEach(line);
        }
    }
}
