package org.budgetledger.service.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.budgetledger.api.BooksId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.LedgerCommand;
import org.budgetledger.api.Minted;
import org.budgetledger.api.Minting;
import org.budgetledger.api.OfAuthority;
import org.budgetledger.service.security.Caller;
import org.budgetledger.service.store.Envelope;
import org.budgetledger.service.store.HashChain;
import org.budgetledger.service.store.LedgerJson;
import org.jspecify.annotations.Nullable;

/** Makes a command of what came in: the id from the header, ids from the path, all else from the body. */
final class CommandBinding {
    private enum With {
        AUTHORITY,
        MINTED_ID,
        TODAY
    }

    /** A field that the ledger fills in, always or where it is left out. */
    private record FilledIn(String name, With with) {
        static Optional<FilledIn> of(RecordComponent component) {
            if (component.isAnnotationPresent(OfAuthority.class)) {
                return Optional.of(new FilledIn(component.getName(), With.AUTHORITY));
            }
            if (component.isAnnotationPresent(Minted.class)) {
                return Optional.of(new FilledIn(component.getName(), With.MINTED_ID));
            }
            return component.isAnnotationPresent(DefaultsToToday.class)
                    ? Optional.of(new FilledIn(component.getName(), With.TODAY))
                    : Optional.empty();
        }
    }

    private static final ClassValue<List<FilledIn>> FILLED_IN = new ClassValue<>() {
        @Override
        protected List<FilledIn> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(FilledIn::of)
                    .flatMap(Optional::stream)
                    .toList();
        }
    };

    private CommandBinding() {}

    /**
     * Binds a command.
     *
     * @param object the body, which is filled in on the way
     */
    static <C extends LedgerCommand> Requested<C> bind(
            Class<C> type,
            Caller caller,
            CommandId commandId,
            @Nullable Long expectedVersion,
            Map<String, String> path,
            ObjectNode object,
            LocalDate today) {
        path.keySet().forEach(name -> refuseInBody(object, name));
        refuseInBody(object, "commandId");
        path.forEach(object::put);
        var digest = HashChain.sha256(type.getSimpleName() + LedgerJson.canonical(object));
        object.put("commandId", commandId.value());
        for (var field : FILLED_IN.get(type)) {
            switch (field.with()) {
                case AUTHORITY -> {
                    refuseInBody(object, field.name());
                    object.put(
                            field.name(), BooksId.of(caller.actor().authority()).toString());
                }
                case MINTED_ID -> {
                    if (!object.has(field.name())) {
                        var minted = Minting.mint(caller.actor().authority(), commandId, field.name());
                        object.put(field.name(), minted.toString());
                    }
                }
                case TODAY -> {
                    if (!object.has(field.name())) {
                        object.put(field.name(), today.toString());
                    }
                }
            }
        }
        var command = StrictJson.bind(object, type);
        return new Requested<>(command, new Envelope(caller.actor(), commandId, digest, expectedVersion));
    }

    private static void refuseInBody(ObjectNode object, String name) {
        if (object.has(name)) {
            throw new BadInput("UNKNOWN_FIELD", name, "The field " + name + " is not given in the body.");
        }
    }
}
