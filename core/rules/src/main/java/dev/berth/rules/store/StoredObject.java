package dev.berth.rules.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.rules.decode.ManifestDocument;
import dev.berth.rules.decode.ModelBinder;
import dev.berth.rules.written.WrittenLines;
import dev.berth.rules.written.WrittenObject;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An object as it is kept for the rules over sets: as it was written, without the values of Secrets and the long values of
 * ConfigMaps.
 */
public final class StoredObject {

    /** The fields with the values of ConfigMaps and Secrets. A value that is not kept becomes empty. */
    private static final Set<String> VALUES = Set.of("data", "binaryData", "stringData");

    /** Rules over sets read the values of variables and short files, such as the path of a data directory. */
    private static final int LONGEST_VALUE = 1 << 11;

    private static final Set<String> WITHOUT_VALUES = Set.of("ConfigMap", "Secret");
    private static final Set<String> IDENTITY = Set.of("apiVersion", "kind", "metadata");
    private static final Set<String> ASKED_FOR = Set.of("CSIDriver", "LimitRange", "ResourceQuota");

    /** The custom resources whose fields rules over sets read, each with its group. */
    private static final Set<String> CUSTOM_ASKED_FOR = Set.of(
            "monitoring.coreos.com/ServiceMonitor",
            "monitoring.coreos.com/PodMonitor",
            "cert-manager.io/Certificate",
            "cert-manager.io/Issuer",
            "external-secrets.io/ExternalSecret");

    private final int file;
    private final int line;
    private final boolean judged;
    private final ObjectNode tree;

    StoredObject(int file, int line, boolean judged, ObjectNode tree) {
        this.file = file;
        this.line = line;
        this.judged = judged;
        this.tree = tree;
    }

    /**
     * Returns what is kept of a document, whose values are removed. If it cannot be decoded, or its kind has no rules
     * here, only its name is kept.
     *
     * @param file a number that identifies its file
     */
    public static StoredObject of(int file, ManifestDocument document) {
        boolean judged = document.tree().isPresent();
        boolean whole =
                judged || ASKED_FOR.contains(document.kind()) || isAskedFor(document.apiVersion(), document.kind());
        return new StoredObject(file, document.line(), judged, whole ? whole(document) : named(document));
    }

    private static boolean isAskedFor(String apiVersion, String kind) {
        int slash = apiVersion.indexOf('/');
        return slash > 0 && CUSTOM_ASKED_FOR.contains(apiVersion.substring(0, slash + 1) + kind);
    }

    /** Returns the whole document of a custom resource, with each null. */
    public static StoredObject ofCustomResource(int file, ManifestDocument document) {
        ObjectNode written = document.written()
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .orElseGet(() -> named(document));
        return new StoredObject(file, document.line(), false, written);
    }

    /** Returns its fields as they were written. */
    public ObjectNode fields() {
        return tree;
    }

    private static ObjectNode whole(ManifestDocument document) {
        ObjectNode tree = document.tree()
                .or(() ->
                        document.written().filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast))
                .orElseGet(() -> named(document));
        if (WITHOUT_VALUES.contains(document.kind())) {
            for (String field : VALUES) {
                if (tree.get(field) instanceof ObjectNode values) {
                    for (Map.Entry<String, JsonNode> entry : values.properties()) {
                        if (!isKept(document, field, entry.getValue())) {
                            entry.setValue(JsonNodeFactory.instance.textNode(
                                    document.kind().equals("Secret") ? SecretValue.kept(field, entry.getValue()) : ""));
                        }
                    }
                }
            }
        }
        return tree;
    }

    private static boolean isKept(ManifestDocument document, String field, JsonNode value) {
        return document.kind().equals("ConfigMap")
                && field.equals("data")
                && value.isTextual()
                && value.textValue().length() <= LONGEST_VALUE;
    }

    private static ObjectNode named(ManifestDocument document) {
        WrittenObject named = new WrittenObject(1);
        named.put("apiVersion", document.apiVersion()).put("kind", document.kind());
        WrittenObject metadata = new WrittenObject(within(document, "metadata"));
        named.standsAt("metadata", within(document, "metadata"));
        metadata.standsAt("name", within(document, "metadata.name"));
        named.set("metadata", metadata);
        metadata.put("name", document.name());
        if (!document.namespace().isEmpty()) {
            metadata.put("namespace", document.namespace());
        }
        ObjectNode labels = metadata.putObject("labels");
        document.written().map(written -> written.at("/metadata/labels")).ifPresent(written -> written.properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().textValue())));
        return named;
    }

    /** Returns the line of a field, counted from the first line of the document. */
    private static int within(ManifestDocument document, String field) {
        return document.lineOf(field) - document.line() + 1;
    }

    /** Returns the number of its file. */
    public int file() {
        return file;
    }

    /**
     * Returns whether it has the same fields as another object; false for ConfigMaps and Secrets, whose values are not
     * known here.
     */
    public boolean hasFieldsOf(StoredObject other) {
        return judged
                && !WITHOUT_VALUES.contains(text("kind"))
                && tree.equals(StoredObject::compareScalars, other.tree);
    }

    /** Compares by text, because one tree can contain a small number as an int and the other one as a long. */
    private static int compareScalars(JsonNode first, JsonNode second) {
        return first.getNodeType() == second.getNodeType() ? first.asText().compareTo(second.asText()) : 1;
    }

    int line() {
        return line;
    }

    boolean isJudged() {
        return judged;
    }

    ObjectNode tree() {
        return tree;
    }

    /** Returns the line of a field in that file, or of its nearest parent in the file. */
    public int lineOf(String field) {
        return line + WrittenLines.of(tree, field) - 1;
    }

    /**
     * Returns the object as a model: complete if its kind has rules here and it can be decoded, or if it is a custom
     * resource whose fields rules read; otherwise only its identity, so that other objects can refer to it.
     */
    public HasMetadata model() {
        Optional<HasMetadata> whole = judged ? ModelBinder.bind(tree) : Optional.empty();
        return whole.orElseGet(() -> {
            GenericKubernetesResource named = named();
            if (isAskedFor(named.getApiVersion(), named.getKind())) {
                addFields(named, tree);
            }
            return named;
        });
    }

    /**
     * Returns the object as a model for those that look at it once, when it is read: a custom resource, of which only
     * the identity is stored, still has its fields.
     */
    public HasMetadata modelOf(ManifestDocument document) {
        HasMetadata model = model();
        if (!judged
                && model instanceof GenericKubernetesResource named
                && document.written().isPresent()) {
            addFields(named, document.written().get());
        }
        return model;
    }

    private static void addFields(GenericKubernetesResource named, JsonNode written) {
        written.properties().forEach(field -> {
            if (!IDENTITY.contains(field.getKey())) {
                named.setAdditionalProperty(field.getKey(), plain(field.getValue()));
            }
        });
    }

    /** Returns maps, lists, texts and truth values, which are all that rules read of a custom resource. */
    private static Object plain(JsonNode value) {
        if (value.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            value.properties().forEach(field -> map.put(field.getKey(), plain(field.getValue())));
            return map;
        }
        if (value.isArray()) {
            List<Object> list = new ArrayList<>();
            value.forEach(entry -> list.add(plain(entry)));
            return list;
        }
        return value.isBoolean() ? value.booleanValue() : value.asText();
    }

    private GenericKubernetesResource named() {
        Map<String, String> labels = new LinkedHashMap<>();
        tree.at("/metadata/labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().textValue()));
        GenericKubernetesResource named = new GenericKubernetesResource();
        named.setApiVersion(text("apiVersion"));
        named.setKind(text("kind"));
        named.setMetadata(new ObjectMetaBuilder()
                .withName(tree.at("/metadata/name").textValue())
                .withNamespace(tree.at("/metadata/namespace").textValue())
                .withLabels(labels)
                .build());
        return named;
    }

    private String text(String field) {
        return tree.path(field).asText();
    }
}
