package dev.berth.rules.tree;

import java.util.Set;

/** The fields of the Kubernetes API that hold a map of free keys, where an empty map is the same as none. */
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

    /** Whether the field holds a map. */
    public static boolean contains(String field) {
        return NAMES.contains(field);
    }
}
