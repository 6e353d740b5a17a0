package dev.berth.review.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.rules.server.ServerView;
import dev.berth.rules.tree.ListKeys;
import dev.berth.rules.tree.SemanticEquality;
import java.util.Map;
import java.util.Optional;

/**
 * Who set the fields of an object: the author of the tree, or others.
 *
 * @param written the fields that the author set, and that an apply removes once the tree no longer states them
 * @param others the fields that others set
 */
public record Authorship(JsonNode written, JsonNode others) {

    /**
     * Returns who set the fields of an object, for an author who applies a manifest with this field manager.
     *
     * <p>The managed fields state it, or else the manifest that kubectl applied last. Without both, the author is assumed to
     * have written every field that the server does not set.
     */
    public static Authorship of(LiveObject live, JsonNode manifest, String manager) {
        Optional<FieldManager> applier = live.managers().stream()
                .filter(entry -> entry.applies() && entry.name().equals(manager))
                .findFirst();
        JsonNode others = others(live, manager);
        if (applier.isPresent()) {
            return new Authorship(applier.get().fields().in(live.stored()), others);
        }
        if (live.lastApplied().isPresent()) {
            return new Authorship(live.lastApplied().get(), others);
        }
        return live.managers().isEmpty()
                ? new Authorship(assumed(live, manifest), others)
                : new Authorship(MissingNode.getInstance(), others);
    }

    private static JsonNode others(LiveObject live, String manager) {
        FieldSet fields = FieldSet.empty();
        for (FieldManager entry : live.managers()) {
            if (!entry.isBy(manager)) {
                fields = fields.union(entry.fields());
            }
        }
        return fields.in(live.stored());
    }

    /** Returns the fields that the server does not set, without those that it fills in beside the fields of the manifest. */
    private static JsonNode assumed(LiveObject live, JsonNode manifest) {
        JsonNode own = live.manifest();
        return withoutDefaults(own, manifest, ServerView.of(common(own, manifest)));
    }

    /** Returns the fields of the object that the manifest has as well. */
    private static JsonNode common(JsonNode object, JsonNode manifest) {
        if (!object.isObject() || !manifest.isObject()) {
            return object;
        }
        ObjectNode common = ((ObjectNode) object).objectNode();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = field.getKey();
            JsonNode stated = manifest.path(name);
            if (!stated.isMissingNode()) {
                common.set(
                        name,
                        field.getValue().isArray()
                                ? elements(name, field.getValue(), stated)
                                : common(field.getValue(), stated));
            }
        }
        return common;
    }

    private static ArrayNode elements(String list, JsonNode elements, JsonNode stated) {
        ArrayNode common = ((ArrayNode) elements).arrayNode();
        for (JsonNode element : elements) {
            String key = ListKeys.of(list, element);
            common.add(key == null ? element : common(element, ListKeys.find(list, stated, key)));
        }
        return common;
    }

    private static JsonNode withoutDefaults(JsonNode object, JsonNode manifest, JsonNode filled) {
        if (!(object instanceof ObjectNode own) || manifest.isMissingNode()) {
            return object;
        }
        ObjectNode written = own.objectNode();
        for (Map.Entry<String, JsonNode> field : own.properties()) {
            String name = field.getKey();
            JsonNode value = field.getValue();
            boolean stated = manifest.has(name);
            if (!stated
                    && !filled.path(name).isMissingNode()
                    && SemanticEquality.equal(name, value, filled.path(name))) {
                continue;
            }
            if (stated && value.isArray()) {
                ArrayNode elements = own.arrayNode();
                for (JsonNode element : value) {
                    String key = ListKeys.of(name, element);
                    elements.add(
                            key == null
                                    ? element
                                    : withoutDefaults(
                                            element,
                                            ListKeys.find(name, manifest.path(name), key),
                                            ListKeys.find(name, filled.path(name), key)));
                }
                written.set(name, elements);
            } else {
                written.set(name, withoutDefaults(value, manifest.path(name), filled.path(name)));
            }
        }
        return written;
    }
}
