package org.budgetledger.service.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was refused before it reached a controller, as by the firewall, is answered with a problem too. */
@RestController
public class ErrorAddress implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorAddress.class);

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        // What was thrown the server has logged itself.
        if (status >= 500 && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) == null) {
            LOG.error("a request was answered with {} before the ledger saw it", status);
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.plain(status));
    }
}
