package org.budgetledger.service.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.budgetledger.api.Role;

/** Writes the requests of one story: dated by a day that only goes forward, with ids and keys that are always the same. */
final class Pen {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String home;
    private final String id;
    private final String mark;
    private final LocalDate today;
    private final List<SampleRequest> written = new ArrayList<>();
    private LocalDate day = LocalDate.MIN;
    private int minted;

    /**
     * A pen for one budget or pool.
     *
     * @param mark tells this story from all others of all seeds
     */
    private Pen(String collection, String mark, LocalDate today) {
        this.mark = mark;
        this.today = today;
        this.id = uuid(mark);
        this.home = collection + "/" + id;
    }

    static Pen forBudget(String mark, LocalDate today) {
        return new Pen("/v1/budgets", mark, today);
    }

    static Pen forPool(String mark, LocalDate today) {
        return new Pen("/v1/pools", mark, today);
    }

    String id() {
        return id;
    }

    String home() {
        return home;
    }

    LocalDate day() {
        return day;
    }

    /** Goes on to a day; stays where it is when that is past already. */
    Pen on(LocalDate next) {
        day = next.isAfter(day) ? next : day;
        return this;
    }

    /** Whether the day it stands on has come. */
    boolean reached() {
        return !day.isAfter(today);
    }

    /** A new id of this story. */
    String mint() {
        minted++;
        return uuid(mark + "/" + minted);
    }

    /** What a request is about: names and values in turn. */
    static Map<String, Object> fields(Object... namesAndValues) {
        var fields = new LinkedHashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    /** Opens the budget or the pool itself. */
    void open(Desk desk, Map<String, Object> fields) {
        write(desk, home.substring(0, home.lastIndexOf('/')), fields);
    }

    /** Sends something to it, dated by the day the pen stands on. */
    void dated(Desk desk, String path, Map<String, Object> fields) {
        datedOn(day, desk, path, fields);
    }

    /** Sends something to it that is recorded later than it happened. */
    void datedOn(LocalDate on, Desk desk, String path, Map<String, Object> fields) {
        var dated = new LinkedHashMap<>(fields);
        dated.put("effectiveOn", on.toString());
        write(desk, home + path, dated);
    }

    /** Sends something to it that has no date of its own, or another one. */
    void undated(Desk desk, String path, Map<String, Object> fields) {
        write(desk, home + path, fields);
    }

    Story story(String subject) {
        return new Story(subject, home, written);
    }

    private void write(Desk desk, String path, Map<String, Object> fields) {
        var key = mark + "-" + (written.size() + 1);
        var bound = desk.role().compareTo(Role.HOLDER) >= 0 ? List.of(id) : List.<String>of();
        try {
            written.add(new SampleRequest("POST", path, JSON.writeValueAsString(fields), desk, bound, key));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String uuid(String label) {
        return UUID.nameUUIDFromBytes(label.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
