package org.budgetledger.service.given;

import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.gbp;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.budgetledger.api.ActorId;
import org.budgetledger.api.Amount;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BooksId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FinancialYear;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.Reference;
import org.budgetledger.api.Sha256;
import org.budgetledger.api.StreamId;
import org.budgetledger.api.period.PackTotals;
import org.budgetledger.api.policy.PolicyPackId;
import org.jspecify.annotations.Nullable;

/**
 * One sample of any record of the published language, always the same. A component's name decides its value, so that samples
 * fit together: every {@code spendId} names the same spend.
 */
public final class Samples {
    /** The date of every sample that is not a span. */
    public static final LocalDate EFFECTIVE_ON = day("2025-04-22");

    private static final Map<String, LocalDate> DATES = Map.ofEntries(
            Map.entry("effectiveFrom", day("2025-04-07")),
            Map.entry("effectiveTo", day("2026-04-05")),
            Map.entry("periodFrom", day("2025-04-07")),
            Map.entry("periodTo", day("2025-05-04")),
            Map.entry("from", day("2025-04-07")),
            Map.entry("to", day("2025-05-04")),
            Map.entry("anchor", day("2025-04-07")),
            Map.entry("lapsesOn", day("2026-04-30")),
            Map.entry("inForceFrom", day("2025-04-28")),
            Map.entry("nextDueOn", day("2026-04-22")),
            Map.entry("putRightBy", day("2025-05-19")),
            Map.entry("startsOn", day("2025-05-20")),
            Map.entry("dueOn", day("2025-05-20")),
            Map.entry("lastDay", day("2025-05-19")));

    /**
     * What a record's own rules forbid to give together with the rest: a sum is a rate or one-off, and what is asked back has
     * one basis.
     */
    private static final Set<String> LEFT_OUT = Set.of(
            "AllocateBudget.oneOff",
            "BudgetAllocated.oneOff",
            "ReviseAllocation.oneOff",
            "ReviseAllocation.revises",
            "AllocationRevised.oneOff",
            "AllocationRevised.revises",
            "IssueRecoveryNotice.surplusId",
            "IssueRecoveryNotice.debtId",
            "RecoverFunds.noticeId",
            "RecoverFunds.debtId");

    /** Constants other than the first, where another component goes only with them. */
    private static final Map<String, String> CHOSEN = Map.of(
            "Deployment.degree", "PROVIDER_FUND",
            "resolvedAs", "REFUND",
            "CreditReceived.looksLike", "REFUND",
            "toStream", "HEALTH");

    private Samples() {}

    /** A sample with every component given that may be given. */
    public static <T> T full(Class<T> type) {
        return type.cast(record(type, Set.of()));
    }

    /** The same without one component that may be left out. */
    public static <T> T lacking(Class<T> type, String component) {
        return type.cast(record(type, Set.of(component)));
    }

    public static boolean leftOut(RecordComponent component) {
        return LEFT_OUT.contains(component.getDeclaringRecord().getSimpleName() + "." + component.getName());
    }

    public static boolean nullable(RecordComponent component) {
        return nullable(component.getAnnotatedType());
    }

    private static boolean nullable(AnnotatedType type) {
        return ((AnnotatedElement) type).isAnnotationPresent(Nullable.class);
    }

    /** A sample of a type for a component or parameter of a name. */
    public static Object sample(Class<?> type, Type generic, String owner, String name) {
        if (type.isEnum()) {
            var chosen = CHOSEN.getOrDefault(owner + "." + name, CHOSEN.get(name));
            return Arrays.<Object>stream(type.getEnumConstants())
                    .filter(constant ->
                            chosen == null || ((Enum<?>) constant).name().equals(chosen))
                    .findFirst()
                    .orElseThrow();
        }
        if (type == List.class && generic instanceof ParameterizedType list) {
            var element = list.getActualTypeArguments()[0];
            return List.of(sample((Class<?>) element, element, owner, name));
        }
        if (type == FinancialYear.class) {
            return FinancialYear.of(EFFECTIVE_ON);
        }
        if (type == int.class || type == Integer.class) {
            return name.equals("approvers") ? 2 : 1;
        }
        if (type == long.class || type == Long.class) {
            return 3L;
        }
        if (type == boolean.class || type == Boolean.class) {
            return true;
        }
        if (type == String.class || type == Object.class) {
            return "a " + name;
        }
        if (type == LocalDate.class) {
            return DATES.getOrDefault(name, EFFECTIVE_ON);
        }
        return value(type, owner, name);
    }

    private static Object value(Class<?> type, String owner, String name) {
        if (type == StreamId.class) {
            return Known.AMARA;
        } else if (type == Amount.class) {
            return gbp("123.45");
        } else if (type == Money.class) {
            return gbp("123.45").money();
        } else if (type == BudgetId.class) {
            return Known.AMARA;
        } else if (type == PoolId.class) {
            return Known.pool(name);
        } else if (type == EntryId.class) {
            return Known.entry(name);
        } else if (type == ItemId.class) {
            return Known.item(name);
        } else if (type == CommandId.class) {
            return Known.COMMAND;
        } else if (type == DeploymentId.class) {
            return name.startsWith("to") ? Known.TRUST : Known.SELF;
        } else if (type == PolicyPackId.class) {
            return Known.PACK;
        } else if (type == AuthorityId.class) {
            return Known.NORTHMERE;
        } else if (type == ActorId.class) {
            return Known.CARE_MANAGER.id();
        } else if (type == PersonRef.class) {
            return new PersonRef(name.toLowerCase(Locale.ROOT) + "-1");
        } else if (type == FreeText.class) {
            return new FreeText("Words about " + name);
        } else if (type == Reference.class) {
            return new Reference("REF " + name);
        } else if (type == BooksId.class) {
            return BooksId.of(Known.NORTHMERE);
        } else if (type == Sha256.class) {
            return new Sha256("0123456789abcdef".repeat(4));
        } else if (type == PackTotals.class) {
            return Known.TOTALS;
        } else if (type.isRecord()) {
            return record(type, Set.of());
        }
        throw new IllegalArgumentException("no sample is known of " + type.getName() + " for " + owner + "." + name);
    }

    private static Object record(Class<?> type, Set<String> lacking) {
        var components = type.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = Arrays.stream(components)
                .map(component -> leftOut(component) || lacking.contains(component.getName())
                        ? null
                        : sample(
                                component.getType(),
                                component.getGenericType(),
                                type.getSimpleName(),
                                component.getName()))
                .toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("no sample of " + type.getSimpleName(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("no sample of " + type.getSimpleName(), e);
        }
    }
}
