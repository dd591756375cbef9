package org.budgetledger.service.given;

import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.BANK;
import static org.budgetledger.service.given.Known.BEN;
import static org.budgetledger.service.given.Known.NORTHMERE;
import static org.budgetledger.service.given.Known.PAYEE_SETTER;
import static org.budgetledger.service.given.Known.PERSON;
import static org.budgetledger.service.given.Known.RELEASER;
import static org.budgetledger.service.given.Known.SELF;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.entry;
import static org.budgetledger.service.given.Known.gbp;
import static org.budgetledger.service.given.Known.item;
import static org.budgetledger.service.given.Known.pool;
import static org.budgetledger.service.given.Known.statementLine;
import static org.budgetledger.service.given.Known.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.PayCycle;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.allocation.AllocationNotified;
import org.budgetledger.api.budget.allocation.BudgetAllocated;
import org.budgetledger.api.budget.allocation.BudgetOpened;
import org.budgetledger.api.budget.control.AgreementSigned;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.budgetledger.api.budget.control.Deployment;
import org.budgetledger.api.budget.control.DeploymentsSet;
import org.budgetledger.api.budget.control.PayeeSet;
import org.budgetledger.api.budget.control.PayeeVerified;
import org.budgetledger.api.budget.payment.PaymentLine;
import org.budgetledger.api.budget.payment.PaymentReleased;
import org.budgetledger.api.budget.plan.AgreementRoute;
import org.budgetledger.api.budget.plan.Outcome;
import org.budgetledger.api.budget.plan.OutcomeDomain;
import org.budgetledger.api.budget.plan.PlanAgreed;
import org.budgetledger.api.budget.plan.SupportPlan;
import org.budgetledger.api.budget.spending.SpendFlag;
import org.budgetledger.api.budget.spending.SpendRecorded;
import org.budgetledger.api.budget.withdrawal.Alternative;
import org.budgetledger.api.budget.withdrawal.BudgetWithdrawn;
import org.budgetledger.api.pool.PoolClosed;
import org.budgetledger.api.pool.PoolContributionReceived;
import org.budgetledger.api.pool.PoolEvent;
import org.budgetledger.api.pool.PoolMemberJoined;
import org.budgetledger.api.pool.PoolMemberLeft;
import org.budgetledger.api.pool.PoolOpened;

/** What has happened to a budget before a test begins, in the order of the seven steps. */
public final class History {
    private History() {}

    public static BudgetOpened opened() {
        return opened(AMARA);
    }

    public static BudgetOpened opened(BudgetId budget) {
        return new BudgetOpened(budget, NORTHMERE, PERSON, Known.PACK, PayCycle.FOUR_WEEKLY_2025, day("2025-04-01"));
    }

    /** A weekly rate that runs on. */
    public static BudgetAllocated allocated(FundingStream stream, String weekly, String from) {
        return new BudgetAllocated(item("rate of " + stream), stream, gbp(weekly), null, null, day(from), null, null);
    }

    /** A sum allocated once. */
    public static BudgetAllocated allocatedOnce(FundingStream stream, String sum, String on) {
        return new BudgetAllocated(item("once for " + stream), stream, null, gbp(sum), null, day(on), null, null);
    }

    public static AllocationNotified told() {
        return new AllocationNotified(day("2025-04-01"), null);
    }

    /** A plan with one outcome, {@code item("outcome")}. */
    public static PlanAgreed planned() {
        return new PlanAgreed(plan("outcome"), AgreementRoute.CARE_MANAGER, day("2025-04-01"));
    }

    /** A plan with outcomes of these names. */
    public static SupportPlan plan(String... outcomes) {
        return new SupportPlan(
                Arrays.stream(outcomes)
                        .map(name -> new Outcome(item(name), OutcomeDomain.HOW_I_SPEND_MY_TIME, text("I paint again")))
                        .toList(),
                List.of(text("The van may break down")),
                List.of(text("My sister drives")));
    }

    /** A deployment that takes part in every stream alike. */
    public static Deployment deployment(DeploymentId id, DegreeOfControl degree) {
        return new Deployment(id, degree, PERSON, null, null);
    }

    public static DeploymentsSet deployed(Deployment... deployments) {
        return new DeploymentsSet(List.of(deployments), day("2025-04-01"), null);
    }

    public static DeploymentsSet deployedToSelf() {
        return deployed(deployment(SELF, DegreeOfControl.SELF));
    }

    public static AgreementSigned signed(DeploymentId deployment, String on) {
        return new AgreementSigned(item("agreement of " + deployment), deployment, day(on), day(on), null, null, null);
    }

    public static PayeeSet payeeSet(DeploymentId deployment) {
        return new PayeeSet(deployment, BANK, PAYEE_SETTER.id());
    }

    public static PayeeVerified payeeVerified(DeploymentId deployment) {
        return new PayeeVerified(deployment, BANK, RELEASER.id());
    }

    /** The first period's payment. */
    public static PaymentReleased paid(String payment, DeploymentId deployment, PaymentLine... lines) {
        return new PaymentReleased(
                entry(payment),
                deployment,
                BANK,
                day("2025-04-07"),
                day("2025-05-04"),
                List.of(lines),
                null,
                null,
                null,
                null,
                day("2025-04-04"));
    }

    public static PaymentLine line(FundingStream stream, String amount) {
        return new PaymentLine(stream, gbp(amount));
    }

    /** A person who has control of their own money, and has none yet. */
    public static List<BudgetEvent> inControl() {
        return List.of(
                opened(),
                allocated(FundingStream.SOCIAL_CARE, "100.00", "2025-04-07"),
                told(),
                planned(),
                deployedToSelf(),
                signed(SELF, "2025-04-01"),
                payeeSet(SELF),
                payeeVerified(SELF));
    }

    /** A person in control whose account holds these sums. */
    public static List<BudgetEvent> holding(PaymentLine... lines) {
        var events = new ArrayList<>(inControl());
        events.add(paid("payment", SELF, lines));
        return events;
    }

    public static SpendRecorded spent(
            String spend, DeploymentId deployment, FundingStream stream, String amount, String on, SpendFlag... flags) {
        return new SpendRecorded(
                entry(spend),
                deployment,
                stream,
                gbp(amount),
                statementLine("line of " + spend),
                day(on),
                day(on),
                day(on),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                List.of(flags));
    }

    /** The budget ended with Sun 17 Aug 2025. */
    public static BudgetWithdrawn withdrawn() {
        var alternative = new Alternative(Alternative.Kind.ARRANGED, day("2025-08-18"), gbp("175.00"), text("Managed"));
        return new BudgetWithdrawn(text("Money misused"), day("2025-08-17"), alternative, null, day("2025-08-18"));
    }

    /** Someone in control of their own money, which is this much of social care. */
    public static List<BudgetEvent> funded(BudgetId budget, String amount) {
        return List.of(
                opened(budget), deployedToSelf(), paid("payment", SELF, line(FundingStream.SOCIAL_CARE, amount)));
    }

    /** A pool to which Amara gave 600.00 and Ben 360.00 of their social care. */
    public static List<PoolEvent> ofAmaraAndBen() {
        var day = day("2025-04-22");
        return List.of(
                new PoolOpened(pool("art class"), NORTHMERE, text("Art class"), day),
                new PoolMemberJoined(AMARA, 60_000, day),
                new PoolContributionReceived(
                        entry("amara's"), AMARA, SELF, FundingStream.SOCIAL_CARE, gbp("600.00"), day),
                new PoolMemberJoined(BEN, 36_000, day),
                new PoolContributionReceived(entry("ben's"), BEN, SELF, FundingStream.SOCIAL_CARE, gbp("360.00"), day));
    }

    /** A member has left, and is settled. */
    public static PoolMemberLeft left(BudgetId member) {
        return new PoolMemberLeft(member, List.of(), null, day("2025-05-31"));
    }

    /** The pool has closed, and everyone is settled. */
    public static PoolClosed closed() {
        return new PoolClosed(List.of(), null, day("2025-07-16"));
    }
}
