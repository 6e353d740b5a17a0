package dev.berth.validate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs tasks in parallel on all processors, and passes on their results in the order in which they were added, so that
 * the output does not depend on timing. It holds a bounded number of them.
 */
final class InOrder<T> implements AutoCloseable {

    private static final int BATCHES_FOR_EACH = 3;

    private final int inBatch;
    private final Consumer<T> taker;
    private final int processors = Runtime.getRuntime().availableProcessors();
    private final ExecutorService workers = Executors.newFixedThreadPool(processors, InOrder::thread);
    private final Deque<Future<List<T>>> running = new ArrayDeque<>();
    private List<Supplier<T>> batch = new ArrayList<>();

    /** Small tasks are run in batches, so that they are worth passing to a thread. */
    InOrder(int inBatch, Consumer<T> taker) {
        this.inBatch = inBatch;
        this.taker = taker;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "berth-validate");
        thread.setDaemon(true);
        return thread;
    }

    void put(Supplier<T> work) {
        batch.add(work);
        if (batch.size() == inBatch) {
            submit();
        }
    }

    private void submit() {
        List<Supplier<T>> given = batch;
        batch = new ArrayList<>();
        running.add(workers.submit(() -> results(given)));
        while (running.size() > BATCHES_FOR_EACH * processors) {
            takeFirst();
        }
    }

    private static <T> List<T> results(List<Supplier<T>> works) {
        List<T> results = new ArrayList<>(works.size());
        for (Supplier<T> work : works) {
            results.add(work.get());
        }
        return results;
    }

    private void takeFirst() {
        try {
            running.remove().get().forEach(taker);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A rule failed, which is a bug in the rule", failed.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** Waits for all tasks. */
    void finish() {
        submit();
        while (!running.isEmpty()) {
            takeFirst();
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
