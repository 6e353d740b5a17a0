package dev.berth.review.live;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An entry of {@code metadata.managedFields}: who set which fields.
 *
 * @param name the name of the program: {@code kubectl}, {@code kube-controller-manager}
 * @param applies whether it used server-side apply; otherwise it created or updated the object
 * @param time when it last changed a field, in RFC 3339; empty if unknown
 * @param fields the fields
 */
public record FieldManager(String name, boolean applies, String time, FieldSet fields) {

    /** The manager of objects that {@code kubectl apply} writes without {@code --server-side}. */
    static final String CLIENT_SIDE = "kubectl-client-side-apply";

    /** The manager that creates an object with {@code kubectl create}. */
    private static final String CREATE = "kubectl-create";

    static FieldManager of(JsonNode entry) {
        return new FieldManager(
                entry.path("manager").asText(),
                entry.path("operation").asText().equals("Apply"),
                entry.path("time").asText(),
                FieldSet.of(entry.path("fieldsV1")));
    }

    /** Returns the part of an object that this manager set; a missing node if there is none. */
    public JsonNode part(JsonNode object) {
        return fields.in(object);
    }

    /** Returns whether a person used kubectl to change single fields: {@code kubectl edit}, {@code scale} or {@code patch}. */
    public boolean isManual() {
        boolean scale = name.equals("kubectl") && !applies;
        return scale || (name.startsWith("kubectl-") && !name.equals(CLIENT_SIDE) && !name.equals(CREATE));
    }

    /** Returns whether this is how the manager with this name writes objects; kubectl has another name client-side. */
    public boolean isBy(String manager) {
        return (name.equals(manager) && !isManual()) || (manager.equals("kubectl") && name.equals(CLIENT_SIDE));
    }

    /** Returns the name, and when it last changed a field. */
    @Override
    public String toString() {
        return "\"" + name + "\"" + (time.isEmpty() ? "" : " (" + time + ")");
    }
}
