package org.budgetledger.service.sample;

import static org.budgetledger.service.sample.Pen.fields;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.budget.control.DegreeOfControl;

/** Steps 1 to 4 of a budget's life: told the sum, planned, agreed, taken control. */
final class Beginning {
    /** Above this a trust's payments need two approvers. */
    static final long APPROVAL_ABOVE_PENCE = 25_000;

    private static final long PENCE_PER_POINT = 510;
    private static final List<String> REASONS = List.of(
            "Family support has ended since the assessment.",
            "The nights were not counted in the points.",
            "Travel costs more where this person lives.",
            "Part of the need is met by equipment now.");

    private Beginning() {}

    static void of(Life life, LocalDate openedOn) {
        var pen = life.pen.on(openedOn);
        pen.open(Desk.ALLOCATOR, fields("budgetId", pen.id(), "personRef", life.ref, "openedOn", openedOn.toString()));
        for (var line : life.shape.lines()) {
            allocated(life, line, openedOn);
        }
        if (life.shape.oneOffPence() > 0) {
            pen.undated(
                    Desk.ALLOCATOR,
                    "/allocations",
                    fields(
                            "allocationId",
                            pen.mint(),
                            "stream",
                            FundingStream.EQUIPMENT_AND_ADAPTATIONS.name(),
                            "oneOffPence",
                            life.shape.oneOffPence(),
                            "effectiveFrom",
                            life.startsOn.toString()));
        }
        if (life.shape.contributionPence() > 0) {
            pen.undated(
                    Desk.ALLOCATOR,
                    "/contribution-assessments",
                    fields(
                            "stream",
                            FundingStream.SOCIAL_CARE.name(),
                            "weeklyPence",
                            life.shape.contributionPence(),
                            "effectiveFrom",
                            life.startsOn.toString()));
        }
        pen.on(openedOn.plusDays(10)).dated(Desk.ALLOCATOR, "/allocation-notices", fields());
        controlled(life, openedOn);
        planned(life, openedOn);
        for (var part : life.shape.parts()) {
            if (part.degree() != DegreeOfControl.AUTHORITY) {
                agreed(life, part);
            }
        }
        for (var part : life.holding()) {
            payee(life, part, "NM-ACC-%05d".formatted(10_000 + life.number) + "-" + part.deployment());
        }
    }

    /** Whoever sets the payee does not verify it (R15). */
    static void payee(Life life, Shape.Part part, String ref) {
        var payee = fields("deployment", part.deployment(), "payeeRef", ref);
        life.pen.undated(Desk.PAYEE_SETTER, "/payees", payee);
        life.pen.undated(Desk.RELEASER, "/payees/verification", payee);
    }

    static String trustee(Life life, int index) {
        return life.ref + "-T" + index;
    }

    static Map<String, Object> plan(Life life) {
        var outcomes = new ArrayList<Map<String, Object>>();
        life.outcomes.clear();
        for (var wish : Wishes.wishes(life.random)) {
            var id = life.pen.mint();
            life.outcomes.add(id);
            outcomes.add(fields("outcomeId", id, "domain", wish.domain().name(), "inTheirWords", wish.inTheirWords()));
        }
        return fields("outcomes", outcomes, "contingencies", List.of("A neighbour has the key."));
    }

    /** R6: where the agreed sum differs from the indicative one, the person can read why. */
    private static void allocated(Life life, Shape.Line line, LocalDate openedOn) {
        var pen = life.pen;
        var sameSum = life.random.nextInt(5) < 2;
        var points = Math.max(1, line.weeklyPence() / PENCE_PER_POINT);
        pen.on(openedOn.plusDays(2))
                .dated(
                        Desk.ALLOCATOR,
                        "/ras-results",
                        fields(
                                "resultId",
                                pen.mint(),
                                "stream",
                                line.stream().name(),
                                "points",
                                points,
                                "indicativeWeeklyPence",
                                sameSum ? line.weeklyPence() : points * PENCE_PER_POINT - 5,
                                "rasVersion",
                                "RAS " + openedOn.getYear()));
        pen.on(openedOn.plusDays(7));
        var sum = fields(
                "allocationId",
                pen.mint(),
                "stream",
                line.stream().name(),
                "weeklyPence",
                line.weeklyPence(),
                "effectiveFrom",
                life.startsOn.toString());
        if (!sameSum) {
            sum.put("reason", REASONS.get(life.random.nextInt(REASONS.size())));
        }
        pen.undated(Desk.ALLOCATOR, "/allocations", sum);
    }

    private static void controlled(Life life, LocalDate openedOn) {
        var pen = life.pen.on(openedOn.plusDays(14));
        var degrees =
                life.shape.parts().stream().map(part -> part.degree().name()).distinct();
        pen.dated(
                life.holder,
                "/control-choices",
                fields("degrees", degrees.toList(), "inTheirWords", "I know best who should look after it."));
        pen.undated(
                life.careManager,
                "/deployments",
                fields(
                        "effectiveFrom",
                        life.startsOn.toString(),
                        "deployments",
                        life.shape.parts().stream()
                                .map(part -> deployment(life, part))
                                .toList()));
    }

    private static Map<String, Object> deployment(Life life, Shape.Part part) {
        var deployment = fields(
                "deploymentId", part.deployment(), "degree", part.degree().name(), "holder", holder(life, part));
        if (life.shape.mixed()) {
            deployment.put(
                    "shares",
                    life.shape.lines().stream()
                            .map(line -> fields("stream", line.stream().name(), "weight", part.weight()))
                            .toList());
        }
        if (part.paidByClaims()) {
            deployment.put("paidByClaims", true);
        }
        return deployment;
    }

    private static String holder(Life life, Shape.Part part) {
        return switch (part.degree()) {
            case SELF -> life.ref;
            case REPRESENTATIVE -> life.ref + "-R1";
            case TRUST -> life.ref + "-TRUST";
            case AGENT -> "NM-AGENT-" + (1 + life.number % 3);
            case PROVIDER_FUND -> "NM-PROVIDER-" + (1 + life.number % 5);
            case AUTHORITY -> "NM-TEAM-" + (1 + life.number % 4);
        };
    }

    private static void planned(Life life, LocalDate openedOn) {
        var panel = life.number % 3 == 0;
        life.pen
                .on(openedOn.plusDays(21))
                .dated(
                        panel ? Desk.PANEL : life.careManager,
                        "/plan",
                        fields("route", panel ? "PANEL" : "CARE_MANAGER", "plan", plan(life)));
    }

    private static void agreed(Life life, Shape.Part part) {
        var agreement = new LinkedHashMap<>(fields("agreementId", life.pen.mint(), "deployment", part.deployment()));
        if (part.degree() == DegreeOfControl.TRUST) {
            agreement.put(
                    "trust",
                    fields(
                            "purpose",
                            "So that this person lives where they chose, with people they chose.",
                            "accountability",
                            "The trustees meet every quarter and keep the bank statements.",
                            "trustees",
                            List.of(trustee(life, 1), trustee(life, 2), trustee(life, 3)),
                            "quorum",
                            2));
            agreement.put("approvalRule", fields("approvers", 2, "abovePence", APPROVAL_ABOVE_PENCE));
        }
        life.pen.dated(life.careManager, "/agreements", agreement);
    }
}
