package org.budgetledger.service.run;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works through runs in the background, one at a time, a page of items at a time, several budgets at once. A run belongs to the
 * node that holds its lease; where that node dies, another goes on once the lease has passed. What was sent but not noted is
 * sent again, and the stream answers as it did before (R2), so that each budget is done once.
 */
@Component
@EnableConfigurationProperties(RunSettings.class)
public class RunEngine implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RunEngine.class);

    /** What is held in memory, and repeated after a crash. */
    private static final int PAGE_ITEMS = 100;

    /** How often a node looks for runs that it was not told of. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    /** How often an item that failed on our side is tried, with a pause between, before it is listed as that. */
    private static final int TRIES = 4;

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);
    private static final Duration PAUSE_WITHIN = Duration.ofSeconds(15);
    private static final int LOGGED_EVERY_ITEMS = 2_500;

    private final RunTables runs;
    private final ItemTables items;
    private final Map<RunKind, RunWork> works = new EnumMap<>(RunKind.class);
    private final RunSettings settings;
    private final MeterRegistry meters;
    private final TransactionTemplate transactions;
    private final String node = UUID.randomUUID().toString();
    private volatile @Nullable Crew crew;

    public RunEngine(
            RunTables runs,
            ItemTables items,
            List<RunWork> works,
            RunSettings settings,
            MeterRegistry meters,
            PlatformTransactionManager transactionManager) {
        this.runs = runs;
        this.items = items;
        works.forEach(work -> this.works.put(work.kind(), work));
        this.settings = settings;
        this.meters = meters;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    /** The threads of one start: who leads, who keeps the lease, who works. */
    private record Crew(ScheduledExecutorService lead, ScheduledExecutorService keeper, ExecutorService workers) {
        static Crew of(int workers) {
            return new Crew(
                    Executors.newSingleThreadScheduledExecutor(named("run-lead")),
                    Executors.newSingleThreadScheduledExecutor(named("run-lease")),
                    Executors.newFixedThreadPool(workers, named("run-worker")));
        }

        private static ThreadFactory named(String name) {
            return Thread.ofPlatform().daemon().name(name + "-", 1).factory();
        }
    }

    @Override
    public void start() {
        var fresh = Crew.of(settings.workersAtOnce());
        crew = fresh;
        var unusedLook =
                fresh.lead().scheduleWithFixedDelay(this::workOff, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        var beat = settings.lease() * 1_000L / 3;
        var unusedBeat = fresh.keeper().scheduleWithFixedDelay(this::keepLeases, beat, beat, TimeUnit.MILLISECONDS);
    }

    /** Pauses between two items: what is noted is noted, and the lease is given back. */
    @Override
    public void stop() {
        var leaving = crew;
        crew = null;
        if (leaving == null) {
            return;
        }
        leaving.lead().shutdown();
        try {
            if (!leaving.lead().awaitTermination(PAUSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn(
                        "a run is not paused after {} s; it goes on where it was at the next start",
                        PAUSE_WITHIN.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        leaving.lead().shutdownNow();
        leaving.keeper().shutdownNow();
        leaving.workers().shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return crew != null;
    }

    /** There is a run to work on. */
    public void wake() {
        var working = crew;
        if (working != null) {
            try {
                working.lead().execute(this::workOff);
            } catch (RejectedExecutionException e) {
                LOG.debug("the run waits for the next start", e);
            }
        }
    }

    private void keepLeases() {
        try {
            runs.renew(node, settings.lease());
        } catch (RuntimeException e) {
            LOG.warn("a run's lease could not be renewed", e);
        }
    }

    private void workOff() {
        try {
            for (var run = next(); run.isPresent(); run = next()) {
                workOn(run.get());
            }
        } catch (RuntimeException e) {
            LOG.warn("no run could be taken up; there will be another look", e);
        }
    }

    private Optional<Run> next() {
        return isRunning() ? runs.claim(node, settings.lease()) : Optional.empty();
    }

    private void workOn(Run run) {
        try {
            var work = works.get(run.kind());
            var working = crew;
            if (work == null || working == null) {
                return;
            }
            LOG.info("{} {}: {} of {}", run.kind(), run.id(), run.state(), run.budgets());
            for (var tries = TRIES; throughAll(run, work, working, tries == 1) && tries > 1; tries--) {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES.toMillis());
            }
            if (isRunning()) {
                runs.finish(node, run, run.state() == RunState.PREVIEWING ? RunState.PREVIEWED : RunState.CARRIED_OUT);
                LOG.info("{} {}: {} is done", run.kind(), run.id(), run.state());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | ExecutionException e) {
            LOG.warn("{} {} was left in the middle; it goes on with the next look", run.kind(), run.id(), e);
        } finally {
            letGo(run);
        }
    }

    /** Goes through all that is left to do once, and says whether anything failed on our side and must be tried again. */
    private boolean throughAll(Run run, RunWork work, Crew working, boolean lastTry)
            throws InterruptedException, ExecutionException {
        var wanted = run.state() == RunState.PREVIEWING ? ItemState.WAITING : ItemState.READY;
        var failures = false;
        var done = 0L;
        var number = -1L;
        var part = -1;
        while (isRunning()) {
            var page = items.next(run.id(), wanted, number, part, PAGE_ITEMS);
            if (page.isEmpty()) {
                return failures;
            }
            failures |= onPage(run, work, page, working, lastTry);
            number = page.getLast().number();
            part = page.getLast().part();
            if (done / LOGGED_EVERY_ITEMS != (done + page.size()) / LOGGED_EVERY_ITEMS) {
                LOG.info("{} {}: {} {} items so far", run.kind(), run.id(), run.state(), done + page.size());
            }
            done += page.size();
        }
        return false;
    }

    private boolean onPage(Run run, RunWork work, List<RunItem> page, Crew working, boolean lastTry)
            throws InterruptedException, ExecutionException {
        var tasks = new ArrayList<Future<Optional<List<Outcome>>>>();
        for (var item : page) {
            tasks.add(working.workers().submit(carefully(run, work, item, lastTry)));
        }
        var worked = new ArrayList<RunItem>();
        var outcomes = new ArrayList<List<Outcome>>();
        for (var i = 0; i < page.size(); i++) {
            var outcome = tasks.get(i).get();
            if (outcome.isPresent()) {
                worked.add(page.get(i));
                outcomes.add(outcome.get());
            }
        }
        transactions.executeWithoutResult(_ -> note(run, worked, outcomes));
        return isRunning() && worked.size() < page.size();
    }

    private void note(Run run, List<RunItem> worked, List<List<Outcome>> outcomes) {
        if (!runs.holds(node, run.id())) {
            throw new IllegalStateException("another node has taken the run over");
        }
        if (run.state() == RunState.PREVIEWING) {
            items.previewed(run.id(), worked, outcomes);
        } else {
            var results = new ArrayList<ItemTables.Result>();
            for (var i = 0; i < worked.size(); i++) {
                results.add(new ItemTables.Result(worked.get(i), outcomes.get(i).getFirst()));
            }
            items.carriedOut(run.id(), results);
        }
        for (var several : outcomes) {
            several.forEach(outcome -> meters.counter(
                            "ledger.runs.items",
                            "kind",
                            run.kind().name(),
                            "stage",
                            run.state().name(),
                            "outcome",
                            outcome.state().name())
                    .increment());
        }
    }

    /** One budget that cannot be decided on does not stop the others. Nothing where it is to be tried again. */
    private Callable<Optional<List<Outcome>>> carefully(Run run, RunWork work, RunItem item, boolean lastTry) {
        var preview = run.state() == RunState.PREVIEWING;
        return () -> {
            if (!isRunning()) {
                return Optional.empty();
            }
            try {
                return Optional.of(preview ? work.preview(run, item) : List.of(work.carryOut(run, item)));
            } catch (RuntimeException e) {
                LOG.warn("{} {}: budget {} could not be decided on", run.kind(), run.id(), item.budgetId(), e);
                return lastTry
                        ? Optional.of(List.of(Outcome.refused(
                                item.subject(),
                                preview ? ItemState.NOT_READY : ItemState.REFUSED,
                                RunRefusals.tryAgain())))
                        : Optional.empty();
            }
        };
    }

    private void letGo(Run run) {
        try {
            runs.letGo(node, run.id());
        } catch (RuntimeException e) {
            LOG.warn("{} {}: its lease runs out by itself", run.kind(), run.id(), e);
        }
    }
}
