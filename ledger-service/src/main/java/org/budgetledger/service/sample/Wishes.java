package org.budgetledger.service.sample;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.budgetledger.api.budget.plan.OutcomeDomain;

/** What people want of their lives, and what they buy for it. */
final class Wishes {
    /** An outcome, in the person's words. */
    record Wish(OutcomeDomain domain, String inTheirWords) {}

    /** Something bought. */
    record Buy(String category, String description) {}

    private static final List<Wish> WISHES = List.of(
            new Wish(OutcomeDomain.WHERE_I_LIVE, "I want to stay in my own flat."),
            new Wish(OutcomeDomain.WHO_I_LIVE_WITH, "I want to choose who has the room next to mine."),
            new Wish(OutcomeDomain.HOW_I_SPEND_MY_TIME, "I want to be out of the house most days."),
            new Wish(OutcomeDomain.HOW_I_SPEND_MY_TIME, "I want to play records in front of people again."),
            new Wish(OutcomeDomain.HOW_I_SPEND_MY_TIME, "I want to swim twice a week."),
            new Wish(OutcomeDomain.WHO_SUPPORTS_ME, "I want the same two people to help me in the morning."),
            new Wish(OutcomeDomain.WHO_SUPPORTS_ME, "I want my partner to have a night off."),
            new Wish(OutcomeDomain.OTHER, "I want to manage my pain well enough to sleep."));

    private static final List<Buy> BUYS = List.of(
            new Buy("wages", "Personal assistant, two weeks"),
            new Buy("wages", "Night support"),
            new Buy("leisure", "Swimming pass"),
            new Buy("leisure", "Tickets for two"),
            new Buy("travel", "Taxi account"),
            new Buy("home", "Cleaning"),
            new Buy("home", "Meals delivered"),
            new Buy("learning", "Evening course"),
            new Buy("equipment", "Repair of the scooter"),
            new Buy("support", "Support worker for a day out"));

    private static final List<String> LEARNING = List.of(
            "Booking the driver a week ahead halves the fare.",
            "Two short visits are worth more than one long one.",
            "The statement is easier when the payments come on one day.",
            "A trial month before signing saved us an argument.",
            "Mornings work; evenings need someone younger.");

    private Wishes() {}

    /** Two or three wishes, all different. */
    static List<Wish> wishes(Random random) {
        var first = random.nextInt(WISHES.size());
        var count = 2 + random.nextInt(2);
        return IntStream.range(0, count)
                .mapToObj(i -> WISHES.get((first + 3 * i) % WISHES.size()))
                .toList();
    }

    static Buy buy(Random random) {
        return BUYS.get(random.nextInt(BUYS.size()));
    }

    static String learning(Random random) {
        return LEARNING.get(random.nextInt(LEARNING.size()));
    }
}
