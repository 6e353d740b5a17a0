package dev.berth.review.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Finding;
import dev.berth.object.ObjectId;
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

/** Reads the files of a tree: whoever made them, with several documents in one file and lists taken apart. */
public final class ObjectTreeReader {
    /**
     * How a file begins that Berth rendered: it refuses to render two objects of one identity, unless their files were
     * declared as alternatives of which one is applied.
     */
    private static final String RENDERED = "# Rendered by Berth from ";

    /** What the message of a document repeats of its place. */
    private static final Pattern WHERE = Pattern.compile("^Malformed: (line [0-9]+: )?");

    private static final String CLUSTER_WIDE = "";
    /** Kinds of files that tools of the field keep beside manifests; no server ever sees them. */
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
     * @param tree what the tree is, for messages: a directory, or a revision
     * @param root the path of the tree from the root of the repository; empty where it is the root
     * @param files the texts of its YAML files, by their paths in the tree
     * @throws UnreadableTreeException when a file is no YAML, an object has no name, or two have one identity; it names
     *     all such problems
     */
    public static ObjectTree read(String tree, String root, Map<String, String> files) {
        ObjectTreeReader reader = new ObjectTreeReader(tree, root);
        new TreeMap<>(files).forEach(reader::file);
        if (!reader.problems.isEmpty()) {
            throw new UnreadableTreeException(reader.problems);
        }
        return ObjectTree.of(reader.objects, reader.leftOut);
    }

    private void file(String path, String text) {
        boolean own = text.startsWith(RENDERED);
        for (ManifestDocument document : ManifestReader.read(text)) {
            String place = path + ":" + document.line();
            Optional<JsonNode> written = document.written();
            if (written.isEmpty()) {
                for (Finding finding : document.verdict().findings()) {
                    problem(place, WHERE.matcher(finding.message()).replaceFirst(""));
                }
            } else if (isNoManifest(document)) {
                leftOut.computeIfAbsent(path, file -> new ObjectTree.LeftOut(root + file, new ArrayList<>()))
                        .documents()
                        .add(written.get());
            } else if (document.apiVersion().isEmpty() || document.kind().isEmpty()) {
                problem(place, "the document has " + (document.kind().isEmpty() ? "no kind" : "no apiVersion"));
            } else if (document.name().isEmpty()) {
                problem(place, document.kind() + " without metadata.name: a change of it can't be followed");
            } else {
                add(path, own, document, written.get());
            }
        }
    }

    private void add(String path, boolean own, ManifestDocument document, JsonNode written) {
        String version = document.apiVersion();
        int slash = version.indexOf('/');
        String group = slash < 0 ? "" : version.substring(0, slash);
        boolean wide = Kinds.inGroup(group, document.kind())
                .filter(Kind::isClusterWide)
                .isPresent();
        ObjectId id = new ObjectId(group, document.kind(), wide ? CLUSTER_WIDE : document.namespace(), document.name());
        String place = path + ":" + document.line();
        First first = places.putIfAbsent(id, new First(path, document.line(), own));
        if (first != null && !(own && first.own() && !first.file().equals(path))) {
            problem(place, id + " is there twice; it stands at " + first.file() + ":" + first.line() + " as well");
            return;
        }
        objects.add(new TreeObject(id, place(path, document, written), written, ServerView::of));
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

    /** Where an object stands first, and whether Berth rendered the file. */
    private record First(String file, int line, boolean own) {}

    private static boolean isNoManifest(ManifestDocument document) {
        String version = document.apiVersion();
        return (version.isEmpty() && document.kind().isEmpty())
                || TOOLS.stream().anyMatch(tool -> version.startsWith(tool + "/"));
    }
}
