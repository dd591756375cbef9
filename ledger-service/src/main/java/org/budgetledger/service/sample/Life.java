package org.budgetledger.service.sample;

import static org.budgetledger.service.sample.Pen.fields;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Role;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.jspecify.annotations.Nullable;

/** One budget from being opened to today: how it begins, its pay periods, and the turns that some lives take. */
final class Life {
    static final int PERIOD_DAYS = 28;

    /** Payments go out on the Friday before the period that they are for. */
    private static final int PAID_DAYS_BEFORE = 3;

    /** A spend that later turns of the story come back to. */
    record Spent(String id, long pence, String deployment, FundingStream stream) {}

    final int number;
    final String ref;
    final Shape shape;
    final Pen pen;
    final Random random;
    final Purse purse = new Purse();
    final Desk careManager;
    final Desk holder;
    final List<String> outcomes = new ArrayList<>();
    final LocalDate firstPeriod;
    final LocalDate startsOn;
    final LocalDate today;
    private final long keepPence;
    private @Nullable Spent lastSpent;
    private boolean suspended;

    /**
     * A life to be told.
     *
     * @param firstPeriod the first day of its first pay period
     * @param startsOn its first day, in that period
     * @param keepPence what is left alone in each account
     */
    Life(
            int number,
            String mark,
            Shape shape,
            LocalDate firstPeriod,
            LocalDate startsOn,
            LocalDate today,
            long keepPence,
            Random random) {
        this.number = number;
        this.ref = "NM-P-%05d".formatted(10_000 + number);
        this.shape = shape;
        this.pen = Pen.forBudget(mark, today);
        this.random = random;
        this.careManager = Desk.careManager(number);
        this.holder = new Desk(Role.HOLDER, "holder-" + ref);
        this.firstPeriod = firstPeriod;
        this.startsOn = startsOn;
        this.today = today;
        this.keepPence = keepPence;
    }

    /**
     * Everything up to today.
     *
     * @param ending what is recorded last, whenever it happened
     */
    Story told(String subject, LocalDate openedOn, Turns turns, Consumer<Life> ending) {
        Beginning.of(this, openedOn);
        for (var period = 0; !start(period).minusDays(PAID_DAYS_BEFORE).isAfter(today); period++) {
            paid(period);
            spends(period);
            pen.on(start(period).plusDays(PERIOD_DAYS - 2));
            if (pen.reached()) {
                claims();
                turns.at(period, this);
            }
        }
        ending.accept(this);
        return pen.story(subject);
    }

    LocalDate start(int period) {
        return firstPeriod.plusDays((long) period * PERIOD_DAYS);
    }

    void suspend(boolean now) {
        suspended = now;
    }

    @Nullable
    Spent lastSpent() {
        return lastSpent;
    }

    /** The parts that money is paid to. */
    List<Shape.Part> holding() {
        return shape.parts().stream().filter(Shape.Part::holdsMoney).toList();
    }

    /** What may be used of an account. */
    long usable(Shape.Part part, FundingStream stream) {
        return purse.free(part.deployment(), stream) - keepPence;
    }

    /** What shows that something happened. */
    Map<String, Object> evidence(String kind, String prefix) {
        return fields("kind", kind, "reference", prefix + "-" + number + "-" + pen.day());
    }

    /** Records a spend of a holder's money, and remembers it. */
    Spent spend(Shape.Part part, FundingStream stream, long pence, Map<String, Object> more) {
        var id = pen.mint();
        var buy = Wishes.buy(random);
        var body = fields(
                "spendId", id,
                "deployment", part.deployment(),
                "stream", stream.name(),
                "amountPence", pence,
                "evidence", evidence("STATEMENT_LINE", "ST"),
                "outcomeId", outcomes.get(random.nextInt(outcomes.size())),
                "category", buy.category(),
                "description", buy.description());
        body.putAll(more);
        pen.dated(Desk.BANK_FEED, "/spends", body);
        purse.out(part.deployment(), stream, pence);
        var spent = new Spent(id, pence, part.deployment(), stream);
        lastSpent = spent;
        return spent;
    }

    /** One rate over some days of a pay period, rounded half up once. */
    private static long line(long weeklyPence, long days) {
        return (2 * weeklyPence * days + 7) / 14;
    }

    private void paid(int period) {
        pen.on(start(period).minusDays(PAID_DAYS_BEFORE));
        var from = period == 0 ? startsOn : start(period);
        var to = start(period).plusDays(PERIOD_DAYS - 1);
        var days = PERIOD_DAYS - (from.toEpochDay() - start(period).toEpochDay());
        if (suspended) {
            return;
        }
        IntStream.range(0, shape.parts().size())
                .filter(i -> shape.parts().get(i).holdsMoney())
                .forEach(i -> release(shape.parts().get(i), i, period, from, to, days));
        pen.on(from.plusDays(1));
        if (!pen.reached() || !shape.parts().getFirst().holdsMoney()) {
            return;
        }
        // Now and then one is missed, which the care manager's view is there to show.
        if (shape.contributionPence() > 0 && (number + period) % 7 != 6) {
            received("/contributions", "contributionId", line(shape.contributionPence(), days));
        }
        if (shape.topUpPence() > 0) {
            received("/top-ups", "topUpId", shape.topUpPence());
        }
    }

    private void release(Shape.Part part, int index, int period, LocalDate from, LocalDate to, long days) {
        var lines = new ArrayList<Map<String, Object>>();
        for (var line : shape.lines()) {
            var contribution = line.stream() == FundingStream.SOCIAL_CARE ? line(shape.contributionPence(), days) : 0;
            lines.add(released(
                    part,
                    line.stream(),
                    shape.divided(line(line.weeklyPence(), days)).get(index).pence() - contribution));
        }
        if (period == 0 && shape.oneOffPence() > 0) {
            lines.add(released(part, FundingStream.EQUIPMENT_AND_ADAPTATIONS, shape.oneOffPence()));
        }
        pen.dated(
                Desk.RELEASER,
                "/payments",
                fields(
                        "paymentId",
                        pen.mint(),
                        "deployment",
                        part.deployment(),
                        "periodFrom",
                        from.toString(),
                        "periodTo",
                        to.toString(),
                        "lines",
                        lines));
    }

    private Map<String, Object> released(Shape.Part part, FundingStream stream, long pence) {
        purse.in(part.deployment(), stream, pence);
        return fields("stream", stream.name(), "amountPence", pence);
    }

    private void received(String path, String idName, long pence) {
        var part = shape.parts().getFirst();
        pen.dated(
                Desk.BANK_FEED,
                path,
                fields(
                        idName,
                        pen.mint(),
                        "deployment",
                        part.deployment(),
                        "stream",
                        FundingStream.SOCIAL_CARE.name(),
                        "amountPence",
                        pence,
                        "evidence",
                        evidence("STATEMENT_LINE", "CR")));
        purse.in(part.deployment(), FundingStream.SOCIAL_CARE, pence);
    }

    private void spends(int period) {
        if (period == 0 && shape.oneOffPence() > 0) {
            pen.on(startsOn.plusDays(2));
            if (pen.reached()) {
                spend(
                        shape.parts().getFirst(),
                        FundingStream.EQUIPMENT_AND_ADAPTATIONS,
                        shape.oneOffPence() * 9 / 10,
                        fields("category", "adaptation", "description", "Ramp and level shower"));
            }
        }
        var days =
                random.ints(2 + random.nextInt(2), 4, PERIOD_DAYS - 3).sorted().toArray();
        for (var day : days) {
            pen.on(start(period).plusDays(day));
            if (!pen.reached()) {
                return;
            }
            for (var part : holding()) {
                var stream = shape.lines().get(random.nextInt(shape.lines().size())).stream();
                var pence = usable(part, stream) * (40 + random.nextInt(40)) / 100;
                if (pence >= 500) {
                    spend(part, stream, pence, approved(part, pence));
                }
            }
        }
    }

    /** Above the sum of the trust's rule two approve, except once in a while, when it is flagged. */
    private Map<String, Object> approved(Shape.Part part, long pence) {
        return part.degree() == DegreeOfControl.TRUST && pence > Beginning.APPROVAL_ABOVE_PENCE && random.nextInt(9) > 0
                ? fields("approvers", List.of(Beginning.trustee(this, 1), Beginning.trustee(this, 2)))
                : fields();
    }

    /** What providers claim for the weeks gone by, where the person's money is not paid out. */
    private void claims() {
        for (var i = 0; i < shape.parts().size(); i++) {
            var part = shape.parts().get(i);
            if (!part.holdsMoney()) {
                for (var line : shape.lines()) {
                    var due = shape.divided(line(line.weeklyPence(), PERIOD_DAYS - 2L))
                            .get(i)
                            .pence();
                    pen.dated(
                            Desk.BANK_FEED,
                            "/spends",
                            fields(
                                    "spendId",
                                    pen.mint(),
                                    "deployment",
                                    part.deployment(),
                                    "stream",
                                    line.stream().name(),
                                    "amountPence",
                                    due * (75 + random.nextInt(22)) / 100,
                                    "evidence",
                                    evidence("PROVIDER_CLAIM", "CL"),
                                    "category",
                                    "service",
                                    "description",
                                    "Service as agreed, four weeks"));
                }
            }
        }
    }
}
