package org.budgetledger.service.given;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.budgetledger.api.Refusal;

/** Every refusal that the published language has. */
public final class Refusals {
    private Refusals() {}

    /** One of each: the records that are a code of their own, and what each of the named ones gives. */
    public static Stream<Refusal> all() {
        var records = Arrays.stream(Refusal.class.getPermittedSubclasses())
                .filter(type -> type != Refusal.Plain.class && type != Refusal.Exceeds.class)
                .map(type -> (Refusal) Samples.full(type));
        var named = Arrays.stream(Refusal.class.getDeclaredMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()) && method.getReturnType() == Refusal.class)
                .map(Refusals::given);
        return Stream.concat(records, named);
    }

    public static Set<String> codes() {
        return all().map(Refusal::code).collect(Collectors.toUnmodifiableSet());
    }

    private static Refusal given(Method method) {
        var arguments = Arrays.stream(method.getParameters())
                .map(parameter -> Samples.sample(
                        parameter.getType(), parameter.getParameterizedType(), "Refusal", parameter.getName()))
                .toArray();
        try {
            return (Refusal) method.invoke(null, arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample of the refusal " + method.getName(), e);
        }
    }
}
