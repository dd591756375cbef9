package org.budgetledger.service.store;

import java.util.Arrays;
import java.util.List;

/** The members of the sealed families of commands and events. */
public final class Families {
    private Families() {}

    /** The records of a sealed family, at any depth. */
    public static <T> List<Class<? extends T>> recordsOf(Class<T> family) {
        return Arrays.stream(family.getPermittedSubclasses())
                .map(member -> member.<T>asSubclass(family))
                .<Class<? extends T>>mapMulti((member, sink) -> {
                    if (member.isSealed()) {
                        recordsOf(member).forEach(sink);
                    } else {
                        sink.accept(member);
                    }
                })
                .toList();
    }
}
