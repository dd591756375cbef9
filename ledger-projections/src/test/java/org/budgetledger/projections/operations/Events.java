package org.budgetledger.projections.operations;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.budgetledger.api.Amount;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.Evidence;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.PayCycle;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.Reference;
import org.budgetledger.api.budget.allocation.BudgetAllocated;
import org.budgetledger.api.budget.allocation.BudgetOpened;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.budgetledger.api.budget.control.Deployment;
import org.budgetledger.api.budget.control.DeploymentsSet;
import org.budgetledger.api.budget.payment.PaymentLine;
import org.budgetledger.api.budget.payment.PaymentReleased;
import org.budgetledger.api.budget.spending.SpendFlag;
import org.budgetledger.api.budget.spending.SpendRecorded;
import org.budgetledger.api.policy.PolicyPackId;
import org.jspecify.annotations.Nullable;

/** Short ways to say what happened, for stories. */
public final class Events {
    private static final PolicyPackId PACK = new PolicyPackId("england-care-act-2025");
    public static final DeploymentId SELF = new DeploymentId("self");
    public static final DeploymentId TRUST = new DeploymentId("trust");

    private Events() {}

    public static BudgetId budget() {
        return new BudgetId(UUID.randomUUID());
    }

    public static EntryId entry() {
        return new EntryId(UUID.randomUUID());
    }

    public static ItemId item() {
        return new ItemId(UUID.randomUUID());
    }

    public static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    public static Amount pence(long pence) {
        return Amount.ofPence(pence);
    }

    public static FreeText text(String words) {
        return new FreeText(words);
    }

    public static PersonRef person(int number) {
        return new PersonRef("person-" + number);
    }

    public static Evidence line() {
        return new Evidence(Evidence.Kind.STATEMENT_LINE, new Reference("line-1"));
    }

    public static BudgetOpened opened(BudgetId budget, String on) {
        return new BudgetOpened(budget, ReadSide.NORTHMERE, person(1), PACK, PayCycle.FOUR_WEEKLY_2025, day(on));
    }

    public static BudgetAllocated weekly(FundingStream stream, long pence, String from) {
        return new BudgetAllocated(item(), stream, pence(pence), null, null, day(from), null, null);
    }

    public static DeploymentsSet deployed(DeploymentId deployment, DegreeOfControl degree, String from) {
        return new DeploymentsSet(List.of(new Deployment(deployment, degree, person(1), null, null)), day(from), null);
    }

    public static PaymentReleased released(DeploymentId deployment, String on, PaymentLine... lines) {
        return new PaymentReleased(
                entry(),
                deployment,
                person(1),
                day(on),
                day(on).plusDays(27),
                List.of(lines),
                null,
                null,
                null,
                null,
                day(on));
    }

    public static PaymentLine of(FundingStream stream, long pence) {
        return new PaymentLine(stream, pence(pence));
    }

    public static SpendRecorded spent(DeploymentId deployment, FundingStream stream, long pence, String on) {
        return spent(entry(), deployment, stream, pence, on, null, null, List.of());
    }

    public static SpendRecorded spent(
            EntryId id,
            DeploymentId deployment,
            FundingStream stream,
            long pence,
            String on,
            @Nullable ItemId outcome,
            @Nullable String description,
            List<SpendFlag> flags) {
        return new SpendRecorded(
                id,
                deployment,
                stream,
                pence(pence),
                line(),
                day(on),
                day(on),
                day(on),
                null,
                outcome,
                null,
                description == null ? null : text(description),
                List.of(),
                null,
                null,
                flags);
    }
}
