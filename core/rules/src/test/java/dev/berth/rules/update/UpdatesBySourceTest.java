package dev.berth.rules.update;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.berth.finding.Finding;
import dev.berth.object.ObjectId;
import dev.berth.rules.ClusterFacts;
import dev.berth.rules.server.ServerAnswer;
import dev.berth.rules.server.ServerView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Updates of kinds and fields that were not recorded, as the functions of the server decide them. */
class UpdatesBySourceTest {

    private static final String JOB = """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: load, namespace: demo}
            spec:
              suspend: true
              template:
                metadata: {labels: {app: load}}
                spec:
                  restartPolicy: Never
                  nodeSelector: {disk: hdd}
                  affinity:
                    podAntiAffinity:
                      requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: zone, labelSelector: {}}]
                  containers:
                  - name: load
                    image: loader:1
                    resources: {requests: {cpu: 100m}}
            """;

    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: db, namespace: demo}
            spec:
              selector: {app: db}
              ports: [{port: 5432}]
            """;

    @Test
    void a_suspended_job_may_be_sent_to_other_nodes() {
        assertThat(refused(JOB, "disk: hdd", "disk: ssd")).isEmpty();
        assertThat(refused(JOB, "labels: {app: load}", "labels: {app: load, queue: a}"))
                .isEmpty();
        assertThat(refused(
                        JOB, "restartPolicy: Never", "restartPolicy: Never\n      tolerations: [{operator: Exists}]"))
                .isEmpty();
        assertThat(refused(
                        JOB,
                        "    podAntiAffinity:",
                        "    nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{"
                                + "matchExpressions: [{key: zone, operator: Exists}]}]}}\n        podAntiAffinity:"))
                .isEmpty();
    }

    @Test
    void a_suspended_job_may_ask_for_other_resources() {
        assertThat(refused(JOB, "cpu: 100m", "cpu: 200m")).isEmpty();
    }

    @Test
    void a_suspended_job_keeps_the_rest_of_its_template() {
        assertThat(refused(JOB, "loader:1", "loader:2")).containsExactly("spec.template");
        assertThat(refused(JOB, "topologyKey: zone", "topologyKey: host")).containsExactly("spec.template");
        assertThat(refused(JOB, "restartPolicy: Never", "restartPolicy: OnFailure"))
                .containsExactly("spec.template");
    }

    @Test
    void a_job_that_runs_keeps_its_whole_template() {
        String running = JOB.replace("suspend: true", "suspend: false");
        assertThat(refused(running, "disk: hdd", "disk: ssd")).containsExactly("spec.template");
        assertThat(refused(running, "cpu: 100m", "cpu: 200m")).containsExactly("spec.template");
        assertThat(refused(running, "suspend: false", "suspend: false\n  backoffLimit: 9"))
                .isEmpty();
    }

    @Test
    void what_the_server_notes_of_an_object_is_ignored_or_refused_as_it_does() {
        assertThat(refused(SERVICE, "namespace: demo", "namespace: demo, creationTimestamp: 2020-01-01T00:00:00Z"))
                .isEmpty();
        assertThat(refused(
                        SERVICE.replace("namespace: demo", "namespace: demo, creationTimestamp: 2020-01-01T00:00:00Z"),
                        "2020",
                        "2021"))
                .isEmpty();
        assertThat(refused(SERVICE, "namespace: demo", "namespace: demo, deletionTimestamp: 2020-01-01T00:00:00Z"))
                .containsExactly("metadata.deletionTimestamp");
        assertThat(refused(SERVICE, "namespace: demo", "namespace: demo, deletionGracePeriodSeconds: 5"))
                .containsExactly("metadata.deletionGracePeriodSeconds");
        assertThat(refused(SERVICE, "namespace: demo", "namespace: demo, generation: 7"))
                .isEmpty();
    }

    @Test
    void a_service_keeps_its_address_unless_it_is_a_name_elsewhere() {
        String headless = SERVICE.replace("spec:", "spec:\n  clusterIP: None");
        assertThat(refused(headless, "clusterIP: None", "clusterIP: 10.0.0.9")).containsExactly("spec.clusterIPs[0]");
        assertThat(refused(headless, "  clusterIP: None\n", "")).isEmpty();
        assertThat(refused(
                        headless,
                        "clusterIP: None\n  selector: {app: db}",
                        "type: ExternalName\n  externalName: db.example.com"))
                .isEmpty();
        assertThat(refused(SERVICE, "spec:", "spec:\n  clusterIP: None")).containsExactly("spec.clusterIPs[0]");
    }

    @Test
    void a_daemon_set_keeps_its_selector() {
        String daemons = """
                apiVersion: apps/v1
                kind: DaemonSet
                metadata: {name: logs, namespace: demo}
                spec:
                  selector: {matchLabels: {app: logs}}
                  template:
                    metadata: {labels: {app: logs, tier: node}}
                    spec: {containers: [{name: logs, image: logs:1}]}
                """;
        assertThat(refused(daemons, "{matchLabels: {app: logs}}", "{matchLabels: {tier: node}}"))
                .containsExactly("spec.selector");
        assertThat(refused(daemons, "image: logs:1", "image: logs:2")).isEmpty();
    }

    @Test
    void a_list_of_a_workload_that_is_applied_has_each_key_once() {
        String deployment = """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, namespace: demo}
                spec:
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec:
                      hostAliases: [{ip: 10.0.0.1, hostnames: [a]}]
                      containers:
                      - {name: web, image: "web:1", env: [{name: A, value: b}], ports: [{containerPort: 80}]}
                """;
        assertThat(refused(deployment, "{name: A, value: b}", "{name: A, value: b}, {name: A, value: c}"))
                .containsExactly("spec.template.spec.containers[0].env[1]");
        assertThat(refused(
                        deployment, "{containerPort: 80}", "{containerPort: 80}, {containerPort: 80, protocol: TCP}"))
                .containsExactly("spec.template.spec.containers[0].ports[1]");
        assertThat(refused(
                        deployment, "{containerPort: 80}", "{containerPort: 80}, {containerPort: 80, protocol: UDP}"))
                .isEmpty();
        assertThat(refused(deployment, "hostnames: [a]}", "hostnames: [a]}, {ip: 10.0.0.1, hostnames: [b]}"))
                .containsExactly("spec.template.spec.hostAliases[1]");
        assertThat(refused(
                        deployment, "namespace: demo", "namespace: demo, finalizers: [example.com/a, example.com/a]"))
                .containsExactly("metadata.finalizers[1]");
    }

    /** The fields that the server refuses when the text in the manifest becomes another one. */
    private static List<String> refused(String before, String text, String by) {
        assertThat(before).contains(text);
        JsonNode written = read(before);
        JsonNode now = read(before.replace(text, by));
        JsonNode metadata = now.path("metadata");
        ObjectId id = new ObjectId(
                written.path("apiVersion").asText().replaceFirst("/?v1$", ""),
                written.path("kind").asText(),
                metadata.path("namespace").asText(),
                metadata.path("name").asText());
        return new ServerAnswer(ClusterFacts.defaults(), Surroundings.running())
                .toApply(id, written, ServerView.of(written), now).stream()
                        .map(Finding::field)
                        .toList();
    }

    private static JsonNode read(String yaml) {
        try {
            return new YAMLMapper().readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
