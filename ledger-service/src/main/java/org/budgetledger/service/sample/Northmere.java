package org.budgetledger.service.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.PayCalendar;
import org.budgetledger.api.budget.control.DegreeOfControl;

/**
 * Northmere Council, invented: its people's budgets over the last twelve months. The same seed and the same day make the
 * same council, request by request.
 */
final class Northmere {
    static final long SEED = 20_250_407;
    static final int BUDGETS = 220;

    /** How long before {@code today} the first budget is opened: its date says which day a council was made for. */
    static final int FIRST_OPENED_DAYS_AGO = 360;

    private static final PayCalendar CALENDAR = PayCalendar.FOUR_WEEKLY_2025;
    private static final List<String> CLASS_NAMES = List.of("Amara Nwosu", "Ben Whitlock", "Cath Rafferty");

    private final long seed;
    private final LocalDate today;
    private final List<Life> lives = new ArrayList<>();
    private final List<Story> budgets = new ArrayList<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    private Northmere(long seed, LocalDate today) {
        this.seed = seed;
        this.today = today;
    }

    /**
     * Makes the council.
     *
     * @param today the day that all dates are relative to
     */
    static Sample made(long seed, LocalDate today) {
        return new Northmere(seed, today).made();
    }

    /** The first budget of all, which is there as soon as anything of a council is. */
    static String firstBudget(long seed) {
        return Pen.forBudget(mark(seed, "b", 0), LocalDate.EPOCH).home();
    }

    private Sample made() {
        var early = CALENDAR.nextPeriodStart(today.minusDays(320));
        known("a member of the art class", self(FundingStream.SOCIAL_CARE, 20_000), early, 0, 70_000);
        known("a member of the art class", self(FundingStream.SOCIAL_CARE, 12_000), early, 0, 42_000);
        known("a member of the art class, with health money", self(FundingStream.HEALTH, 8_000), early, 0, 25_000);
        known("a personal health budget", self(FundingStream.HEALTH, 32_500), early, 0, 0);
        known(
                "a user-controlled trust",
                Shape.of(DegreeOfControl.TRUST, FundingStream.SOCIAL_CARE, 41_250),
                early,
                0,
                0);
        known(
                "under notice of withdrawal",
                self(FundingStream.SOCIAL_CARE, 17_500),
                early,
                0,
                0,
                PeopleTurns::underNotice);
        known(
                "started in mid-period, with a contribution",
                self(FundingStream.SOCIAL_CARE, 26_000).contributing(4_327),
                early,
                9,
                0);
        known("topped up by the person", self(FundingStream.SOCIAL_CARE, 21_360).toppedUp(10_560), early, 0, 0);
        for (var i = 0; i < 3; i++) {
            known("a member of the shared house", self(FundingStream.SOCIAL_CARE, 15_000), early, 0, 45_000);
        }
        var house = List.copyOf(lives.subList(lives.size() - 3, lives.size()));
        while (lives.size() < BUDGETS) {
            drawn(lives.size());
        }
        var pools = List.of(
                Pools.artClass(mark(seed, "p", 0), today, early, lives.subList(0, 3)),
                Pools.sharedHouse(mark(seed, "p", 1), today, early, house));
        var worthALook = new ArrayList<String>();
        budgets.stream().limit(8).map(Story::home).forEach(worthALook::add);
        pools.stream().map(Story::home).forEach(worthALook::add);
        return new Sample(today, budgets, pools, names, worthALook);
    }

    private static Shape self(FundingStream stream, long weeklyPence) {
        return Shape.of(DegreeOfControl.SELF, stream, weeklyPence);
    }

    private void known(String subject, Shape shape, LocalDate firstPeriod, int startsAfterDays, long keepPence) {
        known(subject, shape, firstPeriod, startsAfterDays, keepPence, life -> {});
    }

    private void known(
            String subject,
            Shape shape,
            LocalDate firstPeriod,
            int startsAfterDays,
            long keepPence,
            Consumer<Life> ending) {
        var number = lives.size();
        var life = life(number, shape, firstPeriod, firstPeriod.plusDays(startsAfterDays), keepPence);
        lives.add(life);
        budgets.add(life.told(subject, today.minusDays(FIRST_OPENED_DAYS_AGO), PeopleTurns.drawn(number), ending));
        names.put(life.pen.home(), number < CLASS_NAMES.size() ? CLASS_NAMES.get(number) : People.name(number));
    }

    private void drawn(int number) {
        var random = random(number);
        var shape = Shape.drawn(number, random);
        var periods = 1 + random.nextInt(11);
        var firstPeriod = CALENDAR.periodStart(today).minusDays((long) periods * Life.PERIOD_DAYS);
        var earliest = today.minusDays(FIRST_OPENED_DAYS_AGO);
        var opened = firstPeriod.minusDays(30L + random.nextInt(25));
        var life = life(number, shape, firstPeriod, firstPeriod, 0);
        lives.add(life);
        budgets.add(life.told(
                shape.parts().stream().map(part -> part.degree().name()).collect(Collectors.joining(" + ")),
                opened.isBefore(earliest) ? earliest : opened,
                MoneyTurns.drawn(number).then(PeopleTurns.drawn(number)),
                _ -> {}));
        names.put(life.pen.home(), People.name(number));
    }

    private Life life(int number, Shape shape, LocalDate firstPeriod, LocalDate startsOn, long keepPence) {
        return new Life(
                number, mark(seed, "b", number), shape, firstPeriod, startsOn, today, keepPence, random(number));
    }

    /** Every life has its own chances, so that a change to one leaves the others as they were. */
    private Random random(int number) {
        return new Random(seed * 31 + number);
    }

    private static String mark(long seed, String kind, int number) {
        return "northmere-%d-%s%03d".formatted(seed, kind, number);
    }
}
