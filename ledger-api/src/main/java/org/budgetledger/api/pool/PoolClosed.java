package org.budgetledger.api.pool;

import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.FreeText;
import org.jspecify.annotations.Nullable;

/** The pool ended; every share went back to the account it came from. */
public record PoolClosed(
        List<MemberReturn> returns, @Nullable FreeText reason, LocalDate effectiveOn) implements PoolEvent {
    public PoolClosed {
        returns = List.copyOf(returns);
    }
}
