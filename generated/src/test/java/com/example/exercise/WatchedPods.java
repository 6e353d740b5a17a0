package com.example.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What {@code kubectl get pods -l app=redis -w} prints while redis is scaled from 3 to 5 pods, without rows that repeat the
 * one before.
 *
 * <p>The StatefulSet controller creates the next pod when the one before is Running and Ready ({@code
 * processReplica} and {@code updateStatefulSet} of {@code pkg/controller/statefulset/stateful_set_control.go}, for the
 * policy OrderedReady). A pod is Pending until it is scheduled, then ContainerCreating, then Running, and Ready once its
 * probe succeeds ({@code printPod} of {@code pkg/printers/internalversion/printers.go}). A column that became wider stays
 * so ({@code RememberWidths} in {@code cli-runtime/pkg/printers/tabwriter.go}, with a padding of 3).
 */
final class WatchedPods {
    private static final List<String> HEADER = List.of("NAME", "READY", "STATUS", "RESTARTS", "AGE");

    private final List<Integer> widths =
            new ArrayList<>(HEADER.stream().map(cell -> 0).toList());
    private final List<String> printed = new ArrayList<>();

    private WatchedPods() {}

    /** Returns the rows for the pods that the recorded node has, and for the new ones. */
    static List<String> whileScaled(RecordedCluster cluster, int replicas) {
        List<String> running = cluster.list("Pod")
                .map(RecordedCluster::name)
                .filter(name -> name.startsWith("redis-"))
                .toList();
        List<List<String>> table = new ArrayList<>(List.of(HEADER));
        running.forEach(pod -> table.add(row(pod, "1/1", "Running")));
        WatchedPods watched = new WatchedPods();
        watched.print(table);
        for (int ordinal = running.size(); ordinal < replicas; ordinal++) {
            String pod = "redis-" + ordinal;
            watched.print(List.of(row(pod, "0/1", "Pending")));
            watched.print(List.of(row(pod, "0/1", "ContainerCreating")));
            watched.print(List.of(row(pod, "0/1", "Running")));
            watched.print(List.of(row(pod, "1/1", "Running")));
        }
        return watched.printed;
    }

    private static List<String> row(String pod, String ready, String status) {
        return List.of(pod, ready, status, "0", "…");
    }

    /** The rows that are printed together have the same widths. */
    private void print(List<List<String>> rows) {
        IntStream.range(0, widths.size())
                .forEach(column -> rows.forEach(row -> widths.set(
                        column, Math.max(widths.get(column), row.get(column).length() + 3))));
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                line.append(cell).append(" ".repeat(widths.get(column) - cell.length()));
            }
            printed.add(line.toString().stripTrailing());
        }
    }
}
