package org.budgetledger.service.statement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.budget.statement.StatementView;
import org.budgetledger.api.reading.Moment;
import org.budgetledger.service.security.Caller;
import org.budgetledger.service.web.BadInput;
import org.budgetledger.service.web.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The statement of account of a budget: page by page for programs, whole for a spreadsheet or for people. */
@RestController
@RequestMapping("/v1/budgets/{budgetId}/statement")
@Tag(name = "Reading budgets")
public class StatementController {
    private static final String SUMMARY =
            "The statement of account: opening balance, the lines in the order of their dates with a running balance, and"
                    + " the balance. Whole as text/csv or application/pdf, in pages otherwise";

    private static final String CSV = "text/csv";
    private static final String PDF = "application/pdf";

    private final Reader reader;

    public StatementController(Reader reader) {
        this.reader = reader;
    }

    @Operation(summary = SUMMARY)
    @GetMapping
    StatementView page(
            Caller caller,
            @PathVariable BudgetId budgetId,
            @RequestParam(required = false) @Nullable String effectiveOn,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var page = Reader.page(cursor, limit);
        return asked(caller, budgetId, effectiveOn, knownAt, from, to).page(page);
    }

    @Operation(summary = SUMMARY)
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = CSV, schema = @Schema(type = "string", description = "RFC 4180, UTF-8.")))
    @GetMapping(produces = CSV)
    void csv(
            Caller caller,
            @PathVariable BudgetId budgetId,
            @RequestParam(required = false) @Nullable String effectiveOn,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            HttpServletResponse response)
            throws IOException {
        var statement = WholeStatement.of(asked(caller, budgetId, effectiveOn, knownAt, from, to));
        headers(statement, CSV + ";charset=UTF-8;header=present", "csv", response);
        StatementCsv.write(statement, response.getOutputStream());
    }

    @Operation(summary = SUMMARY)
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = PDF,
                            schema = @Schema(type = "string", format = "binary", description = "PDF/UA.")))
    @GetMapping(produces = PDF)
    void pdf(
            Caller caller,
            @PathVariable BudgetId budgetId,
            @RequestParam(required = false) @Nullable String effectiveOn,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            HttpServletResponse response)
            throws IOException {
        var statement = WholeStatement.of(asked(caller, budgetId, effectiveOn, knownAt, from, to));
        // Made before anything is sent: what cannot be made is answered with a problem.
        var document = StatementPdf.of(statement);
        headers(statement, PDF, "pdf", response);
        response.getOutputStream().write(document);
    }

    private AskedStatement asked(
            Caller caller,
            BudgetId budgetId,
            @Nullable String effectiveOn,
            @Nullable String knownAt,
            @Nullable String from,
            @Nullable String to) {
        var first = Reader.day("from", from);
        var last = Reader.day("to", to);
        var moment = reader.moment(effectiveOn, knownAt);
        if (last != null) {
            var about = moment.effectiveOn();
            if (effectiveOn != null && about != null && last.isAfter(about)) {
                throw new BadInput("INVALID_FIELD", "to", "to: must not be after effectiveOn.");
            }
            moment = new Moment(last, moment.knownAt(), null);
        }
        var today = reader.today();
        if (first != null && first.isAfter(moment.dayOr(today))) {
            throw new BadInput("INVALID_FIELD", "from", "from: must not be after the statement's last day.");
        }
        return new AskedStatement(reader, caller, budgetId, moment, first, today);
    }

    private static void headers(WholeStatement statement, String type, String ending, HttpServletResponse response) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("statement-%s-version-%d.%s"
                                .formatted(
                                        statement.summary().budgetId(),
                                        statement.summary().asAt().streamVersion(),
                                        ending))
                        .build()
                        .toString());
    }
}
