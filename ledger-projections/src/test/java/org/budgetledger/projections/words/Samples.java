package org.budgetledger.projections.words;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.budgetledger.api.ActorId;
import org.budgetledger.api.Amount;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FinancialYear;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.LedgerEvent;
import org.budgetledger.api.Money;
import org.budgetledger.api.PayCycle;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.Reference;
import org.budgetledger.api.Sha256;
import org.budgetledger.api.budget.allocation.AllocationRevised;
import org.budgetledger.api.budget.allocation.BudgetAllocated;
import org.budgetledger.api.budget.control.ApprovalRule;
import org.budgetledger.api.period.Figures;
import org.budgetledger.api.period.PackCounts;
import org.budgetledger.api.period.PackTotals;
import org.budgetledger.api.policy.PolicyPackId;
import org.jspecify.annotations.Nullable;

/** An example of any record of the published language, made from the types of its components. */
final class Samples {
    private Samples() {}

    /** With or without what may be left out. */
    static LedgerEvent event(Class<? extends LedgerEvent> type, boolean full) {
        if (type == BudgetAllocated.class && full) {
            return new BudgetAllocated(
                    new ItemId(new UUID(1, 1)),
                    FundingStream.HEALTH,
                    Amount.ofPence(12_345),
                    null,
                    Amount.ofPence(12_000),
                    LocalDate.of(2025, 5, 5),
                    LocalDate.of(2025, 6, 5),
                    new FreeText("because"));
        }
        if (type == AllocationRevised.class) {
            return revised(full);
        }
        if (type == BudgetAllocated.class) {
            return new BudgetAllocated(
                    new ItemId(new UUID(1, 1)),
                    FundingStream.HEALTH,
                    null,
                    Amount.ofPence(12_345),
                    null,
                    LocalDate.of(2025, 5, 5),
                    null,
                    null);
        }
        return (LedgerEvent) record(type, full);
    }

    /** A rate of its own mass change, or a one-off sum, which names the one it revises. */
    private static AllocationRevised revised(boolean full) {
        return new AllocationRevised(
                new ItemId(new UUID(1, 1)),
                FundingStream.HEALTH,
                full ? Money.ofPence(12_345) : null,
                full ? null : Money.ofPence(12_345),
                full ? null : new ItemId(new UUID(1, 3)),
                Money.ofPence(12_000),
                LocalDate.of(2025, 5, 5),
                full ? LocalDate.of(2025, 6, 5) : null,
                new FreeText("because"),
                full ? new ItemId(new UUID(1, 4)) : null);
    }

    private static Object record(Class<?> type, boolean full) {
        var components = type.getRecordComponents();
        var values = Arrays.stream(components)
                .map(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class) && !full
                        ? null
                        : value(component.getGenericType(), full))
                .toArray();
        try {
            var constructor = type.getDeclaredConstructor(Arrays.stream(components)
                    .map(java.lang.reflect.RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no sample of " + type, e);
        }
    }

    private static Object value(java.lang.reflect.Type type, boolean full) {
        if (type instanceof java.lang.reflect.ParameterizedType list) {
            return List.of(value(list.getActualTypeArguments()[0], full));
        }
        if (type instanceof Class<?> known) {
            if (known.isEnum()) {
                return known.getEnumConstants()[0];
            }
            return SIMPLE.containsKey(known) ? SIMPLE.get(known) : record(known, full);
        }
        throw new AssertionError("no sample of " + type);
    }

    private static final Map<Class<?>, Object> SIMPLE = Map.ofEntries(
            Map.entry(Amount.class, Amount.ofPence(12_345)),
            Map.entry(Money.class, Money.ofPence(12_345)),
            Map.entry(LocalDate.class, LocalDate.of(2025, 5, 5)),
            Map.entry(UUID.class, new UUID(1, 2)),
            Map.entry(FreeText.class, new FreeText("because")),
            Map.entry(Reference.class, new Reference("paper-1")),
            Map.entry(PersonRef.class, new PersonRef("person-1")),
            Map.entry(ActorId.class, new ActorId("j.okafor")),
            Map.entry(AuthorityId.class, new AuthorityId("northmere")),
            Map.entry(DeploymentId.class, new DeploymentId("self")),
            Map.entry(ApprovalRule.class, new ApprovalRule(2, Amount.ofPence(25_000))),
            Map.entry(PolicyPackId.class, new PolicyPackId("england-care-act-2025")),
            Map.entry(PayCycle.class, PayCycle.FOUR_WEEKLY_2025),
            Map.entry(FinancialYear.class, new FinancialYear(2025)),
            Map.entry(String.class, "2025/26 P2"),
            Map.entry(Sha256.class, new Sha256("0123456789abcdef".repeat(4))),
            Map.entry(
                    PackTotals.class,
                    new PackTotals(
                            Figures.ZERO,
                            Figures.ZERO,
                            Figures.ZERO,
                            Figures.ZERO,
                            List.of(),
                            new PackCounts(0, 0, 0, 0, 0, 0, 0))),
            Map.entry(Integer.class, 1),
            Map.entry(int.class, 50),
            Map.entry(long.class, 7L),
            Map.entry(boolean.class, true),
            Map.entry(Boolean.class, false));
}
