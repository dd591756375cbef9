package org.budgetledger.service.run;

import java.time.Instant;
import java.time.LocalDate;
import org.budgetledger.api.Actor;
import org.budgetledger.api.ActorId;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.ItemId;
import org.budgetledger.service.store.LedgerJson;
import org.jspecify.annotations.Nullable;

/**
 * A mass run over budgets of one authority.
 *
 * @param number in the order in which runs were asked for
 * @param digest of what was asked, so that a repeated request is known (R2)
 * @param terms what was asked, as JSON
 * @param askedBy in whose name it is previewed
 * @param budgets how many budgets, or rows, it has
 * @param carriedOutBy in whose name it is carried out; none before somebody asked for that
 * @param carriedOutOn the civil date that what is decided then counts from
 */
public record Run(
        ItemId id,
        long number,
        RunKind kind,
        CommandId commandId,
        String digest,
        String terms,
        Actor askedBy,
        Instant askedAt,
        long budgets,
        RunState state,
        @Nullable Actor carriedOutBy,
        @Nullable LocalDate carriedOutOn) {
    public AuthorityId authority() {
        return askedBy.authority();
    }

    /** What was asked. */
    public <T> T terms(Class<T> type) {
        return LedgerJson.read(terms, type);
    }

    /** In whose name its budgets are decided on: whoever had it carried out, and until then whoever asked for it. */
    public Actor actor() {
        return carriedOutBy == null ? askedBy : carriedOutBy;
    }

    /** Who had it carried out. */
    public @Nullable ActorId carriedOutById() {
        return carriedOutBy == null ? null : carriedOutBy.id();
    }

    /** The same as somebody else would have it carried out, from a day. */
    public Run as(Actor actor, LocalDate on) {
        return new Run(id, number, kind, commandId, digest, terms, askedBy, askedAt, budgets, state, actor, on);
    }
}
