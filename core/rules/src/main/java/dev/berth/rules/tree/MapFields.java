package dev.berth.rules.tree;

import java.util.Set;

/** The fields of the Kubernetes API that contain a map of free keys, where an empty map means absent. */
public final class MapFields {
    private static final Set<String> NAMES = Set.of(
            "annotations",
            "binaryData",
            "capacity",
            "data",
            "hard",
            "labels",
            "limits",
            "matchLabels",
            "nodeSelector",
            "overhead",
            "parameters",
            "requests",
            "stringData",
            "volumeAttributes");

    private MapFields() {}

    /** Returns whether the field contains a map. */
    public static boolean contains(String field) {
        return NAMES.contains(field);
    }
}
