package dev.berth.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.review.model.ObjectTreeReader;
import dev.berth.review.runbook.Runbook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The runbooks as a person reads them, and what they ask kubectl for when bash runs them.
 *
 * <p>{@code mvn test -pl core/library -Dtest=RunbooksTest -Dberth.rerender=true} rewrites the expected files.
 */
class RunbooksTest {
    private static final Path EXPECTED = Path.of("src/test/resources/review/runbooks");
    private static final Path SHELLCHECK = Path.of("/usr/bin/shellcheck");
    private static final String FILE = "generated/it's one.yaml";

    private static final String SINK =
            "  volumeClaimTemplates:\n  - metadata: {name: sink}\n    spec: {accessModes: [ReadWriteOnce],"
                    + " resources: {requests: {storage: 3Gi}}}";

    /** A change: a text in the tree, and its replacement. */
    enum Change {
        GROW_CLAIM_TEMPLATE("            storage: 1Gi\n---", "1Gi", "2Gi"),
        SHRINK_CLAIM_TEMPLATE("            storage: 1Gi\n---", "1Gi", "500Mi"),
        RENAME_CLAIM_TEMPLATE("name: postgres-data", "data", "volume"),
        RENAME_SET("kind: StatefulSet\nmetadata:\n  name: postgres\n", "name: postgres", "name: db"),
        MOVE_SET(
                "kind: StatefulSet\nmetadata:\n  name: postgres\n  namespace: statefulset-demo",
                "statefulset-demo",
                "new"),
        SERVICE_NAME("serviceName: postgres-headless", "headless", "peers"),
        SCALE_DOWN_DELETES("replicas: 3", "3", "1"),
        SCALE_DOWN_KEEPS("replicas: 2", "2", "1"),
        MAJOR_VERSION_OVER_A_DUMP("image: postgres:17", "17", "18"),
        MAJOR_VERSION_IN_PLACE("image: redis:7.2", "7.2", "8.0"),
        MAJOR_VERSION_DOWN("image: redis:7.2", "7.2", "6.2"),
        DATA_DIRECTORY("data/pgdata", "pgdata", "17/main"),
        DATA_DIRECTORY_BELOW_ITSELF("data/pgdata", "pgdata", "pgdata/17"),
        DATA_DIRECTORY_OFF_THE_VOLUME("value: /var/lib/postgresql/data/pgdata", "/var/lib/postgresql/data", "/srv"),
        SUB_PATH("subPath: redis", "redis", "other"),
        SUB_PATH_GONE(", subPath: redis", ", subPath: redis", ""),
        MOUNT_PATH("mountPath: /logs", "/logs", "/var/log"),
        MOUNT_REMOVED("\n        - {name: logs, mountPath: /logs}", "\n        - {name: logs, mountPath: /logs}", ""),
        MOUNTS_SWAPPED(
                "- {name: data, mountPath: /data, subPath: redis}\n        - {name: logs, mountPath: /logs}",
                "- {name: data, mountPath: /data, subPath: redis}\n        - {name: logs, mountPath: /logs}",
                "- {name: logs, mountPath: /data, subPath: redis}"),
        WHEN_DELETED("whenDeleted: Retain", "Retain", "Delete"),
        WHEN_SCALED("whenScaled: Retain", "Retain", "Delete"),
        SET_GONE(
                "apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: cache,",
                "apps/v1\nkind: StatefulSet",
                "example.com/v1\nkind: Cache"),
        CLASS_PROVISIONER("ebs.csi.aws.com", "ebs.csi.aws.com", "pd.csi.storage.gke.io"),
        CLASS_GONE("metadata: {name: fast-ssd}", "fast-ssd", "slow"),
        CLAIM_SHRINKS("{storage: 5Gi}}\n---\napiVersion: v1", "5Gi", "1Gi"),
        CLAIM_GROWTH_FORBIDDEN(
                "storageClassName: fast-ssd\n  accessModes: [ReadWriteOnce]\n"
                        + "  resources: {requests: {storage: 5Gi}}",
                "5Gi",
                "9Gi"),
        CLAIM_GONE(
                "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: more-files",
                "v1\nkind: PersistentVolumeClaim",
                "example.com/v1\nkind: Files"),
        CLAIM_RENAMED("name: more-files", "more", "other"),
        NAMESPACE_GONE("kind: Namespace\nmetadata: {name: statefulset-demo}", "statefulset-demo", "new"),
        VOLUME_GONE("metadata: {name: disk}", "disk", "other-disk"),
        VOLUME_SOURCE("/data/one", "one", "two"),
        VOLUME_RECLAIM_POLICY("persistentVolumeReclaimPolicy: Retain", "Retain", "Delete"),
        OTHER_CLAIM("claimName: files", "files", "more-files"),
        OTHER_SOURCE(
                "persistentVolumeClaim: {claimName: files}",
                "persistentVolumeClaim: {claimName: files}",
                "hostPath: {path: /srv}"),
        CLAIM_TO_TEMPLATE(
                "      volumes: [{name: queue, persistentVolumeClaim: {claimName: queue-files}}]",
                "      volumes: [{name: queue, persistentVolumeClaim: {claimName: queue-files}}]",
                "  volumeClaimTemplates:\n  - metadata: {name: queue}\n    spec: {accessModes: [ReadWriteOnce],"
                        + " resources: {requests: {storage: 2Gi}}}"),
        TEMPLATE_TO_SCRATCH(SINK, SINK, "      volumes: [{name: sink, emptyDir: {}}]"),
        TEMPLATE_ADDED(
                "        - {name: sink, mountPath: /sink}\n" + SINK,
                SINK,
                "        - {name: index, mountPath: /index}\n" + SINK
                        + "\n  - metadata: {name: index}\n    spec: {accessModes: [ReadWriteOnce], resources:"
                        + " {requests: {storage: 1Gi}}}"),
        TEMPLATE_CLASS(SINK, "{accessModes", "{storageClassName: fast-ssd, accessModes"),
        TEMPLATE_MODE(SINK, "{accessModes", "{volumeMode: Block, accessModes"),
        DEPLOYMENT_TO_SET(
                "kind: Deployment\nmetadata: {name: mail, namespace: statefulset-demo}\nspec:\n",
                "kind: Deployment\nmetadata: {name: mail, namespace: statefulset-demo}\nspec:\n",
                "kind: StatefulSet\nmetadata: {name: mail, namespace: statefulset-demo}\nspec:\n"
                        + "  volumeClaimTemplates:\n  - metadata: {name: spool}\n    spec: {accessModes:"
                        + " [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}\n"),
        DEPLOYMENT_SELECTOR("matchLabels: {app: web}", "app: web", "tier: front"),
        SECRET_TYPE("type: Opaque", "Opaque", "example.com/other"),
        CONFIG_IMMUTABLE("data: {key: old}", "old", "new"),
        SERVICE_ADDRESS("clusterIP: 10.0.0.10", "10.0.0.10", "10.0.0.11"),
        JOB_TEMPLATE("image: 'migrate:1'", "migrate:1", "migrate:2"),
        REFUSED_AND_LOSSY("serviceName: cache\n  replicas: 2", "cache\n  replicas: 2", "other\n  replicas: 1"),
        INVALID_MANIFEST("containerPort: 5432", "5432", "70000");

        private final String place;
        private final String text;
        private final String by;

        Change(String place, String text, String by) {
            this.place = place;
            this.text = text;
            this.by = by;
        }

        String of(String tree) {
            assertThat(tree).contains(place);
            return tree.replace(place, place.replace(text, by));
        }

        Path file() {
            return EXPECTED.resolve(name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt");
        }
    }

    @ParameterizedTest
    @EnumSource
    void bash_does_what_the_runbook_says(Change change, @TempDir Path directory) throws Exception {
        RecordingKubectl kubectl = new RecordingKubectl(directory);
        StringBuilder text = new StringBuilder();
        for (Runbook runbook : runbooks(change)) {
            text.append("# ")
                    .append(runbook.object())
                    .append(": ")
                    .append(runbook.title())
                    .append("\n\n");
            text.append(runbook.script());
            if (runbook.hasCommands()) {
                text.append("\n# What bash asks kubectl for\n\n").append(kubectl.run(runbook.script()));
            }
            text.append('\n');
        }
        if (Boolean.getBoolean("berth.rerender") && System.getenv("CI") == null) {
            Files.createDirectories(EXPECTED);
            Files.writeString(change.file(), text);
        }
        assertThat(text.toString()).isEqualTo(Files.readString(change.file()));
    }

    @ParameterizedTest
    @EnumSource
    void the_commands_are_clean(Change change, @TempDir Path directory) throws Exception {
        assumeTrue(Files.isExecutable(SHELLCHECK), "shellcheck is not installed");
        List<Runbook> runbooks = runbooks(change);
        assertThat(runbooks).isNotEmpty();
        for (Runbook runbook : runbooks) {
            Path script = directory.resolve("runbook.sh");
            Files.writeString(script, "#!/usr/bin/env bash\nset -euo pipefail\n" + runbook.script());
            assertThat(output(SHELLCHECK.toString(), "--severity=style", script.toString()))
                    .as(runbook.script())
                    .isEmpty();
        }
    }

    @Test
    void every_expected_file_belongs_to_a_change() throws IOException {
        try (Stream<Path> files = Files.list(EXPECTED)) {
            assertThat(files)
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.of(Change.values()).map(Change::file).toList());
        }
    }

    private static List<Runbook> runbooks(Change change) throws IOException {
        String before = tree("postgres") + tree("others");
        return Reviewer.review(
                        ObjectTreeReader.read("before", "", Map.of(FILE, before)),
                        ObjectTreeReader.read("after", "", Map.of(FILE, change.of(before))))
                .runbooks();
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    private static String tree(String name) throws IOException {
        try (InputStream in = RunbooksTest.class.getResourceAsStream("/review/" + name + ".yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
