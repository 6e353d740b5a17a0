package dev.berth.cel.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.schema.Schema;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.CelValue;
import dev.cel.common.values.SelectableValue;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An object whose fields the schema names. Expressions see a field without a value as absent. */
@SuppressWarnings("Immutable") // The tree of a document is not changed after it was read.
public final class KubeObject extends CelValue implements SelectableValue<String> {
    private final ObjectNode object;
    private final Map<String, Schema> properties;

    KubeObject(ObjectNode object, Map<String, Schema> properties) {
        this.object = object;
        this.properties = properties;
    }

    /** Returns the value of the root of a resource, whose metadata every expression knows. */
    public static Object ofRoot(JsonNode resource, Schema schema) {
        return resource instanceof ObjectNode object
                ? new KubeObject(object, ResourceRoot.properties(schema))
                : Kube.value(resource, schema);
    }

    /** Returns the number of fields with a value, including those that the schema does not name. */
    public int size() {
        return object.size();
    }

    ObjectNode object() {
        return object;
    }

    /** Returns the schema of a field that expressions can use; null if there is none. */
    @Nullable Schema schemaOf(String field) {
        return properties.get(field);
    }

    @Override
    public Object select(String identifier) {
        return find(identifier).orElseThrow(() -> new RuleError("no such key: " + identifier));
    }

    @Override
    public Optional<Object> find(String identifier) {
        Optional<Object> value = FieldNames.unescape(identifier).flatMap(this::field);
        value.ifPresent(CelEquality::requireValid);
        return value;
    }

    /** Returns the value of a field by its name. */
    Optional<Object> field(String field) {
        JsonNode value = object.get(field);
        Schema ofField = properties.get(field);
        return value == null || value.isNull() || ofField == null
                ? Optional.empty()
                : Optional.of(Kube.value(value, ofField));
    }

    @Override
    public Object value() {
        return this;
    }

    @Override
    public boolean isZeroValue() {
        return object.isEmpty();
    }

    @Override
    public CelType celType() {
        return MapType.create(SimpleType.DYN, SimpleType.DYN);
    }
}
