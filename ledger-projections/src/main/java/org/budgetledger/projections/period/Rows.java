package org.budgetledger.projections.period;

import java.util.EnumMap;
import java.util.Map;
import org.budgetledger.api.period.Figures;

/**
 * Rows of figures by kind, in the order of the kinds.
 *
 * @param <K> the kinds
 */
final class Rows<K extends Enum<K>> {
    private final EnumMap<K, Figures> byKind;

    Rows(Class<K> kinds) {
        this.byKind = new EnumMap<>(kinds);
    }

    void add(K kind, Figures figures) {
        byKind.merge(kind, figures, Figures::plus);
    }

    void addAll(Rows<K> others) {
        others.byKind.forEach(this::add);
    }

    Map<K, Figures> byKind() {
        return byKind;
    }

    Figures of(K kind) {
        return byKind.getOrDefault(kind, Figures.ZERO);
    }

    Figures total() {
        return byKind.values().stream().reduce(Figures.ZERO, Figures::plus);
    }
}
