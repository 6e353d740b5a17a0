package dev.berth.benchmarks;

import dev.berth.change.Review;
import dev.berth.change.Reviewer;
import dev.berth.change.model.ObjectTree;
import dev.berth.change.model.ObjectTreeReader;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How long a review takes for trees of growing size, of which each tenth object changes: reading and reviewing apart. */
public final class ReviewScaling {
    private static final int[] SIZES = {1_000, 10_000, 20_000};
    private static final int ROUNDS = 3;

    private ReviewScaling() {}

    /** Prints one line for each size. */
    public static void main(String[] arguments) {
        measure(SIZES[0]);
        System.out.println("| objects | findings | read both, ms | review, ms | review, µs per object |");
        System.out.println("|---|---|---|---|---|");
        for (int size : SIZES) {
            System.out.println(measure(size));
        }
    }

    private static String measure(int objects) {
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
        return String.format(
                Locale.ROOT,
                "| %d | %d | %d | %d | %.1f |",
                objects,
                findings,
                reading / 1_000_000,
                reviewing / 1_000_000,
                reviewing / 1_000.0 / objects);
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
