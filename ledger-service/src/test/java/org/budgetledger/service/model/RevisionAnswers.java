package org.budgetledger.service.model;

import java.time.LocalDate;
import java.util.Objects;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.allocation.AllocationRevised;
import org.budgetledger.api.budget.allocation.ReviseAllocation;
import org.jspecify.annotations.Nullable;

/** Changing a sum that was agreed, in the past too: R16. */
final class RevisionAnswers {
    /** After this day nothing changes in any history. */
    private static final LocalDate HORIZON = LocalDate.of(2027, 6, 30);

    private RevisionAnswers() {}

    static void revise(ReviseAllocation c, ModelBudget budget, Answer answer) {
        answer.refuseIf(AllocationAnswers.named(budget, c.allocationId()), "ID_IN_USE");
        var was = c.weekly() != null ? rate(c, c.weekly(), budget, answer) : oneOff(c, budget, answer);
        answer.happened(
                budget.id,
                new AllocationRevised(
                        c.allocationId(),
                        c.stream(),
                        c.weekly(),
                        c.oneOff(),
                        c.revises(),
                        Money.ofPence(was),
                        c.effectiveFrom(),
                        c.effectiveTo(),
                        c.reason(),
                        c.upliftId()));
    }

    private static long rate(ReviseAllocation c, Money weekly, ModelBudget budget, Answer answer) {
        var first = budget.book().rate(c.stream(), c.effectiveFrom());
        answer.refuseIf(first == null, "NOTHING_TO_REVISE");
        var changes = false;
        for (var day = c.effectiveFrom();
                !day.isAfter(Objects.requireNonNullElse(c.effectiveTo(), HORIZON));
                day = day.plusDays(1)) {
            changes |= pence(budget, c.stream(), day) != weekly.pence();
        }
        answer.refuseIf(!changes, "NOTHING_CHANGES");
        return first == null ? 0 : first.pence();
    }

    /** Whether any day of a span has a weekly rate already. */
    static boolean rated(ModelBudget budget, FundingStream stream, LocalDate from, @Nullable LocalDate to) {
        for (var day = from; !day.isAfter(Objects.requireNonNullElse(to, HORIZON)); day = day.plusDays(1)) {
            if (budget.book().rate(stream, day) != null) {
                return true;
            }
        }
        return false;
    }

    private static long pence(ModelBudget budget, FundingStream stream, LocalDate day) {
        var rate = budget.book().rate(stream, day);
        return rate == null ? 0 : rate.pence();
    }

    private static long oneOff(ReviseAllocation c, ModelBudget budget, Answer answer) {
        for (var each : budget.book().oneOffs) {
            if (each.id().equals(c.revises()) && each.stream() == c.stream()) {
                answer.refuseIf(
                        each.pence() == Objects.requireNonNull(c.oneOff()).pence()
                                && each.on().equals(c.effectiveFrom()),
                        "NOTHING_CHANGES");
                return each.pence();
            }
        }
        answer.refuseIf(true, "NOTHING_TO_REVISE");
        return 0;
    }
}
