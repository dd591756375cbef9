package org.budgetledger.service.scenario;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads plain scalars as JSON would. YAML 1.1 takes {@code 2025-04-22} for an instant, {@code on} for true and {@code 10:30}
 * for a number in base 60; in a ledger's story they are a date, a word and a time, and stay text.
 */
final class PlainScalars extends Resolver {
    @Override
    protected void addImplicitResolvers() {
        addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
        addImplicitResolver(Tag.INT, Pattern.compile("-?(?:0|[1-9][0-9]*)"), "-0123456789");
        addImplicitResolver(Tag.NULL, Pattern.compile("~|null|"), "~n\0");
        addImplicitResolver(Tag.NULL, EMPTY, null);
        addImplicitResolver(Tag.MERGE, Pattern.compile("<<"), "<");
    }
}
