package org.budgetledger.service.batch;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Does work of batches side by side, a little at a time, so that people at their desks still get through. */
@Component
class SeveralAtOnce implements DisposableBean {
    /** Each holds a connection to the database and keeps a processor busy. */
    private static final int AT_ONCE = 4;

    private final ExecutorService threads = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("batches-", 1).factory());

    /** Does all of it, and comes back when all is done. */
    <T> void each(List<T> all, Consumer<T> work) {
        if (all.size() == 1) {
            work.accept(all.getFirst());
            return;
        }
        var running =
                all.stream().map(one -> threads.submit(() -> work.accept(one))).toList();
        try {
            for (var one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
