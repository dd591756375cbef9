package org.budgetledger.service.sample;

import static org.budgetledger.service.sample.Pen.fields;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.budgetledger.api.budget.control.DegreeOfControl;

/** Reviews and learning, questions and disagreements, suspensions, trustees, new accounts, and withdrawal half way. */
final class PeopleTurns {
    private PeopleTurns() {}

    static Turns drawn(int number) {
        return choose(number % 4 != 3, PeopleTurns::review)
                .then(choose(number % 9 == 0, PeopleTurns::query))
                .then(choose(number % 10 == 0, PeopleTurns::challenge))
                .then(choose(number % 14 == 3, PeopleTurns::suspension))
                .then(choose(number % 15 == 0, PeopleTurns::revision))
                .then(choose(number % 20 == 0, PeopleTurns::newPayee))
                .then(PeopleTurns::trustees);
    }

    /** Withdrawal as far as the notice: its last day is still to come. */
    static void underNotice(Life life) {
        var raised = life.today.minusDays(60);
        step(life, raised, "concern", fields("concern", "No statement has come for three months."));
        step(life, raised.plusDays(7), "support", fields("support", "A support worker helps with the paperwork."));
        step(life, raised.plusDays(28), "warning", fields("warning", "Without statements it may be withdrawn."));
        step(life, raised.plusDays(42), "review", fields("findings", "The paperwork is too much this year."));
        step(life, raised.plusDays(49), "notice", fields("reason", "As reviewed."));
    }

    private static void step(Life life, LocalDate on, String step, Map<String, Object> fields) {
        life.pen.datedOn(on, life.careManager, "/withdrawal/" + step, fields);
    }

    private static Turns choose(boolean chosen, Turns turn) {
        return chosen ? turn : Turns.NONE;
    }

    /** R27: the first within six months of the first payment. */
    private static void review(int period, Life life) {
        if (period != 4) {
            return;
        }
        var okay = List.of("YES", "YES", "MOSTLY", "NO").get(life.random.nextInt(4));
        life.pen.dated(
                life.careManager, "/reviews", fields("reviewId", life.pen.mint(), "okay", okay, "saidBy", "HOLDER"));
        for (var outcome : life.outcomes) {
            var result = List.of("ACHIEVED", "PARTLY", "PARTLY", "NOT_ACHIEVED").get(life.random.nextInt(4));
            life.pen.dated(
                    life.careManager,
                    "/outcomes/" + outcome + "/assessments",
                    fields("result", result, "saidBy", "HOLDER"));
        }
        var holderSays = life.random.nextBoolean();
        life.pen.dated(
                holderSays ? life.holder : life.careManager,
                "/learning",
                fields(
                        "learningId",
                        life.pen.mint(),
                        "saidBy",
                        holderSays ? "HOLDER" : "CARE_MANAGER",
                        "learning",
                        Wishes.learning(life.random)));
    }

    /** R12: some are accepted, some disallowed, some still open. */
    private static void query(int period, Life life) {
        var spent = life.lastSpent();
        if (period != 3 || spent == null) {
            return;
        }
        var path = "/spends/" + spent.id() + "/query";
        life.pen.dated(life.careManager, path, fields("question", "Which of the outcomes is this for?"));
        if (life.number % 27 != 0) {
            life.pen.dated(life.holder, path + "/answer", fields("answer", "For getting out of the house."));
            var disallowed = life.number % 2 == 0;
            life.pen.dated(
                    life.careManager,
                    path + "/resolution",
                    fields(
                            "resolution",
                            disallowed ? "DISALLOWED" : "ACCEPTED",
                            "reason",
                            disallowed ? "It meets none of them." : "That is what the plan says."));
        }
    }

    private static void challenge(int period, Life life) {
        if (period == 0) {
            var id = life.pen.mint();
            life.pen.dated(
                    life.holder,
                    "/challenges",
                    fields("challengeId", id, "decision", "SUM", "grounds", "It does not cover the evenings."));
            if (life.number % 20 == 0) {
                life.pen.dated(
                        Desk.PANEL,
                        "/challenges/" + id + "/answer",
                        fields("outcome", "NOT_UPHELD", "answer", "The evenings are counted in the points."));
            }
        }
    }

    /** One pay period without a payment. */
    private static void suspension(int period, Life life) {
        if (period == 2 && life.start(4).isBefore(life.today)) {
            life.pen.on(life.start(3)).dated(life.careManager, "/suspension", fields("reason", "In hospital."));
            life.suspend(true);
        }
        if (period == 3 && life.start(4).isBefore(life.today)) {
            life.pen
                    .on(life.start(4).minusDays(1))
                    .dated(life.careManager, "/suspension/resumption", fields("reason", "Home again."));
            life.suspend(false);
        }
    }

    private static void revision(int period, Life life) {
        if (period == 3) {
            life.pen.dated(
                    life.careManager,
                    "/plan/revisions",
                    fields(
                            "plan",
                            Beginning.plan(life),
                            "route",
                            "CARE_MANAGER",
                            "reason",
                            "What this person wants has changed."));
        }
    }

    private static void newPayee(int period, Life life) {
        if (period == 2) {
            for (var part : life.holding()) {
                Beginning.payee(life, part, "NM-ACC-%05d".formatted(20_000 + life.number) + "-" + part.deployment());
            }
        }
    }

    /** R17: one leaves; in some trusts another joins, in others the shortage stands. */
    private static void trustees(int period, Life life) {
        for (var part : life.holding()) {
            if (part.degree() == DegreeOfControl.TRUST && life.number % 2 == 0) {
                if (period == 2) {
                    life.pen.dated(
                            life.careManager,
                            "/agreements/trustees",
                            fields("deployment", part.deployment(), "left", List.of(Beginning.trustee(life, 3))));
                }
                if (period == 3 && life.number % 4 == 0) {
                    life.pen.dated(
                            life.careManager,
                            "/agreements/trustees",
                            fields("deployment", part.deployment(), "joined", List.of(Beginning.trustee(life, 4))));
                }
            }
        }
    }
}
