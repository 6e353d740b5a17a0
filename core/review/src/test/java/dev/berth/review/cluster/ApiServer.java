package dev.berth.review.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.cluster.KubernetesVersion;
import dev.berth.finding.Finding;
import dev.berth.object.ObjectId;
import dev.berth.rules.ClusterFacts;
import dev.berth.rules.server.ServerAnswer;
import dev.berth.rules.server.ServerView;
import dev.berth.rules.update.ServerSideApply;
import dev.berth.rules.update.Surroundings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creates and updates objects, and refuses what our rules for creation and for updates refuse. */
final class ApiServer {
    private final Store store;

    /** What was last applied to each object: the fields that the next apply may remove. */
    private final Map<String, JsonNode> applied = new HashMap<>();

    ApiServer(Store store) {
        this.store = store;
    }

    ObjectNode create(ObjectNode manifest) throws RefusedException {
        if (find(manifest).isPresent()) {
            throw new RefusedException(name(manifest) + " already exists");
        }
        refuse(server().toCreation(manifest));
        ObjectNode object = Defaults.of(manifest, store);
        store.put(object);
        return object;
    }

    /** Follows {@code Updater.Apply} of {@code structured-merge-diff/v6/merge/update.go}, through our own class. */
    ObjectNode apply(ObjectNode manifest) throws RefusedException {
        Optional<ObjectNode> live = find(manifest);
        if (live.isEmpty()) {
            applied.put(name(manifest), manifest);
            return create(manifest);
        }
        JsonNode written = applied.getOrDefault(name(manifest), manifest.objectNode());
        JsonNode stated = ServerSideApply.over(written, live.get(), manifest);
        refuse(server().toApply(id(manifest), written, live.get(), stated));
        applied.put(name(manifest), manifest);
        return store(live.get(), stated);
    }

    ObjectNode patch(ObjectNode live, ObjectNode patch) throws RefusedException {
        JsonNode stated = Json.merged(live, patch);
        refuse(server().toUpdate(id(live), live, live, stated));
        return store(live, stated);
    }

    Optional<ObjectNode> find(JsonNode object) {
        return store.find(object.path("kind").asText(), Store.namespaceOf(object), Store.nameOf(object));
    }

    /** Returns whether a manifest is in effect: applying it again changes nothing. */
    boolean isInEffect(ObjectNode manifest) {
        Optional<ObjectNode> live = find(manifest);
        if (live.isEmpty()) {
            return false;
        }
        JsonNode stated = ServerView.again(ServerSideApply.over(manifest, live.get(), manifest));
        return ServerView.of(stated)
                .path("spec")
                .equals(ServerView.of(live.get()).path("spec"));
    }

    private ObjectNode store(ObjectNode live, JsonNode stated) {
        ObjectNode object = ((ObjectNode) ServerView.again(stated)).deepCopy();
        ObjectNode metadata = object.withObject("/metadata");
        live.path("metadata").properties().forEach(field -> {
            if (!metadata.has(field.getKey()) && !field.getKey().equals("annotations")) {
                metadata.set(field.getKey(), field.getValue());
            }
        });
        if (live.has("status")) {
            object.set("status", live.path("status"));
        }
        store.put(object);
        return object;
    }

    private ServerAnswer server() {
        Map<String, Boolean> expansion = new HashMap<>();
        store.list("StorageClass")
                .forEach(found -> expansion.put(
                        Store.nameOf(found), found.path("allowVolumeExpansion").asBoolean()));
        return new ServerAnswer(
                ClusterFacts.unknown(), new Surroundings(KubernetesVersion.recorded(), expansion, true, false));
    }

    private static void refuse(List<Finding> findings) throws RefusedException {
        if (!findings.isEmpty()) {
            throw new RefusedException(findings.toString());
        }
    }

    private static ObjectId id(JsonNode object) {
        String version = object.path("apiVersion").asText();
        String group = version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
        return new ObjectId(group, object.path("kind").asText(), Store.namespaceOf(object), Store.nameOf(object));
    }

    private static String name(JsonNode object) {
        return id(object).toString();
    }
}
