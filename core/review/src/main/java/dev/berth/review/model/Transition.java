package dev.berth.review.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.berth.object.ObjectId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of one object: it comes, goes, or its fields change. */
public final class Transition {
    /** Fields that the server writes after another: no change of their own. */
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

    /** An object that only the new tree has. */
    public static Transition created(TreeObject after) {
        return new Transition(null, after, List.of());
    }

    /** An object that only the old tree has. */
    public static Transition deleted(TreeObject before) {
        return new Transition(before, null, List.of());
    }

    /** An object that both trees have. */
    public static Transition updated(TreeObject before, TreeObject after) {
        return new Transition(before, after, before == after ? List.of() : changes(before, after));
    }

    private static List<FieldChange> changes(TreeObject before, TreeObject after) {
        List<FieldChange> all = FieldDiff.between(before.effective(), after.effective());
        return all.stream().filter(change -> !isMirrored(change.path(), all)).toList();
    }

    private static boolean isMirrored(String path, List<FieldChange> all) {
        String origin = MIRRORS.get(path);
        return origin != null && all.stream().anyMatch(change -> change.isWithin(origin));
    }

    /** The object before; empty where it is created. */
    public Optional<TreeObject> before() {
        return Optional.ofNullable(before);
    }

    /** The object after; empty where it is deleted. */
    public Optional<TreeObject> after() {
        return Optional.ofNullable(after);
    }

    /** The object itself: as it is after, or as it was before it is deleted. */
    public TreeObject object() {
        return after != null ? after : Objects.requireNonNull(before);
    }

    /** The identity of the object. */
    public ObjectId id() {
        return object().id();
    }

    /** The kind of the object. */
    public String kind() {
        return id().kind();
    }

    /** Whether both trees have the object. */
    public boolean isUpdate() {
        return before != null && after != null;
    }

    /** Whether the object is gone. */
    public boolean isDeletion() {
        return after == null;
    }

    /** Whether the object is new. */
    public boolean isCreation() {
        return before == null;
    }

    /** The fields that change; none where the object comes or goes. */
    public List<FieldChange> changes() {
        return changes;
    }

    /** The changes of this field and of fields below it. */
    public List<FieldChange> within(String path) {
        return changes.stream().filter(change -> change.isWithin(path)).toList();
    }

    /** The change of this very field. */
    public Optional<FieldChange> change(String path) {
        return changes.stream().filter(change -> change.path().equals(path)).findFirst();
    }

    /** A field as it was, with the server's defaults; a missing node where there is none. */
    public JsonNode old(String... path) {
        return before == null ? MissingNode.getInstance() : before.at(path);
    }

    /** A field as it will be, with the server's defaults; a missing node where there is none. */
    public JsonNode now(String... path) {
        return after == null ? MissingNode.getInstance() : after.at(path);
    }
}
