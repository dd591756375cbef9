package org.budgetledger.service.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.budgetledger.api.BooksId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.StreamId;
import org.budgetledger.api.audit.AuditTrail;
import org.budgetledger.api.audit.GetAuditTrail;
import org.budgetledger.api.audit.GetStreamHead;
import org.budgetledger.service.security.Caller;
import org.budgetledger.service.security.Permissions;
import org.budgetledger.service.store.RefusedException;
import org.budgetledger.service.web.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every event with who, what, when and why, and the proof that nothing was changed since. */
@RestController
@Tag(name = "Audit")
public class AuditController {
    private final Reader reader;
    private final ChainVerification verification;

    public AuditController(Reader reader, ChainVerification verification) {
        this.reader = reader;
        this.verification = verification;
    }

    @Operation(summary = "The events of a budget, in words and as data")
    @GetMapping("/v1/budgets/{budgetId}/events")
    AuditTrail budgetEvents(
            Caller caller,
            @PathVariable BudgetId budgetId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return trail(caller, budgetId, cursor, limit);
    }

    @Operation(summary = "The events of a pool, in words and as data")
    @GetMapping("/v1/pools/{poolId}/events")
    AuditTrail poolEvents(
            Caller caller,
            @PathVariable PoolId poolId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return trail(caller, poolId, cursor, limit);
    }

    @Operation(summary = "Recomputes a budget's hash chain from what is stored")
    @GetMapping("/v1/budgets/{budgetId}/chain/verification")
    ChainReport verifyBudget(Caller caller, @PathVariable BudgetId budgetId) {
        return verify(caller, budgetId);
    }

    @Operation(summary = "Recomputes a pool's hash chain from what is stored")
    @GetMapping("/v1/pools/{poolId}/chain/verification")
    ChainReport verifyPool(Caller caller, @PathVariable PoolId poolId) {
        return verify(caller, poolId);
    }

    @Operation(summary = "The events of the authority's books, in words and as data")
    @GetMapping("/v1/periods/events")
    AuditTrail booksEvents(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return trail(caller, booksOf(caller), cursor, limit);
    }

    @Operation(summary = "Recomputes the hash chain of the authority's books from what is stored")
    @GetMapping("/v1/periods/chain/verification")
    ChainReport verifyBooks(Caller caller) {
        return verify(caller, booksOf(caller));
    }

    private static BooksId booksOf(Caller caller) {
        var actor = caller.actor();
        if (!Permissions.mayReadPeriods(actor.role())) {
            throw new RefusedException(Refusal.roleNotAllowed(actor.role(), "read periods"));
        }
        return BooksId.of(actor.authority());
    }

    private AuditTrail trail(Caller caller, StreamId stream, @Nullable String cursor, @Nullable Integer limit) {
        var actor = caller.actor();
        var page = Reader.page(cursor, limit);
        return reader.about(
                caller,
                stream,
                version -> new GetAuditTrail(
                        actor.authority(), stream.value(), actor.role(), page, reader.today(), version));
    }

    private ChainReport verify(Caller caller, StreamId stream) {
        var seen = reader.about(
                        caller,
                        stream,
                        version ->
                                new GetStreamHead(caller.actor().authority(), stream.value(), reader.today(), version))
                .asAt();
        return verification.verify(stream, seen.streamVersion(), seen.chainHash());
    }
}
