package org.budgetledger.service.web.openapi;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.budgetledger.api.ActorId;
import org.budgetledger.api.Amount;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.CivilDates;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.Money;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.Reference;
import org.budgetledger.api.Sha256;
import org.budgetledger.api.policy.PolicyPackId;
import org.jspecify.annotations.Nullable;

/** How the values of the published language look in JSON, with the limits that they keep. */
final class ValueSchemas {
    /** Not blank; no control characters but line breaks, and nothing that reverses the direction of reading. */
    private static final String FREE_TEXT =
            "^(?=[\\s\\S]*\\S)[^\\u0000-\\u0009\\u000B-\\u001F\\u007F-\\u009F\\u202A-\\u202E\\u2066-\\u2069]*$";

    private static final Map<Class<?>, Supplier<Schema<?>>> VALUES = Map.ofEntries(
            value(
                    Amount.class,
                    () -> pence("A sum in whole pence, GBP. Nobody may ask for more than " + Amount.MAX_PENCE
                                    + " at once.")
                            .minimum(BigDecimal.ONE)),
            value(Money.class, () -> pence("A figure in whole pence, GBP; it may be negative.")),
            value(
                    FreeText.class,
                    () -> text(FREE_TEXT)
                            .minLength(1)
                            .maxLength(FreeText.MAX_CHARACTERS)
                            .example("Swimming on Tuesdays, and the bus there.")),
            value(Reference.class, () -> text(Reference.SHAPE).example("INV-2025-0417")),
            value(
                    PersonRef.class,
                    () -> text(PersonRef.SHAPE)
                            .description(
                                    "An opaque reference, never a name: letters, digits and hyphens, a digit among them.")
                            .example("person-4711")),
            value(DeploymentId.class, () -> text(DeploymentId.SHAPE).example("self")),
            value(PolicyPackId.class, () -> text(PolicyPackId.SHAPE).example("england-care-act-2025")),
            value(AuthorityId.class, () -> text(AuthorityId.SHAPE).example("northmere")),
            value(Sha256.class, () -> text(Sha256.SHAPE)),
            value(ActorId.class, () -> text(ActorId.SHAPE).example("j.okafor")),
            value(CommandId.class, () -> text(CommandId.SHAPE).minLength(8).maxLength(64)),
            value(OptionalLong.class, () -> wholeNumber().typesItem("null")),
            value(
                    LocalDate.class,
                    () -> of("string")
                            .format("date")
                            .description("A civil date in London, from " + CivilDates.EARLIEST + " to "
                                    + CivilDates.LATEST + ".")));

    private static Map.Entry<Class<?>, Supplier<Schema<?>>> value(Class<?> type, Supplier<Schema<?>> schema) {
        return Map.entry(type, schema);
    }

    private ValueSchemas() {}

    /** A fresh schema of a value type; none for other types. */
    static @Nullable Schema<?> of(Class<?> type) {
        var schema = VALUES.get(type);
        return schema == null ? null : schema.get();
    }

    static Schema<?> of(String jsonType) {
        return new JsonSchema().typesItem(jsonType);
    }

    static Schema<?> uuid() {
        return of("string").format("uuid");
    }

    static Schema<?> wholeNumber() {
        return of("integer").format("int64");
    }

    private static Schema<?> pence(String description) {
        return wholeNumber().description(description);
    }

    private static Schema<?> text(Pattern whole) {
        return text("^(?:" + whole.pattern() + ")$");
    }

    private static Schema<?> text(String pattern) {
        return of("string").pattern(pattern);
    }
}
