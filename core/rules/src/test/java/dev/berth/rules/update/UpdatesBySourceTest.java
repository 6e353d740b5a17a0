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

/** Updates of kinds and fields that were not recorded, as the server's functions decide them. */
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
    void a_suspended_job_may_change_its_nodes() {
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
    void a_suspended_job_may_change_its_resource_requests() {
        assertThat(refused(JOB, "cpu: 100m", "cpu: 200m")).isEmpty();
    }

    @Test
    void the_rest_of_the_template_of_a_suspended_job_cannot_change() {
        assertThat(refused(JOB, "loader:1", "loader:2")).containsExactly("spec.template.spec");
        assertThat(refused(JOB, "topologyKey: zone", "topologyKey: host")).containsExactly("spec.template.spec");
        assertThat(refused(JOB, "restartPolicy: Never", "restartPolicy: OnFailure"))
                .containsExactly("spec.template.spec");
    }

    @Test
    void the_template_of_a_running_job_cannot_change() {
        String running = JOB.replace("suspend: true", "suspend: false");
        assertThat(refused(running, "disk: hdd", "disk: ssd")).containsExactly("spec.template");
        assertThat(refused(running, "cpu: 100m", "cpu: 200m")).containsExactly("spec.template");
        assertThat(refused(running, "suspend: false", "suspend: false\n  backoffLimit: 9"))
                .isEmpty();
    }

    @Test
    void metadata_that_the_server_sets_is_ignored_or_refused_as_by_the_server() {
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
    void the_address_of_a_service_cannot_change_unless_its_type_becomes_external_name() {
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
    void the_selector_of_a_daemon_set_cannot_change() {
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
    void list_keys_of_an_applied_workload_must_be_unique() {
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

    /** Returns the fields that the server refuses when a text in the manifest is replaced. */
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
