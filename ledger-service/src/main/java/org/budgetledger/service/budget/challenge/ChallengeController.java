package org.budgetledger.service.budget.challenge;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.budgetledger.api.budget.challenge.AnswerChallenge;
import org.budgetledger.api.budget.challenge.ChallengeDecision;
import org.budgetledger.service.web.Commands;
import org.budgetledger.service.web.Requested;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Disagreeing with a decision, and being answered. */
@RestController
@RequestMapping("/v1/budgets/{budgetId}")
@Tag(name = "Challenge")
public class ChallengeController {
    private final Commands commands;

    public ChallengeController(Commands commands) {
        this.commands = commands;
    }

    @Operation(summary = "Challenges a decision")
    @PostMapping("/challenges")
    ResponseEntity<Map<String, Object>> challenge(Requested<ChallengeDecision> request) {
        return commands.send(request);
    }

    @Operation(summary = "Answers a challenge")
    @PostMapping("/challenges/{challengeId}/answer")
    ResponseEntity<Map<String, Object>> answer(Requested<AnswerChallenge> request) {
        return commands.send(request);
    }
}
