package dev.berth.schema.definition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the types of a CustomResourceDefinition. Mirrors {@code pkg/apis/apiextensions/v1/types.go} and {@code
 * types_jsonschema.go} of {@code k8s.io/apiextensions-apiserver}.
 */
final class FieldTable {
    static final FieldTable RULE = new FieldTable()
            .texts("rule", "message", "messageExpression", "reason", "fieldPath")
            .put("optionalOldSelf", FieldKind.BOOL);

    static final FieldTable SCHEMA = schema();

    static final FieldTable SPEC = new FieldTable()
            .texts("group", "scope")
            .put("preserveUnknownFields", FieldKind.BOOL)
            .put("names", FieldKind.OBJECT, FieldTable::names)
            .put("versions", FieldKind.OBJECTS, FieldTable::version)
            .put("conversion", FieldKind.OBJECT, FieldTable::conversion);

    /**
     * A field.
     *
     * @param kind its type
     * @param fields the fields of its objects
     */
    record Field(FieldKind kind, Supplier<FieldTable> fields) {}

    private final Map<String, Field> fields = new LinkedHashMap<>();

    private FieldTable() {}

    @Nullable Field field(String name) {
        return fields.get(name);
    }

    Set<String> fieldNames() {
        return fields.keySet();
    }

    private static FieldTable schema() {
        Supplier<FieldTable> itself = () -> SCHEMA;
        return new FieldTable()
                .texts("id", "$schema", "$ref", "description", "type", "format", "title", "pattern")
                .texts("x-kubernetes-list-type", "x-kubernetes-map-type")
                .all(FieldKind.ANY, "default", "example")
                .all(FieldKind.NUMBER, "maximum", "minimum", "multipleOf")
                .all(FieldKind.BOOL, "exclusiveMaximum", "exclusiveMinimum", "uniqueItems", "nullable")
                .all(FieldKind.BOOL, "x-kubernetes-preserve-unknown-fields", "x-kubernetes-embedded-resource")
                .all(FieldKind.BOOL, "x-kubernetes-int-or-string")
                .all(FieldKind.INTEGER, "maxLength", "minLength", "maxItems", "minItems")
                .all(FieldKind.INTEGER, "maxProperties", "minProperties")
                .all(FieldKind.TEXTS, "required", "x-kubernetes-list-map-keys")
                .put("enum", FieldKind.ANYS)
                .put("items", FieldKind.SCHEMA_OR_LIST, itself)
                .put("allOf", FieldKind.OBJECTS, itself)
                .put("oneOf", FieldKind.OBJECTS, itself)
                .put("anyOf", FieldKind.OBJECTS, itself)
                .put("not", FieldKind.OBJECT, itself)
                .put("properties", FieldKind.OBJECT_MAP, itself)
                .put("patternProperties", FieldKind.OBJECT_MAP, itself)
                .put("definitions", FieldKind.OBJECT_MAP, itself)
                .put("additionalProperties", FieldKind.SCHEMA_OR_BOOL, itself)
                .put("additionalItems", FieldKind.SCHEMA_OR_BOOL, itself)
                .put("dependencies", FieldKind.SCHEMA_OR_TEXTS_MAP, itself)
                .put("externalDocs", FieldKind.OBJECT, () -> new FieldTable().texts("description", "url"))
                .put("x-kubernetes-validations", FieldKind.OBJECTS, () -> RULE);
    }

    private static FieldTable version() {
        return new FieldTable()
                .texts("name", "deprecationWarning")
                .all(FieldKind.BOOL, "served", "storage", "deprecated")
                .put("schema", FieldKind.OBJECT, () -> new FieldTable()
                        .put("openAPIV3Schema", FieldKind.OBJECT, () -> SCHEMA))
                .put("subresources", FieldKind.OBJECT, FieldTable::subresources)
                .put("additionalPrinterColumns", FieldKind.OBJECTS, () -> new FieldTable()
                        .texts("name", "type", "format", "description", "jsonPath")
                        .put("priority", FieldKind.INTEGER))
                .put("selectableFields", FieldKind.OBJECTS, () -> new FieldTable().texts("jsonPath"));
    }

    private static FieldTable subresources() {
        return new FieldTable()
                .put("status", FieldKind.OBJECT, FieldTable::new)
                .put("scale", FieldKind.OBJECT, () -> new FieldTable()
                        .texts("specReplicasPath", "statusReplicasPath", "labelSelectorPath"));
    }

    private static FieldTable names() {
        return new FieldTable()
                .texts("plural", "singular", "kind", "listKind")
                .all(FieldKind.TEXTS, "shortNames", "categories");
    }

    private static FieldTable conversion() {
        return new FieldTable().texts("strategy").put("webhook", FieldKind.OBJECT, () -> new FieldTable()
                .put("conversionReviewVersions", FieldKind.TEXTS)
                .put("clientConfig", FieldKind.OBJECT, () -> new FieldTable()
                        .texts("url", "caBundle")
                        .put("service", FieldKind.OBJECT, () -> new FieldTable()
                                .texts("name", "namespace", "path")
                                .put("port", FieldKind.INTEGER))));
    }

    private FieldTable texts(String... names) {
        return all(FieldKind.TEXT, names);
    }

    private FieldTable all(FieldKind kind, String... names) {
        for (String name : names) {
            put(name, kind);
        }
        return this;
    }

    private FieldTable put(String name, FieldKind kind) {
        return put(name, kind, FieldTable::new);
    }

    private FieldTable put(String name, FieldKind kind, Supplier<FieldTable> ofObjects) {
        fields.put(name, new Field(kind, ofObjects));
        return this;
    }
}
