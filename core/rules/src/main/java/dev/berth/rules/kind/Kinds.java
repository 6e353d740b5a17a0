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
    /** Several groups, and several versions of a group, may have a kind of the same name. */
    private static final Map<String, List<Kind>> BY_NAME = new HashMap<>();

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
        BY_NAME.computeIfAbsent(kind.name(), any -> new ArrayList<>(1)).add(kind);
        GROUPS.add(kind.group());
    }

    /** All rows, those of the judged kinds first. */
    public static List<Kind> all() {
        return List.copyOf(ALL);
    }

    /** The kind of an object, by its {@code apiVersion} and {@code kind}. */
    public static Optional<Kind> of(String apiVersion, String kind) {
        for (Kind row : rows(kind)) {
            if (row.apiVersion().equals(apiVersion)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** The kind of an object whose version is not known. */
    public static Optional<Kind> inGroup(String group, String kind) {
        for (Kind row : rows(kind)) {
            if (row.group().equals(group)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** The kind of this name; where several groups have one, the judged one. */
    public static Optional<Kind> named(String kind) {
        List<Kind> rows = rows(kind);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    /** Whether the API group is built into the server. */
    public static boolean hasGroup(String group) {
        return GROUPS.contains(group);
    }

    private static List<Kind> rows(String name) {
        return BY_NAME.getOrDefault(name, List.of());
    }
}
