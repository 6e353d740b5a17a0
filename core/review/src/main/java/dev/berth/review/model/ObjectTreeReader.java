package dev.berth.review.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Finding;
import dev.berth.object.ObjectId;
import dev.berth.review.live.LiveObject;
import dev.berth.rules.decode.ManifestDocument;
import dev.berth.rules.decode.ManifestReader;
import dev.berth.rules.kind.Kind;
import dev.berth.rules.kind.Kinds;
import dev.berth.rules.server.ServerView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the files of a tree from any source, with several documents in one file and lists split into their items. */
public final class ObjectTreeReader {
    /**
     * How a file from Berth starts: Berth refuses to render two objects with the same identity, except if their files
     * are declared as alternatives.
     */
    private static final String RENDERED = "# Rendered by Berth from ";

    /** The part of a document's message that repeats its location. */
    private static final Pattern WHERE = Pattern.compile("^Malformed: (line [0-9]+: )?");

    private static final String CLUSTER_WIDE = "";
    /** Kinds of files for other tools beside manifests; the API server never sees them. */
    private static final Set<String> TOOLS = Set.of("kustomize.config.k8s.io", "kind.x-k8s.io", "skaffold");

    private final String tree;
    private final String root;
    private final List<TreeObject> objects = new ArrayList<>();
    private final Map<String, ObjectTree.LeftOut> leftOut = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<ObjectId, First> places = new HashMap<>();

    private ObjectTreeReader(String tree, String root) {
        this.tree = tree;
        this.root = root.isEmpty() ? "" : root + "/";
    }

    /**
     * Reads a tree.
     *
     * @param tree the name of the tree for messages: a directory, or a revision
     * @param root the path of the tree from the root of the repository; empty for the root itself
     * @param files the texts of its YAML files, by path in the tree
     * @throws UnreadableTreeException if a file is not YAML, an object has no name, or two have the same identity; it
     *     names all such problems
     */
    public static ObjectTree read(String tree, String root, Map<String, String> files) {
        ObjectTreeReader reader = new ObjectTreeReader(tree, root);
        List<String> sources = SourceTrees.of(reader.root, new TreeMap<>(files));
        if (!sources.isEmpty()) {
            throw new UnreadableTreeException(
                    sources.stream().map(source -> tree + ": " + source).toList());
        }
        new TreeMap<>(files).forEach(reader::file);
        if (!reader.problems.isEmpty()) {
            throw new UnreadableTreeException(reader.problems);
        }
        return ObjectTree.of(reader.objects, reader.leftOut);
    }

    private void file(String path, String text) {
        boolean own = text.startsWith(RENDERED);
        for (ManifestDocument document : ManifestReader.read(text)) {
            String place = path + ":" + document.lineOf("");
            Optional<JsonNode> written = document.written();
            Optional<JsonNode> patch = document.notAnObject().filter(ObjectTreeReader::isJsonPatch);
            if (patch.isPresent()) {
                leaveOut(path, patch.get());
            } else if (written.isEmpty()) {
                for (Finding finding : document.verdict().findings()) {
                    problem(place, WHERE.matcher(finding.message()).replaceFirst(""));
                }
            } else if (isNoManifest(document, written.get())) {
                leaveOut(path, written.get());
            } else if (document.apiVersion().isEmpty() || document.kind().isEmpty()) {
                problem(place, "the document has " + (document.kind().isEmpty() ? "no kind" : "no apiVersion"));
            } else if (document.name().isEmpty()) {
                problem(place, document.kind() + " has no metadata.name, so its changes cannot be tracked");
            } else {
                add(path, own, document, written.get());
            }
        }
    }

    private static boolean isJsonPatch(JsonNode value) {
        return value.isArray()
                && !value.isEmpty()
                && value.get(0).has("op")
                && value.get(0).has("path");
    }

    private void leaveOut(String path, JsonNode document) {
        leftOut.computeIfAbsent(path, file -> new ObjectTree.LeftOut(root + file, new ArrayList<>()))
                .documents()
                .add(document);
    }

    private void add(String path, boolean own, ManifestDocument document, JsonNode written) {
        String version = document.apiVersion();
        int slash = version.indexOf('/');
        String group = slash < 0 ? "" : version.substring(0, slash);
        boolean wide = Kinds.inGroup(group, document.kind())
                .filter(Kind::isClusterWide)
                .isPresent();
        ObjectId id = new ObjectId(group, document.kind(), wide ? CLUSTER_WIDE : document.namespace(), document.name());
        String place = path + ":" + document.lineOf("");
        First first = places.putIfAbsent(id, new First(path, document.lineOf(""), own, written));
        if (first != null && !(own && first.own() && !first.file().equals(path))) {
            // Applying the same manifest twice changes nothing.
            if (!first.body().equals(written)) {
                problem(
                        place,
                        id + " is a duplicate with other contents; it is also at " + first.file() + ":" + first.line());
            }
            return;
        }
        Place at = place(path, document, written);
        objects.add(LiveObject.of(written)
                .map(live -> new TreeObject(id, at, live, ServerView::of))
                .orElseGet(() -> new TreeObject(id, at, written, ServerView::of)));
    }

    private Place place(String path, ManifestDocument document, JsonNode written) {
        return new Place(
                path,
                root + path,
                field -> document.lineOf(field.isEmpty() ? "kind" : WrittenField.of(written, field)));
    }

    private void problem(String place, String what) {
        problems.add(tree + ": " + place + ": " + what);
    }

    /** The first location of an object, whether Berth rendered the file, and what the manifest says. */
    private record First(String file, int line, boolean own, JsonNode body) {}

    /**
     * Returns whether a document is of another program, or an object with a new name in each cluster, which no revision
     * of a tree changes.
     */
    private static boolean isNoManifest(ManifestDocument document, JsonNode written) {
        String version = document.apiVersion();
        return (version.isEmpty() && document.kind().isEmpty())
                || (Kinds.named(document.kind()).isEmpty() && !written.has("metadata"))
                || (document.name().isEmpty() && written.path("metadata").has("generateName"))
                || TOOLS.stream().anyMatch(tool -> version.startsWith(tool + "/"));
    }
}
