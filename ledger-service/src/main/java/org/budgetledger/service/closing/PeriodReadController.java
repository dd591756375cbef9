package org.budgetledger.service.closing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.Sha256;
import org.budgetledger.api.period.AccountingPeriod;
import org.budgetledger.api.period.LateItemPage;
import org.budgetledger.api.period.PeriodClosed;
import org.budgetledger.api.period.PeriodList;
import org.budgetledger.api.period.PeriodView;
import org.budgetledger.projections.operations.Projections;
import org.budgetledger.projections.period.LateItems;
import org.budgetledger.projections.period.PackRows;
import org.budgetledger.projections.period.PackStore;
import org.budgetledger.service.security.Caller;
import org.budgetledger.service.security.Permissions;
import org.budgetledger.service.store.RefusedException;
import org.budgetledger.service.web.NotLevelYet;
import org.budgetledger.service.web.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What can be read about pay periods: by those who close, sign and audit them and who pay, each of their own authority (R31). */
@RestController
@RequestMapping("/v1/periods")
@Tag(name = "Reading periods")
public class PeriodReadController {
    private final Periods periods;
    private final PackStore packs;
    private final LateItems lateItems;
    private final Projections projections;
    private final Reader reader;

    public PeriodReadController(
            Periods periods, PackStore packs, LateItems lateItems, Projections projections, Reader reader) {
        this.periods = periods;
        this.packs = packs;
        this.lateItems = lateItems;
        this.projections = projections;
        this.reader = reader;
    }

    @Operation(summary = "Lists the periods from the first closed one to the running one")
    @GetMapping
    PeriodList list(Caller caller) {
        return periods.list(authorityOf(caller), reader.today());
    }

    @Operation(summary = "A period: where it stands, who closed and signed it, and what it adds up to")
    @GetMapping("/{firstDay}")
    PeriodView one(Caller caller, @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate firstDay) {
        return periods.one(authorityOf(caller), firstDay, reader.today());
    }

    @Operation(summary = "The pack that a period was closed with, byte for byte")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema =
                                    @Schema(
                                            type = "object",
                                            additionalProperties = Schema.AdditionalPropertiesValue.TRUE)))
    @GetMapping(path = "/{firstDay}/pack", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Resource> pack(
            Caller caller, @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate firstDay) {
        var authority = authorityOf(caller);
        var closed = verified(authority, firstDay);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Content-Digest", "sha-256=:" + inBase64(closed.packSha256()) + ":")
                .header("Digest", "SHA-256=" + inBase64(closed.packSha256()))
                .body(new PackResource(
                        "period-" + firstDay + ".json",
                        closed.packBytes(),
                        () -> packs.bytes(authority, closed.packSha256()).orElseThrow()));
    }

    @Operation(summary = "The rows of the pack's accounts, for a spreadsheet")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @GetMapping(path = "/{firstDay}/pack.csv", produces = "text/csv")
    void rows(
            Caller caller,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate firstDay,
            HttpServletResponse response) {
        var authority = authorityOf(caller);
        var closed = verified(authority, firstDay);
        response.setContentType("text/csv;charset=UTF-8");
        try (var pack = packs.bytes(authority, closed.packSha256()).orElseThrow();
                var csv = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            PackRows.write(pack, csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Operation(summary = "What came for a closed period after it was closed, and the pack that has it")
    @GetMapping("/{firstDay}/late-items")
    LateItemPage late(
            Caller caller,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate firstDay,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var authority = authorityOf(caller);
        var page = Reader.page(cursor, limit);
        var entries = periods.from(authority, firstDay);
        if (!projections.level()) {
            throw new NotLevelYet();
        }
        var closed = entries.getFirst().closed();
        return lateItems.of(
                authority,
                new AccountingPeriod(closed.firstDay(), closed.lastDay()),
                closed.follows() == null,
                closed.packSha256(),
                entries.stream()
                        .skip(1)
                        .map(entry -> entry.closed().packSha256())
                        .toList(),
                page);
    }

    /** What is served is what the event names, or nothing. */
    private PeriodClosed verified(AuthorityId authority, LocalDate firstDay) {
        var closed = periods.from(authority, firstDay).getFirst().closed();
        if (!packs.isWhole(authority, closed.packSha256())) {
            throw new RefusedException(Refusal.packAltered(firstDay));
        }
        return closed;
    }

    private static AuthorityId authorityOf(Caller caller) {
        var actor = caller.actor();
        if (!Permissions.mayReadPeriods(actor.role())) {
            throw new RefusedException(Refusal.roleNotAllowed(actor.role(), "read periods"));
        }
        return actor.authority();
    }

    private static String inBase64(Sha256 sha256) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256.value()));
    }
}
