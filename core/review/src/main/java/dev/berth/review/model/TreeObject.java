package dev.berth.review.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.object.ObjectId;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One object of a tree, and where it stands. */
public final class TreeObject {
    private final ObjectId id;
    private final Place place;
    private final JsonNode body;
    private final UnaryOperator<JsonNode> server;
    private @Nullable JsonNode effective;

    /**
     * An object of a tree.
     *
     * @param id its identity
     * @param place where it stands
     * @param body the object as its author wrote it
     * @param server what the server makes of it: the object with its defaults
     */
    TreeObject(ObjectId id, Place place, JsonNode body, UnaryOperator<JsonNode> server) {
        this.id = id;
        this.place = place;
        this.body = body;
        this.server = server;
    }

    /** Its identity. */
    public ObjectId id() {
        return id;
    }

    /** The path of its file in the tree. */
    public String file() {
        return place.file();
    }

    /** The path of its file from the root of the repository, or from where the review was asked for. */
    public String path() {
        return place.path();
    }

    /** The line of a field in the file, from 1: of the nearest one around it where it is not written. */
    public int line(String field) {
        return place.lines().applyAsInt(field);
    }

    /** The object as its author wrote it. */
    public JsonNode body() {
        return body;
    }

    /** The object as the API server holds it: with the defaults that the server fills in. */
    public JsonNode effective() {
        JsonNode known = effective;
        if (known == null) {
            known = server.apply(body);
            effective = known;
        }
        return known;
    }

    /** The same object with another body. */
    public TreeObject withBody(JsonNode other) {
        return new TreeObject(id, place, other, server);
    }

    /** The kind. */
    public String kind() {
        return id.kind();
    }

    /** A field of the object as the server holds it; a missing node where there is none. */
    public JsonNode at(String... path) {
        JsonNode node = effective();
        for (String step : path) {
            node = node.path(step);
        }
        return node;
    }
}
