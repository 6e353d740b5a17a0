package dev.berth.rules.warning;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files of one volume at the same path, or one below the path of another. The server names no field.
 *
 * <p>Mirrors {@code warningsForOverlappingVirtualPaths} in {@code pkg/api/pod/warnings.go}.
 */
final class VolumePaths {
    private static final Rule OVERLAP =
            new Rule("volume-paths-overlap", "warningsForOverlappingVirtualPaths", PodWarnings.FILE);
    private static final Rule NO_SOURCE =
            new Rule("projected-without-source", "warningsForOverlappingVirtualPaths", PodWarnings.FILE);
    private static final List<String> SOURCES = List.of("configMap", "secret", "downwardAPI", "serviceAccountToken");

    private record Item(String path, String source) {}

    private final WarningList warnings;

    VolumePaths(WarningList warnings) {
        this.warnings = warnings;
    }

    void check(JsonNode volumes) {
        for (JsonNode volume : volumes) {
            String name = Tree.text(volume, "name");
            for (String source : List.of("configMap", "secret", "downwardAPI")) {
                overlaps(name, items(volume.path(source), ""));
            }
            if (volume.hasNonNull("projected")) {
                projected(name, volume.path("projected").path("sources"));
            }
        }
    }

    private void projected(String name, JsonNode sources) {
        List<Item> items = new ArrayList<>();
        for (JsonNode source : sources) {
            String kind = kind(source);
            if (kind == null) {
                warnings.add(
                        NO_SOURCE,
                        FieldPath.root(),
                        "Volume \"" + name + "\" has a source that is empty, or of a type that the server drops.",
                        "Remove it.");
            } else {
                items.addAll(items(source, kind));
            }
        }
        overlaps(name, items);
    }

    /** The kind of a source; null if it is empty, or of a kind behind a feature gate that is off, which is dropped. */
    private static @Nullable String kind(JsonNode source) {
        String kind = null;
        for (String one : SOURCES) {
            if (source.hasNonNull(one)) {
                kind = one;
            }
        }
        return kind;
    }

    private static List<Item> items(JsonNode source, String kind) {
        JsonNode own = kind.isEmpty() ? source : source.path(kind);
        List<Item> items = new ArrayList<>();
        if (kind.equals("serviceAccountToken")) {
            items.add(new Item(Tree.text(own, "path"), kind));
        }
        String named = Tree.text(own, "name");
        for (JsonNode item : own.path("items")) {
            items.add(new Item(Tree.text(item, "path"), kind.isEmpty() || named.isEmpty() ? kind : kind + " " + named));
        }
        return items;
    }

    private void overlaps(String volume, List<Item> items) {
        List<Item> earlier = new ArrayList<>();
        for (Item item : items) {
            Item trimmed = new Item(item.path().replaceFirst("/+$", ""), item.source());
            for (Item other : earlier) {
                if (overlap(trimmed.path(), other.path())) {
                    warnings.add(
                            OVERLAP,
                            FieldPath.root(),
                            "Volume \"" + volume + "\": the paths " + said(trimmed) + " and " + said(other)
                                    + " overlap, so one file hides the other or the pod does not start.",
                            "Use paths that do not contain each other.");
                }
            }
            earlier.add(trimmed);
        }
    }

    private static boolean overlap(String one, String other) {
        boolean both = !one.isEmpty() && !other.isEmpty();
        return both && ((one + "/").startsWith(other + "/") || (other + "/").startsWith(one + "/"));
    }

    private static String said(Item item) {
        return "\"" + item.path() + "\"" + (item.source().isEmpty() ? "" : " (" + item.source() + ")");
    }
}
