package dev.berth.rules.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.berth.object.ObjectId;
import dev.berth.rules.decode.ManifestDocument;
import dev.berth.rules.decode.ManifestReader;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentStoreTest {

    private final DocumentStore store = new DocumentStore();

    private List<StoredObject> stored(String yaml) {
        for (ManifestDocument document : ManifestReader.read(yaml)) {
            store.add(StoredObject.of(7, document));
        }
        return store.read(0, store.size());
    }

    @Test
    void what_the_server_accepts_is_returned_as_the_same_model() throws IOException {
        JsonNode accepted;
        try (InputStream in = DocumentStoreTest.class.getResourceAsStream("/dev/berth/yaml/accepted-objects.json")) {
            accepted = new ObjectMapper().readTree(in);
        }
        assertThat(accepted).hasSizeGreaterThan(20);
        for (JsonNode object : accepted) {
            ManifestDocument document = ManifestReader.read(object.toString()).get(0);
            HasMetadata model = document.decode().orElseThrow();
            if (model instanceof ConfigMap || model instanceof Secret) {
                continue; // Not all of their values are kept.
            }
            DocumentStore store = new DocumentStore();
            store.add(StoredObject.of(0, document));
            assertThat(store.get(0).model()).isEqualTo(model);
        }
    }

    @Test
    void an_object_is_returned_as_it_was_written_with_its_lines() {
        String yaml = """
                # two lines
                # before it
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: db, labels: {app.kubernetes.io/name: db}}
                spec:
                  replicas: 3
                  template:
                    spec:
                      containers:
                        - name: a
                        - name: b
                          resources: {limits: {cpu: 0.5, memory: 1Gi}}
                """;
        ManifestDocument document = ManifestReader.read(yaml).get(0);
        StoredObject stored = stored(yaml).get(0);
        assertThat(stored.model()).isEqualTo(document.decode().orElseThrow()).isInstanceOf(StatefulSet.class);
        assertThat(stored.file()).isEqualTo(7);
        for (String field : List.of(
                "",
                "spec.replicas",
                "metadata.labels[app.kubernetes.io/name]",
                "spec.template.spec.containers[1].resources.limits[memory]",
                "spec.template.labels",
                "spec.template.spec.containers[9].name")) {
            assertThat(stored.lineOf(field)).as(field).isEqualTo(document.lineOf(field));
        }
        assertThat(stored.lineOf("spec.template.spec.containers[1].name")).isEqualTo(12);
        assertThat(stored.lineOf("spec.template.labels")).isEqualTo(8);
    }

    @Test
    void values_of_secrets_and_long_values_of_config_maps_are_left_out_but_not_their_keys() {
        List<StoredObject> stored = stored("""
                {apiVersion: v1, kind: ConfigMap, metadata: {name: c}, data: {user: me, conf: "%s", short: "%s"}}
                ---
                {apiVersion: v1, kind: Secret, metadata: {name: s}, stringData: {password: secret}}
                """.formatted("x".repeat(2049), "y".repeat(2048)));

        assertThat(((ConfigMap) stored.get(0).model()).getData())
                .containsExactly(entry("user", "me"), entry("conf", ""), entry("short", "y".repeat(2048)));
        assertThat(((Secret) stored.get(1).model()).getStringData()).containsExactly(entry("password", ""));
    }

    @Test
    void an_object_that_cannot_be_decoded_or_has_no_rules_is_kept_by_name() {
        List<StoredObject> stored = stored("""
                {apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: web}, data: {k: 1}}
                ---
                {apiVersion: scheduling.k8s.io/v1, kind: PriorityClass, metadata: {name: p}, value: 3}
                ---
                {apiVersion: v1, kind: ResourceQuota, metadata: {name: q}, spec: {hard: {requests.storage: 1Gi}}}
                ---
                {apiVersion: v1, kind: ResourceQuota, metadata: {name: wrong}, spec: [1]}
                """);
        assertThat(stored)
                .extracting(object -> ObjectId.of(object.model()).toString())
                .containsExactly(
                        "ConfigMap \"c\" in namespace \"web\"",
                        "PriorityClass \"p\"",
                        "ResourceQuota \"q\"",
                        "ResourceQuota \"wrong\"");
        assertThat(stored.get(0).model()).isInstanceOf(GenericKubernetesResource.class);
        assertThat(stored.get(2).model()).isInstanceOf(ResourceQuota.class);
        assertThat(stored.get(3).model()).isInstanceOf(GenericKubernetesResource.class);
    }

    @Test
    void an_object_kept_by_name_keeps_its_labels_because_an_endpoint_slice_names_its_service_in_one() {
        HasMetadata model = stored("""
                        {apiVersion: discovery.k8s.io/v1, kind: EndpointSlice,
                         metadata: {name: s, labels: {kubernetes.io/service-name: db}}, endpoints: []}
                        """).get(0).model();
        assertThat(model.getMetadata().getLabels()).containsOnly(Map.entry("kubernetes.io/service-name", "db"));
    }

    @Test
    void compressed_objects_are_returned_in_order() {
        int objects = 5000;
        String note = "n".repeat(1000);
        StringBuilder yaml = new StringBuilder();
        for (int i = 0; i < objects; i++) {
            yaml.append(
                    "---\n{apiVersion: v1, kind: Service, metadata: {name: s%d, labels: {own-%d: a}, annotations: {b: %s}}}\n"
                            .formatted(i, i, note));
        }
        List<StoredObject> stored = stored(yaml.toString());
        assertThat(stored).hasSize(objects);
        for (int i = 0; i < objects; i++) {
            HasMetadata model = stored.get(i).model();
            assertThat(model.getMetadata().getName()).isEqualTo("s" + i);
            assertThat(model.getMetadata().getLabels()).containsOnlyKeys("own-" + i);
        }
    }

    @Test
    void objects_are_returned_by_number_from_any_block() {
        for (int i = 0; i < 300; i++) {
            String note = "n".repeat(i);
            stored("{apiVersion: v1, kind: Service, metadata: {name: s%d, annotations: {b: %s}}}".formatted(i, note));
        }
        assertThat(store.get(299).model().getMetadata().getName()).isEqualTo("s299");
        assertThat(store.get(0).model().getMetadata().getName()).isEqualTo("s0");
        assertThat(store.read(100, 250))
                .extracting(object -> object.model().getMetadata().getName())
                .hasSize(150)
                .startsWith("s100")
                .endsWith("s249");
        assertThat(new DocumentStore().size()).isZero();
    }
}
