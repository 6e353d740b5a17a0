package dev.berth.review.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An object as a cluster returns it: {@code kubectl get --output yaml}. */
public final class LiveObject {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private final JsonNode returned;
    private final ObjectNode stored;
    private final List<FieldManager> managers = new ArrayList<>();
    private final Optional<JsonNode> lastApplied;

    private LiveObject(JsonNode returned) {
        this.returned = returned;
        this.stored = returned.deepCopy();
        this.lastApplied = lastApplied(returned);
        returned.path("metadata").path("managedFields").forEach(entry -> managers.add(FieldManager.of(entry)));
        if (stored.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove("managedFields");
            if (metadata.path("annotations") instanceof ObjectNode annotations) {
                annotations.remove(LAST_APPLIED);
                if (annotations.isEmpty()) {
                    metadata.remove("annotations");
                }
            }
        }
        // The server sets the status of a template, and sets it again on every apply.
        for (JsonNode template : stored.path("spec").path("volumeClaimTemplates")) {
            if (template instanceof ObjectNode claim) {
                claim.remove("status");
            }
        }
    }

    /** Returns the object if a cluster returned it: it then has an identity that no author states. */
    public static Optional<LiveObject> of(JsonNode object) {
        boolean live = object.path("metadata").path("uid").isTextual();
        return live ? Optional.of(new LiveObject(object)) : Optional.empty();
    }

    /** Returns the object with its status, without the record of who set which field. */
    public JsonNode stored() {
        return stored;
    }

    /** Returns the object with everything that the cluster returned. */
    public JsonNode returned() {
        return returned;
    }

    /** Returns a manifest of the object: without the fields that the server and controllers set. */
    public JsonNode manifest() {
        return ServerFields.without(stored);
    }

    /** Returns the manifest that kubectl applied last without {@code --server-side}; empty if it never did. */
    public Optional<JsonNode> lastApplied() {
        return lastApplied;
    }

    /** Returns who set which field; empty if the cluster was read without the managed fields. */
    public List<FieldManager> managers() {
        return List.copyOf(managers);
    }

    /** Returns whether the tree is applied server-side: the author's field manager has applied the object. */
    public boolean isAppliedServerSide(String manager) {
        return managers.stream()
                .anyMatch(entry -> entry.applies() && entry.name().equals(manager));
    }

    private static Optional<JsonNode> lastApplied(JsonNode object) {
        JsonNode annotation = object.path("metadata").path("annotations").path(LAST_APPLIED);
        try {
            JsonNode manifest = MAPPER.readTree(annotation.asText());
            return Optional.of(manifest).filter(JsonNode::isObject);
        } catch (IOException notFromKubectl) {
            return Optional.empty();
        }
    }
}
