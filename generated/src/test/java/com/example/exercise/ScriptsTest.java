package com.example.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptsTest {

    private static final String CLAIMS = """
            manual-pvc-001 manual-pv-001
            postgres-data-postgres-0 pvc-11
            postgres-data-postgres-3\s
            """;

    @TempDir
    private Path state;

    @ParameterizedTest
    @ValueSource(strings = {"deploy-all.sh", "test-persistence.sh", "cleanup.sh"})
    void shellcheck_reports_nothing(String script) throws IOException, InterruptedException {
        boolean installed = Files.isExecutable(Path.of("/usr/bin/shellcheck"));
        if (!installed) {
            System.out.println("Not run: shellcheck is not installed (Debian's package shellcheck)");
        }
        assumeTrue(installed, "shellcheck is not installed");
        Process check = new ProcessBuilder("shellcheck", "scripts/" + script)
                .redirectErrorStream(true)
                .start();
        assertThat(new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(check.waitFor()).isZero();
    }

    @Test
    void deploy_applies_every_file_in_order_and_waits_for_every_rollout_and_pod() throws Exception {
        Script script = new Script("deploy-all.sh", state);

        Script.Result result = script.run("");

        assertThat(result.errors()).isEmpty();
        assertThat(result.exit()).isZero();
        assertThat(result.output()).endsWith("Everything runs in namespace statefulset-demo.\n");
        String tree = Path.of("").toAbsolutePath().toString();
        assertThat(script.calls().stream().map(call -> call.replace(tree + "/scripts/../", tree + "/")
                        .replace(tree, "TREE")))
                .containsExactly(
                        "apply --server-side -f TREE/manifests/01-namespace.yaml",
                        "apply --server-side -f TREE/manifests/02-storageclass.yaml",
                        "apply --server-side -f TREE/manifests/03-postgresql-statefulset.yaml",
                        "apply --server-side -f TREE/manifests/04-volume-types.yaml",
                        "apply --server-side -f TREE/manifests/05-redis-statefulset.yaml",
                        "apply --server-side -f TREE/examples/statefulset-vs-deployment.yaml",
                        "rollout status statefulset/postgres -n statefulset-demo --timeout=600s",
                        "rollout status statefulset/redis -n statefulset-demo --timeout=600s",
                        "rollout status deployment/nginx-deployment -n statefulset-demo --timeout=600s",
                        "rollout status statefulset/nginx-statefulset -n statefulset-demo --timeout=600s",
                        "wait --for=condition=Ready pod/emptydir-example -n statefulset-demo --timeout=600s",
                        "wait --for=condition=Ready pod/hostpath-example -n statefulset-demo --timeout=600s",
                        "wait --for=condition=Ready pod/pvc-example -n statefulset-demo --timeout=600s",
                        "wait --for=condition=Ready pod/configmap-volume-example -n statefulset-demo --timeout=600s",
                        "wait --for=condition=Ready pod/secret-volume-example -n statefulset-demo --timeout=600s",
                        "wait --for=condition=Ready pod/projected-volume-example -n statefulset-demo --timeout=600s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "gcp", "azure"})
    void a_cloud_has_its_own_storage_class(String cloud) throws Exception {
        Script script = new Script("deploy-all.sh", state);

        assertThat(script.run("", "--cloud", cloud).exit()).isZero();

        assertThat(script.calls().get(1)).endsWith("/clouds/" + cloud + "/02-storageclass.yaml");
        assertThat(Path.of("clouds", cloud, "02-storageclass.yaml")).exists();
    }

    @Test
    void an_unknown_cloud_is_refused_before_anything_is_applied() throws Exception {
        Script script = new Script("deploy-all.sh", state);

        Script.Result result = script.run("", "--cloud", "oracle");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.errors()).isEqualTo("deploy-all.sh: unknown cloud: oracle: use local, aws, gcp or azure\n");
        assertThat(script.calls()).isEmpty();
    }

    @Test
    void a_class_that_cannot_be_changed_is_explained() throws Exception {
        Script script = new Script("deploy-all.sh", state).failingOn("02-storageclass");

        Script.Result result = script.run("", "--cloud", "aws");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.errors()).endsWith("""
                deploy-all.sh: clouds/aws/02-storageclass.yaml was not applied. What was applied before it stays;\
                 correct the cause and run again.
                The provisioner and the parameters of a StorageClass cannot be changed. To replace it, run\
                 'kubectl delete storageclass fast-ssd' first; its volumes stay.
                After a conflict, 'kubectl apply --server-side --force-conflicts -f FILE' resolves it in favor of the file.
                """);
        assertThat(script.calls()).noneMatch(call -> call.contains("03-postgresql"));
    }

    @Test
    void a_rollout_that_times_out_prints_the_state_of_the_cluster() throws Exception {
        Script script = new Script("deploy-all.sh", state).failingOn("rollout status statefulset/redis");

        Script.Result result = script.run("");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.errors()).contains("""
                deploy-all.sh: statefulset/redis was not rolled out within 600s. What the cluster says:
                """);
        assertThat(script.calls())
                .endsWith(
                        "get pods,persistentvolumeclaims -n statefulset-demo",
                        "get events -n statefulset-demo --sort-by=.lastTimestamp");
    }

    @Test
    void a_row_and_a_key_that_outlive_their_pods_prove_persistence() throws Exception {
        Script script = new Script("test-persistence.sh", state);

        Script.Result result = script.run("");

        assertThat(result.errors()).isEmpty();
        assertThat(result.exit()).isZero();
        assertThat(result.output()).endsWith("Nothing was lost: the row and the key outlived their pods.\n");
        List<String> calls = script.calls();
        assertThat(calls)
                .contains(
                        "delete pod postgres-0 -n statefulset-demo --timeout=600s",
                        "delete pod redis-0 -n statefulset-demo --timeout=600s");
        assertThat(calls.subList(calls.size() - 2, calls.size()))
                .containsExactly(
                        "exec postgres-0 -n statefulset-demo -c postgres -- psql -v ON_ERROR_STOP=1 -qAt -U myuser -d"
                                + " mydatabase -c DROP TABLE IF EXISTS berth_persistence_test",
                        "exec redis-0 -n statefulset-demo -c redis -- redis-cli DEL berth:persistence-test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"row", "key"})
    void a_lost_row_or_key_is_reported_and_the_script_fails_after_cleaning_up(String lost) throws Exception {
        Script script = new Script("test-persistence.sh", state).losing(lost);

        Script.Result result = script.run("");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.errors())
                .contains("lost the " + lost + ": wrote 'written-")
                .contains("', read ''");
        assertThat(script.calls().get(script.calls().size() - 1)).contains("redis-cli DEL");
    }

    @Test
    void the_script_fails_if_a_pod_does_not_become_ready_again() throws Exception {
        Script script = new Script("test-persistence.sh", state).failingOn("^wait .*pod/redis-0");

        Script.Result result = script.run("");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.errors())
                .contains("redis-0 was not ready within 600s: see 'kubectl describe pod redis-0 -n statefulset-demo'");
    }

    @Test
    void answering_no_deletes_nothing() throws Exception {
        Files.writeString(state.resolve("claims"), CLAIMS);
        Script script = new Script("cleanup.sh", state);

        Script.Result result = script.run("n\n");

        assertThat(result.exit()).isZero();
        assertThat(result.output()).isEqualTo("""
                These claims and volumes would be deleted, with all their data:
                  claim manual-pvc-001, volume manual-pv-001
                  claim postgres-data-postgres-0, volume pvc-11
                  claim postgres-data-postgres-3, volume not bound
                  volume manual-pv-001
                Nothing was deleted.
                """);
        assertThat(script.calls()).noneMatch(call -> call.startsWith("delete "));
    }

    @Test
    void no_answer_counts_as_no() throws Exception {
        Script script = new Script("cleanup.sh", state);

        assertThat(script.run("").exit()).isZero();

        assertThat(script.calls()).noneMatch(call -> call.startsWith("delete "));
    }

    @Test
    void answering_yes_deletes_every_claim_before_its_volume_and_the_namespace() throws Exception {
        Files.writeString(state.resolve("claims"), CLAIMS);
        Script script = new Script("cleanup.sh", state);

        Script.Result result = script.run("", "--yes");

        assertThat(result.errors()).isEmpty();
        assertThat(result.exit()).isZero();
        assertThat(script.calls())
                .filteredOn(call -> call.startsWith("delete "))
                .containsExactly(
                        "delete statefulset postgres redis nginx-statefulset -n statefulset-demo --ignore-not-found"
                                + " --timeout=600s",
                        "delete deployment nginx-deployment -n statefulset-demo --ignore-not-found --timeout=600s",
                        "delete pod emptydir-example hostpath-example pvc-example configmap-volume-example"
                                + " secret-volume-example projected-volume-example -n statefulset-demo"
                                + " --ignore-not-found --timeout=600s",
                        "delete service postgres-headless postgres redis-headless redis nginx-deployment-svc"
                                + " nginx-statefulset-svc -n statefulset-demo --ignore-not-found --timeout=600s",
                        "delete configmap postgres-config app-config-vol redis-config -n statefulset-demo"
                                + " --ignore-not-found --timeout=600s",
                        "delete secret postgres-secret app-secrets-vol -n statefulset-demo --ignore-not-found"
                                + " --timeout=600s",
                        "delete persistentvolumeclaim manual-pvc-001 -n statefulset-demo --ignore-not-found"
                                + " --timeout=600s",
                        "delete persistentvolumeclaim postgres-data-postgres-0 -n statefulset-demo --ignore-not-found"
                                + " --timeout=600s",
                        "delete persistentvolumeclaim postgres-data-postgres-3 -n statefulset-demo --ignore-not-found"
                                + " --timeout=600s",
                        "delete persistentvolume manual-pv-001 --ignore-not-found --timeout=600s",
                        "delete storageclass fast-ssd --ignore-not-found --timeout=600s",
                        "delete namespace statefulset-demo --ignore-not-found --timeout=600s");
    }
}
