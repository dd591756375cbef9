package org.budgetledger.service.model;

import java.util.ArrayList;
import java.util.List;
import org.budgetledger.api.Amount;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.LedgerCommand;
import org.budgetledger.api.Money;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.budget.allocation.AllocateBudget;
import org.budgetledger.api.budget.allocation.AssessContribution;
import org.budgetledger.api.budget.allocation.NotifyAllocation;
import org.budgetledger.api.budget.allocation.OpenBudget;
import org.budgetledger.api.budget.allocation.RecordRasResult;
import org.budgetledger.api.budget.control.ApprovalRule;
import org.budgetledger.api.budget.control.ChangeTrustees;
import org.budgetledger.api.budget.control.ChooseControl;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.budgetledger.api.budget.control.Deployment;
import org.budgetledger.api.budget.control.LapseAgreement;
import org.budgetledger.api.budget.control.SetDeployments;
import org.budgetledger.api.budget.control.SetPayee;
import org.budgetledger.api.budget.control.Share;
import org.budgetledger.api.budget.control.SignAgreement;
import org.budgetledger.api.budget.control.TrustTerms;
import org.budgetledger.api.budget.control.VerifyPayee;
import org.jspecify.annotations.Nullable;

/** Random commands that tell a person their sum and give them control. */
final class SetUpCommands {
    private static final List<String> NAMES = List.of("authority", "self", "trust", "fund", "claims", "agent");

    private final World world;

    SetUpCommands(World world) {
        this.world = world;
    }

    LedgerCommand open(BudgetId budget) {
        return new OpenBudget(world.commandId(), budget, world.person(1000, 1010), null, null, world.day());
    }

    LedgerCommand rasResult(BudgetId budget) {
        var taken = world.known(budget).all(RecordRasResult.class).stream()
                .map(RecordRasResult::resultId)
                .toList();
        return new RecordRasResult(
                world.commandId(),
                budget,
                world.newItem(taken),
                world.stream(),
                50,
                weekly(),
                World.REFERENCE,
                world.past());
    }

    private Amount weekly() {
        return Amount.ofPence(world.pick(1L, 7L, 25_500L, 26_000L, 41_250L, world.random.nextLong(1, 60_000)));
    }

    LedgerCommand allocate(BudgetId budget) {
        var taken = world.known(budget).all(AllocateBudget.class).stream()
                .map(AllocateBudget::allocationId)
                .toList();
        var rate = world.chance(75);
        var from = world.day().minusDays(world.pick(0, 0, 10));
        return new AllocateBudget(
                world.commandId(),
                budget,
                world.newItem(taken),
                world.stream(),
                rate ? weekly() : null,
                rate ? null : world.amount(),
                from,
                rate && world.chance(40) ? from.plusDays(world.random.nextInt(0, 60)) : null,
                world.chance(80) ? World.TEXT : null);
    }

    LedgerCommand notify(BudgetId budget) {
        return new NotifyAllocation(world.commandId(), budget, world.past(), null);
    }

    LedgerCommand contribution(BudgetId budget) {
        return new AssessContribution(
                world.commandId(), budget, world.stream(), Money.ofPence(4_327), world.day(), null, null);
    }

    LedgerCommand choose(BudgetId budget) {
        return new ChooseControl(
                world.commandId(), budget, List.of(world.pick(DegreeOfControl.values())), null, world.past());
    }

    LedgerCommand deploy(BudgetId budget) {
        var names = new ArrayList<>(NAMES);
        var deployments = new ArrayList<Deployment>();
        for (var i = world.pick(1, 1, 2, 2, 3); i > 0; i--) {
            deployments.add(deployment(names.remove(world.random.nextInt(names.size()))));
        }
        return new SetDeployments(world.commandId(), budget, deployments, world.day(), null);
    }

    private Deployment deployment(String name) {
        var degree = switch (name) {
            case "authority" -> DegreeOfControl.AUTHORITY;
            case "self" -> world.chance(3) ? DegreeOfControl.REPRESENTATIVE : DegreeOfControl.SELF;
            case "trust" -> DegreeOfControl.TRUST;
            case "agent" -> DegreeOfControl.AGENT;
            default -> DegreeOfControl.PROVIDER_FUND;
        };
        return new Deployment(
                new DeploymentId(name),
                degree,
                new PersonRef(world.chance(3) ? "holder-2" : "holder-1"),
                world.chance(60) ? null : shares(),
                degree != DegreeOfControl.PROVIDER_FUND ? null : name.equals("claims") != world.chance(3));
    }

    private @Nullable List<Share> shares() {
        var shares = new ArrayList<Share>();
        for (var stream : World.STREAMS) {
            if (world.chance(60)) {
                shares.add(new Share(stream, world.pick(1L, 1L, 2L, 3L, 26_000L)));
            }
        }
        return shares.isEmpty() ? null : shares;
    }

    LedgerCommand sign(BudgetId budget) {
        var deployment = world.deploymentOrNone(budget);
        var account = world.account(budget, deployment, world.stream());
        var taken = world.known(budget).all(SignAgreement.class).stream()
                .map(SignAgreement::agreementId)
                .toList();
        var trust = account.deployment().value().equals("trust") && world.chance(90);
        var on = world.past();
        var from = world.chance(75) ? null : on.plusDays(world.pick(0, 1, 7, 28));
        return new SignAgreement(
                world.commandId(),
                budget,
                world.newItem(taken),
                deployment,
                on,
                from,
                world.chance(50) ? null : world.dayAfterOrNone(from == null ? on : from),
                trust ? terms() : null,
                world.chance(40) ? new ApprovalRule(2, Amount.ofPence(world.pick(1L, 100L, 25_000L))) : null);
    }

    private TrustTerms terms() {
        var trustees = new ArrayList<PersonRef>();
        for (var i = 1; i <= world.pick(2, 3, 3, 3, 4); i++) {
            trustees.add(new PersonRef("person-" + i));
        }
        return new TrustTerms(World.TEXT, World.TEXT, trustees, null);
    }

    LedgerCommand changeTrustees(BudgetId budget) {
        var joined = new ArrayList<PersonRef>();
        var left = new ArrayList<PersonRef>();
        for (var i = 1; i <= 5; i++) {
            if (world.chance(30)) {
                (world.chance(50) ? joined : left).add(new PersonRef("person-" + i));
            }
        }
        if (joined.isEmpty() && left.isEmpty()) {
            left.add(new PersonRef("person-1"));
        }
        var trust = new DeploymentId("trust");
        var deployment =
                world.chance(90) && world.deployments(budget).contains(trust) ? trust : world.deploymentOrNone(budget);
        return new ChangeTrustees(world.commandId(), budget, deployment, joined, left, world.past());
    }

    LedgerCommand lapse(BudgetId budget) {
        return new LapseAgreement(world.commandId(), budget, world.deploymentOrNone(budget), world.day(), World.TEXT);
    }

    LedgerCommand setPayee(BudgetId budget) {
        return new SetPayee(world.commandId(), budget, world.deploymentOrNone(budget), payee());
    }

    LedgerCommand verifyPayee(BudgetId budget) {
        return new VerifyPayee(world.commandId(), budget, world.deploymentOrNone(budget), payee());
    }

    private PersonRef payee() {
        return new PersonRef(world.chance(93) ? "payee-1" : "payee-2");
    }
}
