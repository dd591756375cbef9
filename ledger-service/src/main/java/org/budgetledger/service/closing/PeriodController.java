package org.budgetledger.service.closing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.budgetledger.api.period.ClosePeriod;
import org.budgetledger.api.period.SignPeriod;
import org.budgetledger.service.web.Commands;
import org.budgetledger.service.web.Requested;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Closing and signing pay periods. */
@RestController
@RequestMapping("/v1/periods")
@Tag(name = "Periods")
public class PeriodController {
    private final Closing closing;
    private final Commands commands;

    public PeriodController(Closing closing, Commands commands) {
        this.closing = closing;
        this.commands = commands;
    }

    @Operation(summary = "Closes a period with a pack of all its figures")
    @PostMapping("/{firstDay}/closing")
    ResponseEntity<Map<String, Object>> close(Requested<ClosePeriod> request) {
        var period = "/v1/periods/" + request.command().firstDay();
        return closing.close(request)
                .orElseGet(() -> ResponseEntity.accepted()
                        .contentType(MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.LOCATION, period)
                        .header(HttpHeaders.RETRY_AFTER, "5")
                        .body(Map.of("state", "CLOSING", "period", period)));
    }

    @Operation(summary = "Signs a closed period")
    @PostMapping("/{firstDay}/signature")
    ResponseEntity<Map<String, Object>> sign(Requested<SignPeriod> request) {
        return commands.send(request);
    }
}
