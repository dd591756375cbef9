package org.budgetledger.service.run;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.budgetledger.api.Actor;
import org.budgetledger.api.ActorId;
import org.budgetledger.api.Amount;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.PayCycle;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.Role;
import org.budgetledger.api.budget.BudgetCommand;
import org.budgetledger.api.budget.allocation.AllocateBudget;
import org.budgetledger.api.budget.allocation.NotifyAllocation;
import org.budgetledger.api.budget.allocation.OpenBudget;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.budgetledger.api.budget.control.Deployment;
import org.budgetledger.api.budget.control.SetDeployments;
import org.budgetledger.api.budget.control.SetPayee;
import org.budgetledger.api.budget.control.SignAgreement;
import org.budgetledger.api.budget.control.VerifyPayee;
import org.budgetledger.api.budget.plan.AgreePlan;
import org.budgetledger.api.budget.plan.AgreementRoute;
import org.budgetledger.api.budget.plan.Outcome;
import org.budgetledger.api.budget.plan.OutcomeDomain;
import org.budgetledger.api.budget.plan.SupportPlan;
import org.budgetledger.service.RunningLedger;
import org.budgetledger.service.store.Envelope;
import org.budgetledger.service.store.HashChain;
import org.jspecify.annotations.Nullable;

/** A council's budgets, made through the command gateway of a running ledger: fast enough for the largest council. */
public final class Council {
    static final DeploymentId SELF = new DeploymentId("self");
    private static final int SENDERS = 4;

    private final CommandGateway gateway;
    private final AuthorityId authority;

    public Council(RunningLedger ledger, String authority) {
        this.gateway = ledger.bean(CommandGateway.class);
        this.authority = new AuthorityId(authority);
    }

    /** A budget's id by the name of whose it is. */
    BudgetId budget(String name) {
        return new BudgetId(uuid(name));
    }

    /** Budgets that can be paid, each with the weekly rate that its number gives. */
    void ready(int count, LocalDate from, IntToLongFunction weeklyPence) {
        try (var senders = Executors.newFixedThreadPool(SENDERS)) {
            var all = IntStream.range(0, count)
                    .mapToObj(i -> senders.submit(() -> ready("n" + i, from, weeklyPence.applyAsLong(i))))
                    .toList();
            for (var one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A budget that the person holds, told, planned, agreed, with a payee that is verified. */
    public BudgetId ready(String name, LocalDate from, long weeklyPence) {
        var budget = allocated(name, from, weeklyPence, null);
        told(name, from);
        held(name, from, List.of(new Deployment(SELF, DegreeOfControl.SELF, person(name), null, null)));
        payee(name);
        verified(name);
        return budget;
    }

    BudgetId allocated(String name, LocalDate from, long weeklyPence, @Nullable PayCycle cycle) {
        send(Role.ALLOCATOR, new OpenBudget(id(name, "open"), budget(name), person(name), null, cycle, from));
        send(
                Role.ALLOCATOR,
                new AllocateBudget(
                        id(name, "allocate"),
                        budget(name),
                        new ItemId(uuid(name + " allocation")),
                        FundingStream.SOCIAL_CARE,
                        Amount.ofPence(weeklyPence),
                        null,
                        from,
                        null,
                        null));
        return budget(name);
    }

    void told(String name, LocalDate on) {
        send(Role.ALLOCATOR, new NotifyAllocation(id(name, "notify"), budget(name), on, null));
        var plan = new SupportPlan(
                List.of(new Outcome(
                        new ItemId(uuid(name + " outcome")), OutcomeDomain.OTHER, new FreeText("I go out most days"))),
                null,
                null);
        send(Role.CARE_MANAGER, new AgreePlan(id(name, "plan"), budget(name), plan, AgreementRoute.PANEL, on));
    }

    void held(String name, LocalDate from, List<Deployment> deployments) {
        send(Role.CARE_MANAGER, new SetDeployments(id(name, "deploy"), budget(name), deployments, from, null));
        send(
                Role.CARE_MANAGER,
                new SignAgreement(
                        id(name, "sign"),
                        budget(name),
                        new ItemId(uuid(name + " agreement")),
                        SELF,
                        from,
                        null,
                        null,
                        null,
                        null));
    }

    void payee(String name) {
        send(Role.PAYEE_SETTER, new SetPayee(id(name, "payee"), budget(name), SELF, person(name)));
    }

    void verified(String name) {
        send(Role.RELEASER, new VerifyPayee(id(name, "verify"), budget(name), SELF, person(name)));
    }

    /** Sends a command in the name of somebody in a role. */
    void send(Role role, BudgetCommand command) {
        var actor = new Actor(authority, new ActorId("the-" + role.name().toLowerCase(Locale.ROOT)), role);
        var envelope = new Envelope(
                actor, command.commandId(), HashChain.sha256(command.commandId().value()), null);
        gateway.sendAndWait(GenericCommandMessage.asCommandMessage(command).withMetaData(envelope.toMetadata()));
    }

    PersonRef person(String name) {
        return new PersonRef(
                "person-" + HashChain.sha256(name).replaceAll("[^0-9]", "").substring(0, 12));
    }

    CommandId id(String name, String what) {
        return new CommandId(authority + "." + name + "." + what);
    }

    private UUID uuid(String name) {
        return UUID.nameUUIDFromBytes((authority + " " + name).getBytes(StandardCharsets.UTF_8));
    }
}
