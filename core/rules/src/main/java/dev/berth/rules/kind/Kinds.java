package dev.berth.rules.kind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The table of kinds: those that are judged, and those that a 1.37 API server knows beyond them. */
public final class Kinds {
    private static final List<Kind> ALL = new ArrayList<>();
    private static final Map<String, Kind> BY_VERSION = new HashMap<>();
    private static final Map<String, Kind> BY_GROUP = new HashMap<>();
    private static final Map<String, Kind> BY_NAME = new HashMap<>();
    private static final Set<String> GROUPS = new HashSet<>();

    static {
        // Loops, because a command that starts cold pays for each lambda.
        for (Kind kind : JudgedKinds.ROWS) {
            add(kind);
        }
        for (Kind kind : AccessKinds.ROWS) {
            add(kind);
        }
        for (Kind kind : ClassKinds.ROWS) {
            add(kind);
        }
        for (Kind kind : OtherKinds.ROWS) {
            add(kind);
        }
    }

    private Kinds() {}

    private static void add(Kind kind) {
        ALL.add(kind);
        BY_VERSION.put(key(kind.apiVersion(), kind.name()), kind);
        BY_GROUP.putIfAbsent(key(kind.group(), kind.name()), kind);
        BY_NAME.putIfAbsent(kind.name(), kind);
        GROUPS.add(kind.group());
    }

    /** All rows, those of the judged kinds first. */
    public static List<Kind> all() {
        return List.copyOf(ALL);
    }

    /** The kind of an object, by its {@code apiVersion} and {@code kind}. */
    public static Optional<Kind> of(String apiVersion, String kind) {
        return Optional.ofNullable(BY_VERSION.get(key(apiVersion, kind)));
    }

    /** The kind of an object whose version is not known. */
    public static Optional<Kind> inGroup(String group, String kind) {
        return Optional.ofNullable(BY_GROUP.get(key(group, kind)));
    }

    /** The kind of this name; where several groups have one, the judged one. */
    public static Optional<Kind> named(String kind) {
        return Optional.ofNullable(BY_NAME.get(kind));
    }

    /** Whether the API group is built into the server. */
    public static boolean hasGroup(String group) {
        return GROUPS.contains(group);
    }

    private static String key(String version, String kind) {
        return version + " " + kind;
    }
}
