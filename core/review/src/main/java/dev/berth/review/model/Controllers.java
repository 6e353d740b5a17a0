package dev.berth.review.model;

import dev.berth.review.live.Creator;
import dev.berth.review.live.LiveObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which objects of a cluster its controllers created. */
final class Controllers {
    private final Map<String, List<LiveObject>> sets = new HashMap<>();

    private Controllers() {}

    static Controllers of(List<TreeObject> objects) {
        Controllers controllers = new Controllers();
        for (TreeObject object : objects) {
            if (object.kind().equals("StatefulSet")) {
                object.live().ifPresent(live -> controllers
                        .sets
                        .computeIfAbsent(object.id().namespace(), namespace -> new ArrayList<>())
                        .add(live));
            }
        }
        return controllers;
    }

    /** Returns whether a controller created the object; no if it is a manifest. */
    boolean created(TreeObject object) {
        return object.live()
                .filter(live -> Creator.isFromController(object.id(), live)
                        || (object.kind().equals("PersistentVolumeClaim")
                                && Creator.isClaimOfSet(
                                        object.id(),
                                        live,
                                        sets.getOrDefault(object.id().namespace(), List.of()))))
                .isPresent();
    }
}
