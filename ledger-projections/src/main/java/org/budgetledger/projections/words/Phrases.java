package org.budgetledger.projections.words;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.Evidence;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.budget.spending.SpendFlag;
import org.budgetledger.api.budget.withdrawal.Urgency;
import org.jspecify.annotations.Nullable;

/** Parts of sentences in plain English. */
final class Phrases {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private Phrases() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** “ from 1 May 2025 to 31 May 2025” or without an end. */
    static String span(LocalDate from, @Nullable LocalDate to) {
        return " from " + day(from) + (to == null ? "" : " to " + day(to));
    }

    /** A constant's name as people say it: social care, not achieved. */
    static String plain(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String account(DeploymentId deployment, FundingStream stream) {
        return plain(stream) + " (" + deployment + ")";
    }

    static String evidence(Evidence evidence) {
        return switch (evidence.kind()) {
            case STATEMENT_LINE -> "against a statement line";
            case PROVIDER_CLAIM -> "against a provider’s claim";
            case MANUAL_ENTRY -> "from a manual entry";
        };
    }

    static String people(List<PersonRef> people) {
        return people.isEmpty() ? "no one" : joined(people);
    }

    static String joined(List<?> things) {
        return things.stream()
                .map(thing -> thing instanceof Enum<?> constant ? plain(constant) : thing.toString())
                .collect(Collectors.joining(", "));
    }

    static String flagged(List<SpendFlag> flags) {
        return flags.isEmpty() ? "" : " It was flagged " + joined(flags) + ".";
    }

    /** “: in someone’s words” where there are any. */
    static String quoted(@Nullable FreeText text) {
        return text == null ? "" : ", for “" + text + "”";
    }

    static String lapsing(@Nullable LocalDate on) {
        return on == null ? "" : ", lapsing on " + day(on);
    }

    static String urgently(@Nullable Urgency urgent) {
        return urgent == null ? "" : ", urgently (" + plain(urgent.ground()) + ")";
    }

    static String count(int number, String one, String many) {
        return number == 1 ? "1 " + one : number + " " + many;
    }
}
