package org.budgetledger.service.pool;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.pool.GetPool;
import org.budgetledger.api.pool.ListPools;
import org.budgetledger.api.pool.PoolPage;
import org.budgetledger.api.pool.PoolView;
import org.budgetledger.service.security.Caller;
import org.budgetledger.service.web.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What can be read about pools. */
@RestController
@RequestMapping("/v1/pools")
@Tag(name = "Reading pools")
public class PoolReadController {
    private final Reader reader;

    public PoolReadController(Reader reader) {
        this.reader = reader;
    }

    @Operation(summary = "Lists the authority's pools")
    @GetMapping
    PoolPage list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return reader.list(
                caller, new ListPools(caller.actor().authority(), Reader.page(cursor, limit), reader.today()));
    }

    @Operation(summary = "A pool: who put in what, who bore what, and what is left")
    @GetMapping("/{poolId}")
    PoolView pool(
            Caller caller,
            @PathVariable PoolId poolId,
            @RequestParam(required = false) @Nullable String effectiveOn,
            @RequestParam(required = false) @Nullable String knownAt) {
        var actor = caller.actor();
        var moment = reader.moment(effectiveOn, knownAt);
        return reader.about(
                caller,
                poolId,
                version -> new GetPool(actor.authority(), poolId, actor.role(), moment, reader.today(), version));
    }
}
