package dev.berth.benchmarks;

import dev.berth.review.Review;
import dev.berth.review.Reviewer;
import dev.berth.review.model.ObjectTree;
import dev.berth.review.model.ObjectTreeReader;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The time of a review for trees of growing size in which a fifth of the objects change. */
final class ReviewScaling {
    private static final int[] SIZES = {1_000, 10_000, 50_000};
    private static final int ROUNDS = 5;

    private record Time(int objects, int findings, long reading, long reviewing) {
        double perObject() {
            return (double) (reading + reviewing) / objects;
        }
    }

    private ReviewScaling() {}

    /**
     * Returns the table. The smallest tree is reviewed first until the JVM has compiled the code, so that compilation
     * affects no measurement.
     */
    static String make() {
        for (int round = 0; round < ROUNDS; round++) {
            measure(SIZES[1]);
        }
        List<Time> times = Arrays.stream(SIZES).mapToObj(ReviewScaling::measure).toList();
        Time largest = times.get(times.size() - 1);
        StringBuilder table = new StringBuilder("""
                | objects in each tree | findings | time per object | read both trees | compare | total |
                |---:|---:|---:|---:|---:|---:|
                """);
        for (Time time : times) {
            double total = (double) (time.reading() + time.reviewing());
            table.append(String.format(
                    Locale.ROOT,
                    "| %,d | %,d | %.2f | %.0f %% | %.0f %% | %.2f |\n",
                    time.objects(),
                    time.findings(),
                    time.perObject() / largest.perObject(),
                    100 * time.reading() / total,
                    100 * time.reviewing() / total,
                    total / (largest.reading() + largest.reviewing())));
        }
        return table.toString();
    }

    private static Time measure(int objects) {
        Map<String, String> before = tree(objects, "17.1");
        Map<String, String> after = tree(objects, "17.2");
        long reading = Long.MAX_VALUE;
        long reviewing = Long.MAX_VALUE;
        int findings = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            ObjectTree old = ObjectTreeReader.read("before", "", before);
            ObjectTree now = ObjectTreeReader.read("after", "", after);
            long read = System.nanoTime();
            Review review = Reviewer.review(old, now);
            long end = System.nanoTime();
            reading = Math.min(reading, read - start);
            reviewing = Math.min(reviewing, end - read);
            findings = review.findings().size();
        }
        return new Time(objects, findings, reading, reviewing);
    }

    private static Map<String, String> tree(int objects, String version) {
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < objects / 4; i++) {
            String tag = i % 10 < 4 ? version : "17.0";
            files.put("manifests/db-" + i + ".yaml", file("db-" + i, tag));
        }
        return files;
    }

    private static String file(String name, String tag) {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: %1$s, namespace: demo}
                data: {POSTGRES_DB: orders, version: "%2$s"}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: %1$s, namespace: demo}
                spec: {clusterIP: None, selector: {app: %1$s}, ports: [{port: 5432}]}
                ---
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: %1$s-backup, namespace: demo}
                spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
                ---
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: %1$s, namespace: demo}
                spec:
                  serviceName: %1$s
                  replicas: 3
                  selector: {matchLabels: {app: %1$s}}
                  template:
                    metadata: {labels: {app: %1$s}}
                    spec:
                      containers:
                        - name: postgres
                          image: postgres:%2$s
                          env: [{name: POSTGRES_DB, valueFrom: {configMapKeyRef: {name: %1$s, key: POSTGRES_DB}}}]
                          volumeMounts: [{name: data, mountPath: /var/lib/postgresql/data}]
                  volumeClaimTemplates:
                    - metadata: {name: data}
                      spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
                """.formatted(name, tag);
    }
}
