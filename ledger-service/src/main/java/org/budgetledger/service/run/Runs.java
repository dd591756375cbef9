package org.budgetledger.service.run;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.budgetledger.api.Actor;
import org.budgetledger.api.CivilDates;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Minting;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.reading.Cursor;
import org.budgetledger.api.reading.Paging;
import org.budgetledger.projections.operations.Projections;
import org.budgetledger.projections.stream.Projection;
import org.budgetledger.service.store.LedgerJson;
import org.budgetledger.service.store.RefusedException;
import org.budgetledger.service.web.NotLevelYet;
import org.budgetledger.service.web.Posted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts runs, has them carried out, and finds them: what every kind of run shares. */
@Component
public class Runs {
    /** Several times as long as it takes until other nodes' events are looked for. */
    private static final Duration READ_WITHIN = Duration.ofSeconds(2);

    /** A caller who must wait longer is better told so. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private final RunTables runs;
    private final ItemTables items;
    private final RunEngine engine;
    private final Projections projections;
    private final Clock clock;
    private final TransactionTemplate transactions;

    public Runs(
            RunTables runs,
            ItemTables items,
            RunEngine engine,
            Projections projections,
            Clock clock,
            PlatformTransactionManager transactionManager) {
        this.runs = runs;
        this.items = items;
        this.engine = engine;
        this.projections = projections;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    /** A page of a list, and where the next one starts. */
    public record Part<T>(List<T> lines, @Nullable Cursor next) {
        public Part {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Starts a run, or gives the one that the same request started before (R2).
     *
     * @param id chosen by the caller; made from the request's when left out
     * @param filled puts its items in, and says how many there are
     */
    public Run start(
            RunKind kind,
            Actor actor,
            Posted<?> posted,
            @Nullable ItemId id,
            Object terms,
            ToLongFunction<ItemId> filled) {
        var runId = id == null ? new ItemId(Minting.mint(actor.authority(), posted.key(), "runId")) : id;
        var run = new Run(
                runId,
                0,
                kind,
                posted.key(),
                posted.digest(),
                LedgerJson.write(terms),
                actor,
                clock.instant(),
                0,
                RunState.PREVIEWING,
                null,
                null);
        var begun = transactions.execute(_ -> {
            if (!runs.begin(run)) {
                return false;
            }
            runs.sized(runId, filled.applyAsLong(runId));
            return true;
        });
        if (Boolean.TRUE.equals(begun)) {
            engine.wake();
        }
        return runs.startedBy(actor.authority(), posted.key())
                .map(started -> same(started, posted))
                .orElseThrow(() -> new RefusedException(Refusal.idInUse(runId)));
    }

    private static Run same(Run started, Posted<?> posted) {
        if (!started.digest().equals(posted.digest())) {
            throw new RefusedException(new Refusal.CommandIdReused(posted.key()));
        }
        return started;
    }

    /**
     * Waits until the read side has taken in every event that is stored now, and answers 503 where that takes long: a budget that
     * is missing from the list would not be paid. Places that a rolled-back command left empty look like events to come for a
     * while, so once the end is reached there is a limit to the wait for what lies before it.
     */
    public void level() {
        var end = projections.end();
        var atEnd = Duration.ZERO;
        for (var waited = Duration.ZERO; waited.compareTo(PATIENCE) < 0; waited = waited.plus(BETWEEN_LOOKS)) {
            if (projections.caughtUp(Projection.BUDGETS)
                    && !projections.lacksBudgets()
                    && (projections.covers(Projection.BUDGETS, end) || atEnd.compareTo(READ_WITHIN) >= 0)) {
                return;
            }
            atEnd = projections.reached(Projection.BUDGETS, end) ? atEnd.plus(BETWEEN_LOOKS) : Duration.ZERO;
            pause();
        }
        throw new NotLevelYet();
    }

    /** Puts every budget of the authority into a run. */
    public long everyBudget(ItemId run, Actor actor) {
        if (!projections.caughtUp(Projection.BUDGETS)) {
            throw new NotLevelYet();
        }
        return items.addEveryBudget(run, actor.authority());
    }

    /** A run of the caller's authority; another's is not found (R31). */
    public Run find(RunKind kind, Actor actor, ItemId id) {
        return runs.find(actor.authority(), kind, id).orElseThrow(() -> new RefusedException(RunRefusals.notFound(id)));
    }

    /** An authority's runs, the latest first. */
    public Part<Run> list(RunKind kind, Actor actor, Paging paging) {
        var before = paging.after() == null ? Long.MAX_VALUE : paging.after().position();
        return part(
                runs.list(actor.authority(), kind, before, paging.limit() + 1),
                paging,
                last -> new Cursor(Cursor.NO_DAY, last.number(), Cursor.NO_ID));
    }

    /** The items of a run, of one state or of any. */
    public Part<ItemTables.Line> items(Run run, @Nullable ItemState state, Paging paging) {
        var after = paging.after();
        return part(
                items.page(
                        run.id(),
                        state,
                        after == null ? -1 : after.position(),
                        after == null ? -1 : (int) after.id().getLeastSignificantBits(),
                        paging.limit() + 1),
                paging,
                last -> new Cursor(
                        Cursor.NO_DAY,
                        last.item().number(),
                        new UUID(0, last.item().part())));
    }

    private static <T> Part<T> part(List<T> found, Paging paging, Function<T, Cursor> place) {
        if (found.size() <= paging.limit()) {
            return new Part<>(found, null);
        }
        var lines = new ArrayList<>(found.subList(0, paging.limit()));
        return new Part<>(lines, place.apply(lines.getLast()));
    }

    /**
     * Has a run carried out in the caller's name. Asked again, it is answered as it stands.
     *
     * @param notBefore the first day that what is decided may count from
     */
    public Run carryOut(Run run, Actor actor, LocalDate notBefore) {
        if (run.state() == RunState.PREVIEWING) {
            throw new RefusedException(RunRefusals.notPreviewed());
        }
        if (runs.carryOut(run.id(), actor, later(notBefore, CivilDates.of(clock.instant())))) {
            engine.wake();
        }
        return find(run.kind(), actor, run.id());
    }

    /** The later of two days. */
    public static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotLevelYet();
        }
    }
}
