package dev.berth.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.change.model.ObjectTreeReader;
import dev.berth.change.runbook.Runbook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RunbooksTest {
    private static final String OTHERS = """
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: statefulset-demo}
            ---
            apiVersion: storage.k8s.io/v1
            kind: StorageClass
            metadata: {name: fast-ssd}
            provisioner: ebs.csi.aws.com
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: files, namespace: statefulset-demo}
            spec:
              accessModes: [ReadWriteOnce]
              resources: {requests: {storage: 5Gi}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: statefulset-demo}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web, tier: front}}
                spec: {containers: [{name: web, image: 'nginx:1.27'}]}
            ---
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: disk}
            spec:
              capacity: {storage: 5Gi}
              accessModes: [ReadWriteOnce]
              hostPath: {path: /data/one}
            """;

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of("grow", "storage: 1Gi", "storage: 2Gi", "StatefulSet"),
                Arguments.of("shrink", "storage: 1Gi", "storage: 500Mi", "StatefulSet"),
                Arguments.of("rename the template", "name: postgres-data", "name: other-data", "StatefulSet"),
                Arguments.of(
                        "rename the set",
                        "name: postgres\n  namespace: statefulset-demo\nspec:\n  serviceName",
                        "name: db\n  namespace: statefulset-demo\nspec:\n  serviceName",
                        "StatefulSet"),
                Arguments.of("service", "serviceName: postgres-headless", "serviceName: other", "StatefulSet"),
                Arguments.of("scale down", "replicas: 3", "replicas: 1", "StatefulSet"),
                Arguments.of("version", "image: postgres:17", "image: postgres:18", "StatefulSet"),
                Arguments.of("PGDATA", "data/pgdata", "data/db", "StatefulSet"),
                Arguments.of("class", "ebs.csi.aws.com", "pd.csi.storage.gke.io", "StorageClass"),
                Arguments.of("claim", "requests: {storage: 5Gi}", "requests: {storage: 1Gi}", "PersistentVolumeClaim"),
                Arguments.of("selector", "matchLabels: {app: web}", "matchLabels: {tier: front}", "Deployment"),
                Arguments.of("secret type", "type: Opaque", "type: example.com/other", "Secret"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void the_commands_are_clean_bash(String name, String text, String by, String kind, @TempDir Path directory)
            throws Exception {
        String before = tree() + OTHERS;
        assertThat(before).contains(text);
        Runbook runbook = runbook(before, before.replace(text, by), kind);
        assertThat(runbook.hasCommands()).isTrue();
        assertClean(runbook, directory);
    }

    @Test
    void a_deleted_namespace_keeps_its_volumes_first(@TempDir Path directory) throws Exception {
        String before = tree() + OTHERS;
        assertClean(
                runbook(
                        before,
                        before.replace(
                                "kind: Namespace\nmetadata: {name: statefulset-demo}",
                                "kind: ConfigMap\nmetadata: {name: x}"),
                        "Namespace"),
                directory);
    }

    @Test
    void a_volume_with_another_source_has_no_safe_way() throws Exception {
        String before = tree() + OTHERS;
        Runbook runbook = runbook(before, before.replace("/data/one", "/data/two"), "PersistentVolume");
        assertThat(runbook.hasCommands()).isFalse();
        assertThat(runbook.title()).isEqualTo("No safe way");
    }

    @Test
    void every_claim_grows_by_its_own_name_before_the_set_is_made_anew() throws Exception {
        String before = tree();
        assertThat(runbook(before, before.replace("storage: 1Gi", "storage: 2Gi"), "StatefulSet")
                        .script()
                        .lines()
                        .filter(line -> line.startsWith("kubectl patch") || line.startsWith("kubectl delete")))
                .containsExactly(
                        grow("postgres-data-postgres-0"),
                        grow("postgres-data-postgres-1"),
                        grow("postgres-data-postgres-2"),
                        "kubectl delete statefulset 'postgres' --namespace 'statefulset-demo' --cascade=orphan");
    }

    private static String grow(String claim) {
        return "kubectl patch persistentvolumeclaim '" + claim + "' --namespace 'statefulset-demo' --type merge --patch"
                + " '{\"spec\":{\"resources\":{\"requests\":{\"storage\":\"2Gi\"}}}}'";
    }

    private static Runbook runbook(String before, String after, String kind) {
        return Reviewer.review(
                        ObjectTreeReader.read("before", "", Map.of("manifests/it's one.yaml", before)),
                        ObjectTreeReader.read("after", "", Map.of("manifests/it's one.yaml", after)))
                .runbooks()
                .stream()
                .filter(runbook -> runbook.object().kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static void assertClean(Runbook runbook, Path directory) throws IOException, InterruptedException {
        Path script = directory.resolve("runbook.sh");
        Files.writeString(script, "#!/usr/bin/env bash\nset -euo pipefail\n" + runbook.script());
        assertThat(run("bash", "-n", script.toString())).isEmpty();
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/shellcheck")), "shellcheck is not installed");
        assertThat(run("/usr/bin/shellcheck", "--severity=style", script.toString()))
                .as(runbook.script())
                .isEmpty();
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    private static String tree() throws IOException {
        try (InputStream in = RunbooksTest.class.getResourceAsStream("/review/postgres.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
