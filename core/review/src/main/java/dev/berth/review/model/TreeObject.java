package dev.berth.review.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.object.ObjectId;
import dev.berth.review.live.FieldManager;
import dev.berth.review.live.LiveObject;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One object of a tree, with its file and lines. */
public final class TreeObject {
    private final ObjectId id;
    private final Place place;
    private final JsonNode body;
    private final UnaryOperator<JsonNode> server;
    private final @Nullable LiveObject live;
    private @Nullable JsonNode effective;

    /**
     * An object of a tree.
     *
     * @param id its identity
     * @param place its file and lines
     * @param body the object as its author wrote it
     * @param server returns the object with the server's defaults
     */
    TreeObject(ObjectId id, Place place, JsonNode body, UnaryOperator<JsonNode> server) {
        this(id, place, body, server, null);
    }

    /** An object that a cluster returned. */
    TreeObject(ObjectId id, Place place, LiveObject live, UnaryOperator<JsonNode> server) {
        this(id, place, live.stored(), server, live);
    }

    private TreeObject(
            ObjectId id, Place place, JsonNode body, UnaryOperator<JsonNode> server, @Nullable LiveObject live) {
        this.id = id;
        this.place = place;
        this.body = body;
        this.server = server;
        this.live = live;
    }

    /** Returns its identity. */
    public ObjectId id() {
        return id;
    }

    /** Returns the path of its file in the tree. */
    public String file() {
        return place.file();
    }

    /** Returns the path of its file from the root of the repository, or else from where the review was started. */
    public String path() {
        return place.path();
    }

    /** Returns the line of a field in the file, from 1; of its nearest parent if it is not in the file. */
    public int line(String field) {
        return place.lines().applyAsInt(field);
    }

    /** Returns the object that a cluster returned; empty if it is a manifest. */
    public Optional<LiveObject> live() {
        return Optional.ofNullable(live);
    }

    /** Returns the object as its author wrote it, or as the cluster returned it. */
    public JsonNode body() {
        return body;
    }

    /** Returns the object as the API server stores it: with the server's defaults. */
    public JsonNode effective() {
        JsonNode known = effective;
        if (known == null) {
            known = server.apply(body);
            effective = known;
        }
        return known;
    }

    /** Returns whether the API server can decode the object, so that its defaults are known. */
    // The same node, not an equal one: ServerView returns the object itself if the server cannot decode it.
    @SuppressWarnings("ReferenceEquality")
    boolean isDecoded() {
        return effective() != body;
    }

    /** Returns the same object with another body. */
    public TreeObject withBody(JsonNode other) {
        return new TreeObject(id, place, other, server, live);
    }

    /** Returns the object as a manifest: without the fields that the server and controllers set. */
    TreeObject manifest() {
        return live == null ? this : new TreeObject(id, place, live.manifest(), server);
    }

    /** Returns who set a field of an object of a cluster; nobody if the managed fields do not state it. */
    public List<FieldManager> managersOf(String field) {
        return live == null
                ? List.of()
                : live.managers().stream()
                        .filter(manager -> WrittenField.isIn(manager.part(live.returned()), field))
                        .toList();
    }

    /** Returns the object with another identity. */
    public TreeObject withId(ObjectId other) {
        return new TreeObject(other, place, body, server, live);
    }

    /** Returns the object without its file. */
    TreeObject withoutFile() {
        return new TreeObject(id, Place.NONE, body, server, live);
    }

    /** Returns the kind. */
    public String kind() {
        return id.kind();
    }

    /** Returns a field of the object as the server stores it; a missing node if there is none. */
    public JsonNode at(String... path) {
        JsonNode node = effective();
        for (String step : path) {
            node = node.path(step);
        }
        return node;
    }
}
