package dev.berth.review;

import dev.berth.review.model.ClusterReading;
import dev.berth.review.model.ObjectTree;
import dev.berth.review.model.TreeObject;
import dev.berth.review.model.UnreadKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Objects that exist in the cluster although what was read does not contain them: they are not compared. */
final class Unread {
    private final Set<String> namespaces = new HashSet<>();
    private final Set<String> kinds = new HashSet<>();
    private final Set<String> found = new TreeSet<>();
    private final List<UnreadKind> missing;
    private final boolean partial;

    private Unread(boolean partial, List<UnreadKind> missing) {
        this.partial = partial;
        this.missing = missing;
    }

    static Unread of(ObjectTree before) {
        Unread unread = new Unread(
                before.isLive() && before.reading().isEmpty(),
                before.reading().map(ClusterReading::unread).orElse(List.of()));
        Stream.concat(before.objects().stream(), before.others().stream())
                .filter(object -> object.live().isPresent())
                .forEach(object -> {
                    unread.namespaces.add(object.id().namespace());
                    unread.kinds.add(object.kind());
                    if (object.kind().equals("Namespace")) {
                        unread.found.add(object.id().name());
                    }
                });
        return unread;
    }

    /** Returns whether nothing is known about the object: its kind could not be read, or it is a Namespace of others. */
    boolean contains(TreeObject now) {
        return missing.stream().anyMatch(kind -> kind.contains(now.id())) || isNamespace(now);
    }

    /** Returns whether the cluster has this Namespace: objects in it were read, but not the Namespace itself. */
    private boolean isNamespace(TreeObject now) {
        return now.kind().equals("Namespace")
                && namespaces.contains(now.id().name())
                && !found.contains(now.id().name());
    }

    /** Returns whether no object of this kind was read, so that nothing is known about it. */
    boolean isUnknownKind(TreeObject now) {
        return partial && !kinds.contains(now.kind());
    }

    /** Returns a sentence about the objects of the tree that are not compared. */
    List<String> notes(ObjectTree after) {
        List<String> notes = new ArrayList<>();
        missing.forEach(kind -> notes.add(kind.toString()));
        for (TreeObject now : after.objects()) {
            if (isNamespace(now)) {
                notes.add(now.id() + " is not compared: what was read contains objects in it, but not the Namespace.");
            }
        }
        return notes;
    }
}
