package dev.berth.review.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.berth.object.ObjectId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happens to one object: it is created or deleted, or its fields change. */
public final class Transition {
    /** Fields that the server copies from others, so they are not separate changes. */
    private static final Map<String, String> MIRRORS = Map.of(
            "spec.clusterIPs", "spec.clusterIP",
            "spec.dataSourceRef", "spec.dataSource",
            "spec.serviceAccount", "spec.serviceAccountName",
            "spec.template.spec.serviceAccount", "spec.template.spec.serviceAccountName");

    private final @Nullable TreeObject before;
    private final @Nullable TreeObject after;
    private final List<FieldChange> changes;

    private Transition(@Nullable TreeObject before, @Nullable TreeObject after, List<FieldChange> changes) {
        this.before = before;
        this.after = after;
        this.changes = changes;
    }

    /** Returns the transition of an object that only the new tree has. */
    public static Transition created(TreeObject after) {
        return new Transition(null, after, List.of());
    }

    /** Returns the transition of an object that only the old tree has. */
    public static Transition deleted(TreeObject before) {
        return new Transition(before, null, List.of());
    }

    /** Returns the transition of an object that both trees have. */
    public static Transition updated(TreeObject before, TreeObject after) {
        return new Transition(before, after, before == after ? List.of() : changes(before, after));
    }

    private static List<FieldChange> changes(TreeObject before, TreeObject after) {
        // Defaults only compare with defaults: without them, what the server fills in looks like a change.
        List<FieldChange> all = before.isDecoded() == after.isDecoded()
                ? FieldDiff.between(before.effective(), after.effective())
                : FieldDiff.between(before.body(), after.body());
        return all.stream().filter(change -> !isMirrored(change.path(), all)).toList();
    }

    private static boolean isMirrored(String path, List<FieldChange> all) {
        String origin = MIRRORS.get(path);
        return origin != null && all.stream().anyMatch(change -> change.isWithin(origin));
    }

    /** Returns the object before; empty if it is created. */
    public Optional<TreeObject> before() {
        return Optional.ofNullable(before);
    }

    /** Returns the object after; empty if it is deleted. */
    public Optional<TreeObject> after() {
        return Optional.ofNullable(after);
    }

    /** Returns the object as it is after the change, or before it is deleted. */
    public TreeObject object() {
        return after != null ? after : Objects.requireNonNull(before);
    }

    /** Returns the identity of the object. */
    public ObjectId id() {
        return object().id();
    }

    /** Returns the kind of the object. */
    public String kind() {
        return id().kind();
    }

    /** Returns whether both trees have the object. */
    public boolean isUpdate() {
        return before != null && after != null;
    }

    /** Returns whether the object is deleted. */
    public boolean isDeletion() {
        return after == null;
    }

    /** Returns whether the object is new. */
    public boolean isCreation() {
        return before == null;
    }

    /** Returns the fields that change; none if the object is created or deleted. */
    public List<FieldChange> changes() {
        return changes;
    }

    /** Returns the changes of this field and of fields below it. */
    public List<FieldChange> within(String path) {
        return changes.stream().filter(change -> change.isWithin(path)).toList();
    }

    /** Returns the change of exactly this field. */
    public Optional<FieldChange> change(String path) {
        return changes.stream().filter(change -> change.path().equals(path)).findFirst();
    }

    /** Returns the old value of a field, with the server's defaults; a missing node if there is none. */
    public JsonNode old(String... path) {
        return before == null ? MissingNode.getInstance() : before.at(path);
    }

    /** Returns the new value of a field, with the server's defaults; a missing node if there is none. */
    public JsonNode now(String... path) {
        return after == null ? MissingNode.getInstance() : after.at(path);
    }
}
