package org.budgetledger.service.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;
import org.budgetledger.api.Split;
import org.budgetledger.api.budget.control.DegreeOfControl;

/**
 * What a budget is made of.
 *
 * @param parts who holds it; more than one is a mixture
 * @param lines what it is a week, by stream
 * @param oneOffPence a sum for equipment and adaptations; nothing when 0
 * @param contributionPence what the person pays a week towards social care; nothing when 0
 * @param topUpPence what the person adds a period; nothing when 0
 */
record Shape(List<Part> parts, List<Line> lines, long oneOffPence, long contributionPence, long topUpPence) {
    Shape {
        parts = List.copyOf(parts);
        lines = List.copyOf(lines);
    }

    /** One deployment, and its weight among them. */
    record Part(String deployment, DegreeOfControl degree, boolean paidByClaims, long weight) {
        static Part of(DegreeOfControl degree, long weight) {
            return new Part(degree.name().toLowerCase(Locale.ROOT).replace('_', '-'), degree, false, weight);
        }

        boolean holdsMoney() {
            return degree != DegreeOfControl.AUTHORITY && !paidByClaims;
        }
    }

    /** A weekly rate on one stream. */
    record Line(FundingStream stream, long weeklyPence) {}

    static Shape of(DegreeOfControl degree, FundingStream stream, long weeklyPence) {
        return new Shape(List.of(Part.of(degree, 1)), List.of(new Line(stream, weeklyPence)), 0, 0, 0);
    }

    Shape contributing(long weeklyPence) {
        return new Shape(parts, lines, oneOffPence, weeklyPence, topUpPence);
    }

    Shape toppedUp(long pence) {
        return new Shape(parts, lines, oneOffPence, contributionPence, pence);
    }

    boolean mixed() {
        return parts.size() > 1;
    }

    boolean has(FundingStream stream) {
        return lines.stream().anyMatch(line -> line.stream() == stream);
    }

    /** What each part gets of a sum. */
    List<Money> divided(long pence) {
        return Split.byWeights(
                Money.ofPence(pence), parts.stream().map(Part::weight).toList());
    }

    /** The shape of the budget with this number: all degrees of control, and mixtures, in the proportions of a council. */
    static Shape drawn(int number, Random random) {
        var lines = lines(number, random);
        var parts = parts(number);
        var alone = parts.size() == 1 && parts.getFirst().holdsMoney();
        var socialCare = lines.getFirst().stream() == FundingStream.SOCIAL_CARE;
        return new Shape(
                parts,
                lines,
                alone && number % 12 == 5 ? 60_000 + 10_000L * random.nextInt(30) : 0,
                alone && socialCare && number % 5 != 0 ? 500 + 100L * random.nextInt(35) : 0,
                alone && socialCare && number % 13 == 0 ? 4_000 + 500L * random.nextInt(12) : 0);
    }

    private static List<Part> parts(int number) {
        return switch (number % 24) {
            case 9, 10, 11 -> List.of(Part.of(DegreeOfControl.REPRESENTATIVE, 1));
            case 12, 13 -> List.of(Part.of(DegreeOfControl.TRUST, 1));
            case 14, 15 -> List.of(Part.of(DegreeOfControl.AGENT, 1));
            case 16, 17 -> List.of(Part.of(DegreeOfControl.PROVIDER_FUND, 1));
            case 18 -> List.of(new Part("provider-claims", DegreeOfControl.PROVIDER_FUND, true, 1));
            case 19, 20, 21 -> List.of(Part.of(DegreeOfControl.AUTHORITY, 1));
            case 22 -> List.of(Part.of(DegreeOfControl.SELF, 3), Part.of(DegreeOfControl.PROVIDER_FUND, 1));
            case 23 ->
                number % 48 == 23
                        ? List.of(Part.of(DegreeOfControl.SELF, 1), Part.of(DegreeOfControl.AUTHORITY, 1))
                        : List.of(
                                Part.of(DegreeOfControl.REPRESENTATIVE, 2),
                                Part.of(DegreeOfControl.AGENT, 2),
                                Part.of(DegreeOfControl.AUTHORITY, 1));
            default -> List.of(Part.of(DegreeOfControl.SELF, 1));
        };
    }

    private static List<Line> lines(int number, Random random) {
        if (number % 29 == 11) {
            return List.of(new Line(FundingStream.CARER, 3_000 + 500L * random.nextInt(10)));
        }
        if (number % 17 == 13) {
            return List.of(new Line(FundingStream.HEALTH, 20_000 + 1_000L * random.nextInt(60)));
        }
        var lines = new ArrayList<Line>();
        lines.add(new Line(FundingStream.SOCIAL_CARE, 9_000 + 500L * random.nextInt(90)));
        var others = List.of(
                FundingStream.HEALTH,
                FundingStream.INDEPENDENT_LIVING,
                FundingStream.HOUSING_SUPPORT,
                FundingStream.EMPLOYMENT_SUPPORT,
                FundingStream.EDUCATION);
        IntStream.range(0, others.size())
                .filter(i -> number % (4 + 3 * i) == 1)
                .forEach(i -> lines.add(new Line(others.get(i), 2_000 + 500L * random.nextInt(20))));
        return lines;
    }
}
