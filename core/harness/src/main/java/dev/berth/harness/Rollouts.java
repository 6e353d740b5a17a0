package dev.berth.harness;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The controllers of the workloads, each in a thread of its own, until all its pods are ready. */
final class Rollouts {

    private final Map<String, Thread> controllers = new ConcurrentHashMap<>();
    private final Map<String, Throwable> failures = new ConcurrentHashMap<>();

    void start(LocalCluster cluster, Workload workload) {
        String name = workload.declared().getMetadata().getName();
        failures.remove(name);
        Thread controller = new Thread(() -> new Controller(cluster, workload).reconcile(), "controller of " + name);
        controller.setDaemon(true);
        controller.setUncaughtExceptionHandler((thread, thrown) -> failures.put(name, thrown));
        controllers.put(name, controller);
        controller.start();
    }

    /** Waits for every rollout, and fails if one of them does. */
    void join() {
        controllers.values().forEach(Rollouts::join);
        failures.values().forEach(thrown -> {
            throw new AssertionError(thrown.getMessage(), thrown);
        });
    }

    static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Waits for one rollout. Returns whether it ended with success in this time. */
    boolean await(String set, Duration time) {
        Thread controller = controllers.get(set);
        if (controller == null) {
            throw new AssertionError("the StatefulSet \"" + set + "\" is not applied");
        }
        try {
            controller.join(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        return !controller.isAlive() && !failures.containsKey(set);
    }
}
