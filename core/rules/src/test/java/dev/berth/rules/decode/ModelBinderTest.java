package dev.berth.rules.decode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.finding.FieldPath;
import dev.berth.rules.Findings;
import dev.berth.rules.decode.FieldType.ListOf;
import dev.berth.rules.decode.FieldType.MapOf;
import dev.berth.rules.decode.FieldType.ObjectOf;
import dev.berth.rules.decode.FieldType.Scalar;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Binding a tree along its schema gives the same object as Jackson, and turning it into a tree the same tree. */
class ModelBinderTest {

    private static final ObjectMapper JACKSON = new ObjectMapper();

    private final Deque<ObjectSchema> within = new ArrayDeque<>();
    private int count;

    @ParameterizedTest
    @ValueSource(
            classes = {
                ConfigMap.class,
                CronJob.class,
                DaemonSet.class,
                Deployment.class,
                Job.class,
                Namespace.class,
                NetworkPolicy.class,
                PersistentVolume.class,
                PersistentVolumeClaim.class,
                Pod.class,
                PodDisruptionBudget.class,
                Secret.class,
                Service.class,
                ServiceAccount.class,
                StatefulSet.class,
                StorageClass.class,
            })
    void a_kind_with_every_field_is_bound_as_jackson_binds_it(Class<? extends HasMetadata> kind) throws IOException {
        ObjectSchema schema = new SchemaReader().schemaOf(kind);
        ObjectNode tree = filled(schema);
        tree.put("apiVersion", HasMetadata.getApiVersion(kind)).put("kind", HasMetadata.getKind(kind));
        Findings findings = new Findings();
        new StrictDecoder(findings).object(tree, schema, FieldPath.root());
        assertThat(findings.list()).isEmpty();

        HasMetadata bound = ModelBinder.bind(tree, schema);

        assertThat(bound).isEqualTo(JACKSON.treeToValue(tree, kind));
        assertThat(JACKSON.<JsonNode>valueToTree(bound))
                .isEqualTo(JACKSON.valueToTree(JACKSON.treeToValue(tree, kind)));
        assertThat(ModelBinder.tree(bound)).isEqualTo(JACKSON.valueToTree(bound));
    }

    @Test
    void every_recorded_document_that_decodes_is_bound_as_jackson_binds_it() throws IOException {
        int compared = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ModelBinderTest.class.getResourceAsStream("/oracle/rules-create.jsonl")),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String text = JACKSON.readTree(line).get("document").toString();
                for (ManifestDocument document : ManifestReader.read(text)) {
                    ObjectNode tree = document.tree().orElse(null);
                    if (tree != null && tree.at("/metadata/ownerReferences").isMissingNode()) {
                        HasMetadata bound = document.decode().orElseThrow();
                        assertThat(bound).as(text).isEqualTo(JACKSON.treeToValue(tree, bound.getClass()));
                        assertThat(ModelBinder.tree(bound)).as(text).isEqualTo(JACKSON.valueToTree(bound));
                        compared++;
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(200);
    }

    private ObjectNode filled(ObjectSchema schema) {
        within.push(schema);
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        for (String name : schema.names()) {
            FieldType type = Objects.requireNonNull(schema.field(name)).type();
            if (!isOpen(type)) {
                tree.set(name, filled(type));
            }
        }
        within.pop();
        return tree;
    }

    /** Returns whether a type contains itself. */
    private boolean isOpen(FieldType type) {
        if (type instanceof ListOf list) {
            return isOpen(list.element());
        }
        return type instanceof ObjectOf nested && within.contains(nested.schema());
    }

    private JsonNode filled(FieldType type) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (type instanceof ObjectOf nested) {
            return filled(nested.schema());
        }
        if (type instanceof ListOf list) {
            return nodes.arrayNode().add(filled(list.element())).add(filled(list.element()));
        }
        if (type instanceof MapOf map) {
            return nodes.objectNode().set("key" + count++, filled(map.value()));
        }
        count++;
        return switch ((Scalar) type) {
            case STRING -> nodes.textNode("text" + count);
            case BOOL -> nodes.booleanNode(count % 2 == 0);
            case INT32 -> nodes.numberNode(count);
            case INT64 -> nodes.numberNode(count + (1L << 40));
            case BYTES -> nodes.textNode("YQ==");
            case QUANTITY -> nodes.textNode(count + "Mi");
            case INT_OR_STRING -> count % 2 == 0 ? nodes.numberNode(count) : nodes.textNode(count + "%");
            case TIME -> nodes.textNode("2026-01-31T12:00:00Z");
            case ANY -> nodes.objectNode().put("any", count);
        };
    }
}
