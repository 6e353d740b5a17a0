package dev.berth.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.object.ObjectId;
import dev.berth.review.live.Authorship;
import dev.berth.review.model.ClusterReading;
import dev.berth.review.model.ObjectTree;
import dev.berth.review.model.TreeObject;
import dev.berth.rules.kind.Kinds;
import dev.berth.rules.update.LiveApply;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The objects of a cluster after an apply. */
final class LiveTree {
    private LiveTree() {}

    /** Returns the new tree with the fields of the cluster's objects that an apply keeps; unchanged for other trees. */
    static ObjectTree applied(ObjectTree before, ObjectTree after, ApplyOptions options) {
        return before.isLive()
                ? after.changed(now -> before.counterpart(now, after)
                        .map(old -> over(old, now, options))
                        .orElse(now))
                : after;
    }

    /** Returns the new tree with the namespace in which an apply creates objects that state none, if it is known. */
    static ObjectTree placed(ObjectTree before, ObjectTree after, ApplyOptions options) {
        return namespace(before, options)
                .map(namespace -> after.changed(now -> in(namespace, now, before)))
                .orElse(after);
    }

    /** The output of kubectl states no context: it must be the only namespace of the options, or of the objects. */
    private static Optional<String> namespace(ObjectTree before, ApplyOptions options) {
        if (before.reading().isPresent() || !before.isLive()) {
            return before.reading().map(ClusterReading::namespace);
        }
        Set<String> namespaces = new TreeSet<>(options.namespaces());
        if (namespaces.isEmpty()) {
            before.objects().forEach(object -> namespaces.add(object.id().namespace()));
            namespaces.remove("");
        }
        return namespaces.size() == 1 ? Optional.of(namespaces.iterator().next()) : Optional.empty();
    }

    private static TreeObject in(String namespace, TreeObject now, ObjectTree before) {
        ObjectId id =
                new ObjectId(now.id().group(), now.kind(), namespace, now.id().name());
        boolean namespaced = Kinds.inGroup(id.group(), id.kind())
                .map(kind -> !kind.isClusterWide())
                .orElse(before.find(id).isPresent());
        if (!now.id().namespace().isEmpty() || !namespaced) {
            return now;
        }
        ObjectNode body = now.body().deepCopy();
        body.withObjectProperty("metadata").put("namespace", namespace);
        return now.withId(id).withBody(body);
    }

    private static TreeObject over(TreeObject old, TreeObject now, ApplyOptions options) {
        return old.live()
                .map(live -> Authorship.of(live, now.body(), options.fieldManager()))
                .map(fields -> now.withBody(LiveApply.over(old.body(), fields.written(), fields.others(), now.body())))
                .orElse(now);
    }
}
