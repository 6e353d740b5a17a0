package dev.berth.schema.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Finding;
import dev.berth.finding.FindingType;
import dev.berth.rules.Findings;
import dev.berth.schema.Schema;
import dev.berth.schema.check.EmbeddedResources;
import dev.berth.schema.check.SchemaCheck;
import dev.berth.schema.decode.ObjectDecoder;
import dev.berth.schema.resource.InstalledRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The defaults of a schema, which must be values that it accepts. Mirrors {@code ValidateDefaults} in {@code
 * pkg/apiserver/schema/defaulting/validation.go} of {@code k8s.io/apiextensions-apiserver}.
 */
final class DefaultRules {
    private final List<Finding> found = new ArrayList<>();

    /**
     * What surrounds a default in the type or the metadata of an object.
     *
     * @param root the schema of the object
     * @param object puts a value into an object that has nothing else
     */
    private record Surrounding(Schema root, UnaryOperator<JsonNode> object) {

        Surrounding field(String name) {
            return new Surrounding(root, value -> {
                ObjectNode parent = JsonNodeFactory.instance.objectNode();
                parent.set(name, value);
                return object.apply(parent);
            });
        }

        Surrounding item() {
            return new Surrounding(
                    root,
                    value -> object.apply(JsonNodeFactory.instance.arrayNode().add(value)));
        }
    }

    private DefaultRules() {}

    /** Returns what the server refuses of the defaults in a schema that is structural. */
    static List<Finding> check(Schema root, FieldPath path) {
        DefaultRules rules = new DefaultRules();
        rules.schema(root, true, of(root), false, path);
        return rules.found;
    }

    private static Surrounding of(Schema root) {
        return new Surrounding(root, value -> {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            object.put("apiVersion", "validation/v1").put("kind", "Validation");
            value.properties().forEach(field -> object.set(field.getKey(), field.getValue()));
            return object;
        });
    }

    private void schema(
            @Nullable Schema schema, boolean resource, Surrounding surrounding, boolean metadata, FieldPath path) {
        if (schema == null) {
            return;
        }
        boolean embedded = schema.isEmbeddedResource() || resource;
        Surrounding around = schema.isEmbeddedResource() ? of(schema) : surrounding;
        boolean inMetadata = metadata && !embedded;
        JsonNode value = schema.defaultValue();
        if (value != null && !value.isNull()) {
            value(schema, embedded, value, inMetadata ? around : null, path.child("default"));
        }
        schema(schema.items(), false, around.item(), inMetadata, path.child("items"));
        for (Map.Entry<String, Schema> field : schema.properties().entrySet()) {
            String name = field.getKey();
            boolean ofObject =
                    embedded && List.of("metadata", "apiVersion", "kind").contains(name);
            FieldPath at = path.child("properties").key(name);
            schema(field.getValue(), false, around.field(name), inMetadata || ofObject, at);
        }
    }

    private void value(
            Schema schema, boolean resource, JsonNode value, @Nullable Surrounding metadata, FieldPath path) {
        Findings findings = new Findings();
        if (metadata != null) {
            metadata(value, metadata, path, findings);
        } else {
            if (ObjectDecoder.hasUnknownFields(value, schema)) {
                findings.invalid(CrdRules.UNPRUNED_DEFAULT, path, value, "must not have unknown fields");
            }
            EmbeddedResources.check(value, schema, path, findings);
        }
        found.addAll(findings.list());
        boolean pruned =
                findings.list().stream().allMatch(finding -> finding.rule().equals(CrdRules.UNPRUNED_DEFAULT));
        if (!pruned) {
            return;
        }
        List<Finding> ofSchema = SchemaCheck.ofCreation(schema, value, path);
        ofSchema.forEach(finding -> found.add(at(path, finding)));
        if (ofSchema.isEmpty() && schema.hasRules()) {
            found.addAll(InstalledRules.compiler().checkDefault(schema, resource, value, path));
        }
    }

    private static void metadata(JsonNode value, Surrounding around, FieldPath path, Findings findings) {
        Findings ofObject = new Findings();
        EmbeddedResources.checkObject(around.object.apply(value.deepCopy()), around.root, ofObject);
        if (!ofObject.isEmpty()) {
            String problem = ofObject.list().get(0).text();
            findings.add(CrdRules.DEFAULT, path, FindingType.INVALID, "must be a value of metadata: " + problem);
        }
    }

    /** A finding without a field is about the default. */
    private static Finding at(FieldPath path, Finding finding) {
        return finding.field().isEmpty() && finding.type() != null
                ? Finding.of(finding.rule(), path.toString(), finding.type(), finding.message())
                : finding;
    }
}
