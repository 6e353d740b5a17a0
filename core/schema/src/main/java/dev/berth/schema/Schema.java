package dev.berth.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One node of the {@code openAPIV3Schema} of a CustomResourceDefinition.
 *
 * <p>The values that it describes are Jackson trees in the form of {@link Values#of}: an integer is an {@code int64} of
 * Go, every other number a {@code float64}, so that {@code 3} and {@code 3.0} differ; {@code null} is a {@link
 * NullNode}, and a field that is not written is absent. Mirrors {@code Structural} in
 * {@code pkg/apiserver/schema/structural.go} of {@code k8s.io/apiextensions-apiserver}; a clause of {@code allOf},
 * {@code anyOf}, {@code oneOf} or {@code not} is a node of the same type here.
 */
public final class Schema {
    private static final List<String> INT_OR_STRING = List.of("integer", "string");

    private final String type;
    private final ValueLimits limits;
    private final boolean nullable;
    private final @Nullable JsonNode defaultValue;
    private final boolean preservesUnknownFields;
    private final boolean embeddedResource;
    private final boolean intOrString;
    private final String listType;
    private final List<String> listMapKeys;
    private final String mapType;
    private final List<ValidationRule> rules;
    private final Map<String, Schema> properties;
    private final @Nullable Schema additionalProperties;
    private final boolean allowsAnyProperty;
    private final @Nullable Schema items;
    private final List<Schema> allOf;
    private final List<Schema> anyOf;
    private final List<Schema> oneOf;
    private final @Nullable Schema not;
    private final boolean hasRules;

    private Schema(JsonNode written) {
        this.type = written.path("type").asText();
        this.limits = ValueLimits.of(written);
        this.nullable = written.path("nullable").asBoolean();
        this.defaultValue = written.get("default");
        this.preservesUnknownFields =
                written.path("x-kubernetes-preserve-unknown-fields").asBoolean();
        this.embeddedResource = written.path("x-kubernetes-embedded-resource").asBoolean();
        this.intOrString = written.path("x-kubernetes-int-or-string").asBoolean();
        this.listType = written.path("x-kubernetes-list-type").asText();
        List<String> keys = new ArrayList<>();
        written.path("x-kubernetes-list-map-keys").forEach(key -> keys.add(key.asText()));
        this.listMapKeys = List.copyOf(keys);
        this.mapType = written.path("x-kubernetes-map-type").asText();
        List<ValidationRule> validations = new ArrayList<>();
        written.path("x-kubernetes-validations").forEach(rule -> validations.add(ValidationRule.of(rule)));
        this.rules = List.copyOf(validations);
        this.properties = new LinkedHashMap<>();
        written.path("properties")
                .properties()
                .forEach(field -> properties.put(field.getKey(), new Schema(field.getValue())));
        JsonNode additional = written.path("additionalProperties");
        this.additionalProperties = additional.isObject() ? new Schema(additional) : null;
        this.allowsAnyProperty = additional.asBoolean();
        this.items = child(written, "items");
        this.allOf = clauses(written, "allOf");
        this.anyOf = clauses(written, "anyOf");
        this.oneOf = clauses(written, "oneOf");
        this.not = child(written, "not");
        this.hasRules = !rules.isEmpty()
                || (items != null && items.hasRules)
                || (additionalProperties != null && additionalProperties.hasRules)
                || properties.values().stream().anyMatch(field -> field.hasRules);
    }

    /** Returns the schema that is written as this tree, such as {@code spec.versions[0].schema.openAPIV3Schema}. */
    public static Schema of(JsonNode openApiV3Schema) {
        return new Schema(Values.of(openApiV3Schema));
    }

    private static @Nullable Schema child(JsonNode written, String field) {
        return written.path(field).isObject() ? new Schema(written.path(field)) : null;
    }

    private static List<Schema> clauses(JsonNode written, String field) {
        List<Schema> clauses = new ArrayList<>();
        written.path(field).forEach(clause -> clauses.add(new Schema(clause)));
        return List.copyOf(clauses);
    }

    /** Returns {@code object}, {@code array}, {@code string}, {@code integer}, {@code number} or {@code boolean}; empty if any. */
    public String type() {
        return type;
    }

    /** Returns the types that a value may have, of which an integer or a string has two; empty if any. */
    public List<String> types() {
        if (intOrString) {
            return INT_OR_STRING;
        }
        return type.isEmpty() ? List.of() : List.of(type);
    }

    /** Returns what the schema says about the value itself. */
    public ValueLimits limits() {
        return limits;
    }

    /** Returns whether {@code null} is a value. */
    public boolean isNullable() {
        return nullable;
    }

    /** Returns the value that the server fills in where there is none; null if it fills in nothing. */
    public @Nullable JsonNode defaultValue() {
        return defaultValue;
    }

    /** Returns whether fields that the schema does not name are kept. */
    public boolean preservesUnknownFields() {
        return preservesUnknownFields;
    }

    /** Returns whether the value is an object of Kubernetes with {@code apiVersion}, {@code kind} and metadata. */
    public boolean isEmbeddedResource() {
        return embeddedResource;
    }

    /** Returns whether the value is an integer or a string. */
    public boolean isIntOrString() {
        return intOrString;
    }

    /** Returns {@code atomic}, {@code set} or {@code map}; empty if it is not written, which means {@code atomic}. */
    public String listType() {
        return listType;
    }

    /** Returns the fields that identify an item of a list of the type {@code map}. */
    public List<String> listMapKeys() {
        return listMapKeys;
    }

    /** Returns {@code granular} or {@code atomic}; empty if it is not written, which means {@code granular}. */
    public String mapType() {
        return mapType;
    }

    /** Returns the entries of {@code x-kubernetes-validations} at this node. */
    public List<ValidationRule> rules() {
        return rules;
    }

    /**
     * Returns whether this node, or one below it, has an entry of {@code x-kubernetes-validations}; those in a clause
     * alone do not count, as for the server.
     */
    public boolean hasRules() {
        return hasRules;
    }

    /** Returns the fields in the order in which they are written. */
    public Map<String, Schema> properties() {
        return Collections.unmodifiableMap(properties);
    }

    /** Returns the schema of the values of a map; null if {@code additionalProperties} is not a schema. */
    public @Nullable Schema additionalProperties() {
        return additionalProperties;
    }

    /** Returns whether {@code additionalProperties} is {@code true}. */
    public boolean allowsAnyProperty() {
        return allowsAnyProperty;
    }

    /** Returns the schema of the items of a list; null if there is none. */
    public @Nullable Schema items() {
        return items;
    }

    /** Returns the clauses that must all hold. */
    public List<Schema> allOf() {
        return allOf;
    }

    /** Returns the clauses of which one must hold. */
    public List<Schema> anyOf() {
        return anyOf;
    }

    /** Returns the clauses of which exactly one must hold. */
    public List<Schema> oneOf() {
        return oneOf;
    }

    /** Returns the clause that must not hold; null if there is none. */
    public @Nullable Schema not() {
        return not;
    }
}
