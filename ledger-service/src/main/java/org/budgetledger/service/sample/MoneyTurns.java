package org.budgetledger.service.sample;

import static org.budgetledger.service.sample.Pen.fields;

import java.util.List;
import org.budgetledger.api.FundingStream;

/** Refunds, corrections, credits that nobody can explain, money set aside and moved. */
final class MoneyTurns {
    private static final String STATEMENT = "STATEMENT_LINE";

    private MoneyTurns() {}

    /** All of them, each for some budgets only. */
    static Turns drawn(int number) {
        return choose(number % 5 == 0, MoneyTurns::refund)
                .then(choose(number % 12 == 1, MoneyTurns::refundThatIsTooLarge))
                .then(choose(number % 7 == 0, MoneyTurns::reversal))
                .then(choose(number % 11 == 0, MoneyTurns::credit))
                .then(choose(number % 10 == 3, MoneyTurns::interest))
                .then(choose(number % 6 == 0, MoneyTurns::earmark))
                .then(choose(number % 8 == 0, MoneyTurns::authorisation))
                .then(choose(number % 19 == 5, MoneyTurns::overdrawn))
                .then(choose(number % 3 == 1, MoneyTurns::transfer))
                .then(MoneyTurns::move);
    }

    private static Turns choose(boolean chosen, Turns turn) {
        return chosen ? turn : Turns.NONE;
    }

    private static void refund(int period, Life life) {
        var spent = life.lastSpent();
        if (period % 3 == 1 && spent != null && spent.pence() >= 400) {
            var pence = spent.pence() / 4;
            life.pen.dated(
                    Desk.BANK_FEED,
                    "/spends/" + spent.id() + "/refunds",
                    fields(
                            "refundId",
                            life.pen.mint(),
                            "amountPence",
                            pence,
                            "evidence",
                            life.evidence(STATEMENT, "RF")));
            life.purse.in(spent.deployment(), spent.stream(), pence);
        }
    }

    /** R13: it waits in suspense, in the balance but not free. */
    private static void refundThatIsTooLarge(int period, Life life) {
        var spent = life.lastSpent();
        if (period == 2 && spent != null) {
            life.pen.dated(
                    Desk.BANK_FEED,
                    "/spends/" + spent.id() + "/refunds",
                    fields(
                            "refundId",
                            life.pen.mint(),
                            "amountPence",
                            spent.pence() + 600,
                            "evidence",
                            life.evidence(STATEMENT, "RX")));
        }
    }

    /** R3: the digits were swapped, so the entry is reversed and made again. */
    private static void reversal(int period, Life life) {
        for (var part : first(life)) {
            var stream = life.shape.lines().getFirst().stream();
            if (period == 2 && life.usable(part, stream) >= 6_300) {
                var wrong = life.spend(part, stream, 3_600, fields());
                life.pen.dated(
                        Desk.RECONCILER,
                        "/entries/" + wrong.id() + "/reversal",
                        fields("reversalId", life.pen.mint(), "reason", "The digits were swapped."));
                life.purse.in(part.deployment(), stream, 3_600);
                life.spend(part, stream, 6_300, fields());
            }
        }
    }

    private static void credit(int period, Life life) {
        for (var part : first(life)) {
            var stream = life.shape.lines().getFirst().stream();
            if (period == 1) {
                var id = life.pen.mint();
                var topUp = stream == FundingStream.HEALTH;
                life.pen.dated(
                        Desk.BANK_FEED,
                        "/credits",
                        fields(
                                "creditId",
                                id,
                                "deployment",
                                part.deployment(),
                                "stream",
                                stream.name(),
                                "amountPence",
                                2_500,
                                "looksLike",
                                topUp ? "TOP_UP" : "INTEREST",
                                "evidence",
                                life.evidence(STATEMENT, "CX")));
                if (life.number % 2 == 0) {
                    life.pen.dated(
                            Desk.RECONCILER,
                            "/credits/" + id + "/resolution",
                            fields("resolvedAs", "RETURNED", "reason", "It was meant for another account."));
                }
            }
        }
    }

    private static void interest(int period, Life life) {
        for (var part : first(life)) {
            if (period % 4 == 3) {
                var stream = life.shape.lines().getFirst().stream();
                var pence = 20 + life.random.nextInt(300);
                life.pen.dated(
                        Desk.BANK_FEED,
                        "/interest",
                        fields(
                                "interestId",
                                life.pen.mint(),
                                "deployment",
                                part.deployment(),
                                "stream",
                                stream.name(),
                                "amountPence",
                                pence,
                                "evidence",
                                life.evidence(STATEMENT, "IN")));
                life.purse.in(part.deployment(), stream, pence);
            }
        }
    }

    private static void earmark(int period, Life life) {
        for (var part : first(life)) {
            var stream = life.shape.lines().getFirst().stream();
            var pence = life.usable(part, stream) / 2;
            if (period % 3 == 0 && pence >= 1_000) {
                var id = life.pen.mint();
                var purposes = List.of("CONTINGENCY", "SAVINGS_GOAL", "TAX", "HOLIDAY_PAY", "REDUNDANCY");
                life.pen.dated(
                        life.careManager,
                        "/earmarks",
                        fields(
                                "earmarkId",
                                id,
                                "deployment",
                                part.deployment(),
                                "stream",
                                stream.name(),
                                "amountPence",
                                pence,
                                "purpose",
                                purposes.get((life.number + period) % purposes.size())));
                life.purse.aside(part.deployment(), stream, pence);
                if (life.number % 4 == 0) {
                    life.pen.dated(
                            life.careManager,
                            "/earmarks/" + id + "/release",
                            fields("amountPence", pence / 2, "reason", "Half of it will do."));
                    life.purse.aside(part.deployment(), stream, -(pence / 2));
                }
            }
        }
    }

    /** R8: one is used by the spend that names it, one is cancelled, one stands. */
    private static void authorisation(int period, Life life) {
        for (var part : first(life)) {
            var stream = life.shape.lines().getFirst().stream();
            var pence = life.usable(part, stream) / 3;
            if (period < 3 && pence >= 600) {
                var id = life.pen.mint();
                life.pen.dated(
                        Desk.AUTHORISER,
                        "/authorisations",
                        fields(
                                "authorisationId",
                                id,
                                "deployment",
                                part.deployment(),
                                "stream",
                                stream.name(),
                                "amountPence",
                                pence,
                                "purpose",
                                "A few days away"));
                switch (period) {
                    case 0 -> life.spend(part, stream, pence - 100, fields("authorisationId", id));
                    case 1 ->
                        life.pen.dated(
                                Desk.AUTHORISER,
                                "/authorisations/" + id + "/cancellation",
                                fields("reason", "It rained all week."));
                    default -> life.purse.aside(part.deployment(), stream, pence);
                }
            }
        }
    }

    /** Not a debt: a question whether the sum is sufficient (R12). */
    private static void overdrawn(int period, Life life) {
        if (period == 1) {
            for (var part : first(life)) {
                var all = life.shape.lines().stream()
                        .mapToLong(line -> Math.max(0, life.purse.held(part.deployment(), line.stream())))
                        .sum();
                life.spend(part, life.shape.lines().getFirst().stream(), all + 4_000, fields());
            }
        }
    }

    /** R11: between funders only by their agreement. */
    private static void transfer(int period, Life life) {
        for (var part : first(life)) {
            if (period == 1 && life.shape.lines().size() > 1) {
                var from = life.shape.lines().getFirst().stream();
                var to = life.shape.lines().get(1).stream();
                var pence = life.usable(part, from) / 10;
                if (pence >= 100) {
                    life.pen.dated(
                            Desk.ALLOCATOR,
                            "/transfers",
                            fields(
                                    "transferId",
                                    life.pen.mint(),
                                    "deployment",
                                    part.deployment(),
                                    "fromStream",
                                    from.name(),
                                    "toStream",
                                    to.name(),
                                    "amountPence",
                                    pence,
                                    "agreementReference",
                                    "S75-" + life.number,
                                    "reason",
                                    "Both funders agreed."));
                    life.purse.out(part.deployment(), from, pence);
                    life.purse.in(part.deployment(), to, pence);
                }
            }
        }
    }

    private static void move(int period, Life life) {
        var holding = life.holding();
        if (period == 1 && holding.size() > 1) {
            var stream = life.shape.lines().getFirst().stream();
            var pence = life.usable(holding.getFirst(), stream) / 5;
            if (pence >= 100) {
                life.pen.dated(
                        life.careManager,
                        "/moves",
                        fields(
                                "moveId",
                                life.pen.mint(),
                                "fromDeployment",
                                holding.getFirst().deployment(),
                                "toDeployment",
                                holding.get(1).deployment(),
                                "stream",
                                stream.name(),
                                "amountPence",
                                pence,
                                "reason",
                                "More hours there this month."));
                life.purse.out(holding.getFirst().deployment(), stream, pence);
                life.purse.in(holding.get(1).deployment(), stream, pence);
            }
        }
    }

    /** The first part that holds money, if there is one. */
    private static List<Shape.Part> first(Life life) {
        return life.holding().stream().limit(1).toList();
    }
}
