package org.budgetledger.service.packs;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.policy.PolicyPackId;
import org.budgetledger.service.policy.Policy;
import org.budgetledger.service.policy.PolicyPacks;
import org.budgetledger.service.security.Caller;
import org.budgetledger.service.store.RefusedException;
import org.budgetledger.service.web.BadInput;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rules, for whoever decides by them or is decided about: they are published, so every caller may read them. */
@RestController
@RequestMapping("/v1/policy-packs")
@Tag(name = "Reading policy packs")
public class PolicyPackController {
    /** A calendar to plan by, and no more lines than a page holds: bank holidays are announced about two years ahead. */
    private static final int MAX_YEARS = 3;

    private final PolicyPacks packs;

    public PolicyPackController(PolicyPacks packs) {
        this.packs = packs;
    }

    @Operation(summary = "Lists the policy packs, and says which one the caller's authority starts budgets with")
    @GetMapping
    PolicyPackList list(Caller caller) {
        return new PolicyPackList(
                packs.defaultFor(caller.actor().authority()).id(),
                packs.all().stream()
                        .map(pack -> new PolicyPackList.Line(pack.id(), pack.title(), pack.validFrom()))
                        .toList());
    }

    @Operation(summary = "A policy pack whole: its parameters, its bank holidays, and the clauses that decisions cite")
    @GetMapping("/{policyPackId}")
    Policy pack(Caller caller, @PathVariable PolicyPackId policyPackId) {
        return packs.byId(policyPackId)
                .orElseThrow(() -> new RefusedException(Refusal.policyPackNotFound(policyPackId)));
    }

    @Operation(summary = "The pay periods of a policy pack that touch a span of days, each with the day it is paid on")
    @GetMapping("/{policyPackId}/pay-days")
    PayDayList payDays(
            Caller caller,
            @PathVariable PolicyPackId policyPackId,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to) {
        var pack = pack(caller, policyPackId);
        if (to.isBefore(from) || to.isAfter(from.plusYears(MAX_YEARS))) {
            throw new BadInput(
                    "INVALID_FIELD", "to", "to must not be before from, nor more than " + MAX_YEARS + " years after.");
        }
        var calendar = pack.calendar();
        return new PayDayList(
                pack.id(),
                Stream.iterate(
                                calendar.period(from),
                                period -> !period.from().isAfter(to),
                                period -> calendar.period(period.to().plusDays(1)))
                        .map(period -> new PayDayList.Line(
                                period.name(),
                                period.from(),
                                period.to(),
                                pack.workingDays().payDay(period.from()),
                                pack.workingDays().isProvisional(period.from())))
                        .toList());
    }
}
