package org.budgetledger.projections.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.budgetledger.api.LedgerEvent;

/** Events as JSON in the read tables, named by the simple name of their class as the event store names them. */
public final class EventJson {
    private static final Map<String, Class<? extends LedgerEvent>> TYPES = types();

    private final ObjectMapper mapper;

    public EventJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    public String write(LedgerEvent event) {
        try {
            return mapper.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "a " + event.getClass().getSimpleName() + " cannot be written as JSON", e);
        }
    }

    public LedgerEvent read(String type, String json) {
        var known = TYPES.get(type);
        if (known == null) {
            throw new IllegalArgumentException("there is no event called " + type);
        }
        try {
            return mapper.readValue(json, known);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a stored " + type + " cannot be read", e);
        }
    }

    /** The event as a tree of JSON values, the same for either Jackson. */
    public Map<String, Object> tree(LedgerEvent event) {
        try {
            return mapper.readValue(write(event), new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a " + event.getClass().getSimpleName() + " is not a JSON object", e);
        }
    }

    /** Every type of event there is. */
    public static Collection<Class<? extends LedgerEvent>> allTypes() {
        return TYPES.values();
    }

    private static Map<String, Class<? extends LedgerEvent>> types() {
        var types = new TreeMap<String, Class<? extends LedgerEvent>>();
        collect(LedgerEvent.class, types);
        return Collections.unmodifiableMap(types);
    }

    private static void collect(Class<?> family, Map<String, Class<? extends LedgerEvent>> types) {
        if (family.isSealed()) {
            for (var member : family.getPermittedSubclasses()) {
                collect(member, types);
            }
        } else if (types.put(family.getSimpleName(), family.asSubclass(LedgerEvent.class)) != null) {
            throw new IllegalStateException("two events are called " + family.getSimpleName());
        }
    }
}
