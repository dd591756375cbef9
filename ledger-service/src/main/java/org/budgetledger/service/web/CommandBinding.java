package org.budgetledger.service.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
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
        for (var component : type.getRecordComponents()) {
            if (component.isAnnotationPresent(OfAuthority.class)) {
                refuseInBody(object, component.getName());
                object.put(
                        component.getName(),
                        BooksId.of(caller.actor().authority()).toString());
                continue;
            }
            if (object.has(component.getName())) {
                continue;
            }
            if (component.isAnnotationPresent(Minted.class)) {
                var minted = Minting.mint(caller.actor().authority(), commandId, component.getName());
                object.put(component.getName(), minted.toString());
            } else if (component.isAnnotationPresent(DefaultsToToday.class)) {
                object.put(component.getName(), today.toString());
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
