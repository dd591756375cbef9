package org.budgetledger.service.web.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Set;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.LedgerCommand;
import org.budgetledger.api.Minted;
import org.budgetledger.api.OfAuthority;

/** What a command is as a request body: its record without what the header and the path give. */
final class CommandBodies {
    private CommandBodies() {}

    /** The body's schema, with the schemas that it rests on added to the components. */
    static Schema<?> of(Class<? extends LedgerCommand> command, Set<String> inPath, Components components) {
        var body = ValueSchemas.of("object");
        body.setAdditionalProperties(false);
        for (var component : command.getRecordComponents()) {
            if (!component.getName().equals("commandId")
                    && !inPath.contains(component.getName())
                    && !component.isAnnotationPresent(OfAuthority.class)) {
                var name = RecordSchemas.jsonName(component);
                body.addProperty(name, property(component, components));
                if (isRequired(component)) {
                    body.addRequiredItem(name);
                }
            }
        }
        return body;
    }

    /** The schema of what the path gives. */
    static Schema<?> inPath(Class<? extends LedgerCommand> command, String name, Components components) {
        return Arrays.stream(command.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .map(component -> resolved(component, components))
                .orElseThrow(() -> new IllegalStateException(command.getSimpleName() + " has no " + name));
    }

    private static boolean isRequired(RecordComponent component) {
        return !RecordSchemas.isNullable(component)
                && !component.isAnnotationPresent(Minted.class)
                && !component.isAnnotationPresent(DefaultsToToday.class);
    }

    private static Schema<?> property(RecordComponent component, Components components) {
        var schema = resolved(component, components);
        if (component.getType() == Amount.class) {
            schema.setMaximum(new BigDecimal(Amount.MAX_PENCE));
        }
        if (component.isAnnotationPresent(Minted.class)) {
            schema.setDescription("Made from the command's id when left out.");
        } else if (component.isAnnotationPresent(DefaultsToToday.class)) {
            schema.setDescription("Today in London when left out.");
        }
        return schema;
    }

    private static Schema<?> resolved(RecordComponent component, Components components) {
        var resolved = ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(component.getGenericType()).resolveAsRef(true));
        resolved.referencedSchemas.forEach(components::addSchemas);
        return resolved.schema;
    }
}
