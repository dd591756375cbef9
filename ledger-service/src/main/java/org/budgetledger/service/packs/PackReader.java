package org.budgetledger.service.packs;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.budgetledger.api.Amount;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.LedgerCommand;
import org.budgetledger.api.PayCycle;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.budgetledger.api.budget.spending.Purchase;
import org.budgetledger.api.policy.PolicyPackId;
import org.budgetledger.service.policy.Clause;
import org.budgetledger.service.policy.Policy;
import org.budgetledger.service.policy.SupportOption;
import org.budgetledger.service.policy.SurplusSplit;
import org.budgetledger.service.policy.WorkingDays;
import org.budgetledger.service.store.Families;

/**
 * Reads a policy pack strictly: a key that is not known, is missing or is there twice, a value of another kind, a rule that
 * the ledger's own rules forbid, and a command that does not exist are refused with the line. Nothing has a default: a pack
 * says all that it means.
 */
final class PackReader {
    /** Longer windows than a year, and reviews further apart than ten years, are typing errors. */
    private static final int MAX_DAYS = 366;

    private static final int MAX_MONTHS = 120;
    private static final int MAX_WEEKS = 104;
    private static final int MAX_YEARS = 100;
    private static final int MAX_TRUSTEES = 50;
    private static final int MAX_OPTIONS = 20;
    private static final int MAX_WRITE_OFF_PENCE = 100_000_000;

    private static final Set<String> COMMANDS = Families.recordsOf(LedgerCommand.class).stream()
            .map(Class::getSimpleName)
            .collect(Collectors.toSet());

    /** The keys of a pack's file: the components of a policy under their JSON names. */
    private static final String[] KEYS = Arrays.stream(Policy.class.getRecordComponents())
            .map(component -> component.getName().equals("writeOffLimit") ? "writeOffLimitPence" : component.getName())
            .toArray(String[]::new);

    private PackReader() {}

    /**
     * The pack in a text.
     *
     * @param file its name, which is the pack's id and {@code .yaml}
     */
    static Policy read(String file, String text) {
        var root = PackNode.read(file, text);
        var at = new Place(root.keys(KEYS));
        return root.make(() -> new Policy(
                id(at.of("id")),
                at.of("title").text(),
                at.of("validFrom").date(),
                at.number("noticeDays", 1, MAX_DAYS),
                at.number("minimumTrustees", 1, MAX_TRUSTEES),
                at.number("trusteeDays", 1, MAX_DAYS),
                at.number("firstReviewMonths", 1, MAX_MONTHS),
                at.number("laterReviewMonths", 1, MAX_MONTHS),
                at.number("lateQueryDays", 1, MAX_DAYS),
                at.number("surplusWeeks", 0, MAX_WEEKS),
                at.of("surplusSplit").oneOf(SurplusSplit.class),
                at.number("recoveryNoticeDays", 1, MAX_DAYS),
                Amount.ofPence(at.number("writeOffLimitPence", 1, MAX_WRITE_OFF_PENCE)),
                at.of("payableOnDayOfDeath").yesOrNo(),
                at.number("matchingWindowDays", 0, MAX_DAYS),
                at.number("retentionYears", 1, MAX_YEARS),
                Set.copyOf(at.of("meansTested").listOf(PackReader::meansTested)),
                at.words("topUpProhibited", FundingStream.class),
                at.words("directPayments", DegreeOfControl.class),
                at.words("barredPurchases", Purchase.class),
                payCycle(at.of("payCycle")),
                workingDays(at.of("workingDays")),
                options(at.of("options")),
                clauses(at.of("clauses"))));
    }

    private record Place(Map<String, PackNode> places) {
        PackNode of(String key) {
            var place = places.get(key);
            if (place == null) {
                throw new IllegalStateException(key + " is read but is no key");
            }
            return place;
        }

        int number(String key, int least, int most) {
            return of(key).wholeNumber(least, most);
        }

        <E extends Enum<E>> Set<E> words(String key, Class<E> words) {
            return Set.copyOf(of(key).listOf(item -> item.oneOf(words)));
        }
    }

    private static PolicyPackId id(PackNode node) {
        var id = node.make(() -> new PolicyPackId(node.text()));
        if (!node.file().equals(id + ".yaml")) {
            throw node.fault("id must be the file's name without .yaml, not " + id);
        }
        return id;
    }

    private static FundingStream meansTested(PackNode node) {
        var stream = node.oneOf(FundingStream.class);
        if (stream == FundingStream.HEALTH) {
            throw node.fault("HEALTH must not be means-tested (R14)");
        }
        return stream;
    }

    private static PayCycle payCycle(PackNode node) {
        var at = node.keys(List.of("kind"), List.of("anchor"));
        var kind = new Place(at).of("kind").oneOf(PayCycle.Kind.class);
        var anchor = at.get("anchor");
        return anchor == null
                ? node.make(() -> new PayCycle(kind, null))
                : anchor.make(() -> new PayCycle(kind, anchor.date()));
    }

    private static WorkingDays workingDays(PackNode node) {
        var at = new Place(node.keys("knownTo", "bankHolidays"));
        var knownTo = at.of("knownTo").date();
        var bankHolidays = at.of("bankHolidays").listOf(item -> bankHoliday(item, knownTo));
        return new WorkingDays(knownTo, Set.copyOf(bankHolidays));
    }

    private static LocalDate bankHoliday(PackNode node, LocalDate knownTo) {
        var day = node.date();
        if (WorkingDays.isWeekend(day)) {
            throw node.fault(day + " is a " + (day.getDayOfWeek().getValue() == 6 ? "Saturday" : "Sunday")
                    + ": a bank holiday that falls on a weekend is kept on a weekday, which belongs here");
        }
        if (day.isAfter(knownTo)) {
            throw node.fault(day + " is after knownTo, " + knownTo);
        }
        return day;
    }

    private static List<SupportOption> options(PackNode node) {
        var numbers = new HashSet<Integer>();
        return node.listOf(item -> {
            var at = new Place(item.keys("number", "name", "degrees"));
            var number = at.number("number", 1, MAX_OPTIONS);
            if (!numbers.add(number)) {
                throw at.of("number").fault("there are two options of number " + number);
            }
            var degrees = at.words("degrees", DegreeOfControl.class);
            if (degrees.isEmpty()) {
                throw at.of("degrees").fault("an option must stand for at least one degree of control");
            }
            return new SupportOption(number, at.of("name").text(), degrees);
        });
    }

    private static List<Clause> clauses(PackNode node) {
        var ids = new HashSet<String>();
        return node.listOf(item -> {
            var at = new Place(item.keys("id", "source", "sentence", "governs"));
            var id = at.of("id");
            if (!ids.add(id.text())) {
                throw id.fault("there are two clauses of id " + id.text());
            }
            return id.make(() -> new Clause(
                    id.text(),
                    at.of("source").text(),
                    at.of("sentence").text(),
                    at.of("governs").listOf(PackReader::command)));
        });
    }

    private static String command(PackNode node) {
        var name = node.text();
        if (!COMMANDS.contains(name)) {
            throw node.fault("there is no command " + name);
        }
        return name;
    }
}
