package dev.berth.rules.validate;

import dev.berth.manifest.ObjectId;
import dev.berth.rules.Finding;
import dev.berth.rules.Stage;
import dev.berth.rules.Verdict;
import dev.berth.rules.broken.BrokenRules;
import dev.berth.rules.broken.rule.Breakage;
import dev.berth.rules.broken.rule.Severity;
import dev.berth.rules.decode.ManifestDocument;
import dev.berth.rules.decode.ManifestReader;
import dev.berth.rules.gate.TargetCluster;
import dev.berth.rules.server.ApiServerRules;
import dev.berth.rules.version.KubernetesVersion;
import dev.berth.rules.version.VersionRules;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a directory.
 *
 * <p>A file is read, judged and forgotten; what is kept of it for the rules over the whole set is the objects, without
 * the values of ConfigMaps and Secrets.
 */
final class DirectoryRun {

    /** Takes what is found, as it is found. */
    interface Sink {
        void accept(Problem problem) throws IOException;
    }

    /** Where an object was read: the file, and which of its documents it is. */
    private record Place(String file, int document) {}

    private final Path directory;
    private final KubernetesVersion version;
    private final Sink sink;
    private final ApiServerRules server;
    private final List<HasMetadata> objects = new ArrayList<>();
    private final Map<ObjectId, Place> places = new HashMap<>();
    private final Map<Level, Integer> counts = new TreeMap<>();
    private int files;
    private int documents;

    DirectoryRun(Path directory, TargetCluster cluster, Sink sink) {
        this.directory = directory;
        this.version = cluster.version();
        this.server = ApiServerRules.of(cluster.facts());
        this.sink = sink;
    }

    void run() throws IOException {
        Map<String, Path> all = ManifestFiles.in(directory);
        for (Map.Entry<String, Path> file : all.entrySet()) {
            if (ManifestFiles.isManifest(file.getKey())) {
                files++;
                judgeFile(file.getKey(), file.getValue());
            } else {
                tell(file.getKey(), "not-yaml", Level.NOTE, "the file is not YAML by its name, and is not read");
            }
        }
        judgeSet(all);
    }

    int errors() {
        return counts.getOrDefault(Level.ERROR, 0);
    }

    /** What was seen and found, in one line. */
    String summary() {
        return documents + " objects in " + files + " files: " + errors() + " errors, "
                + counts.getOrDefault(Level.WARNING, 0) + " warnings, " + counts.getOrDefault(Level.NOTE, 0)
                + " notes";
    }

    private void judgeFile(String name, Path file) throws IOException {
        List<ManifestDocument> read;
        try {
            read = ManifestReader.read(ManifestFiles.text(file));
        } catch (IOException unreadable) {
            tell(name, "unreadable-file", Level.ERROR, String.valueOf(unreadable.getMessage()));
            return;
        }
        for (int i = 0; i < read.size(); i++) {
            judgeDocument(name, i, read.get(i));
        }
    }

    private void judgeDocument(String file, int index, ManifestDocument document) throws IOException {
        if (document.written().isPresent()
                && document.apiVersion().isEmpty()
                && document.kind().isEmpty()) {
            add(new Problem(
                    file,
                    document.line(),
                    "",
                    "",
                    "not-kubernetes",
                    Level.NOTE,
                    "the document is no Kubernetes object: it has neither apiVersion nor kind"));
            return;
        }
        documents++;
        Verdict verdict = server.verdict(document);
        for (Finding finding : verdict.findings()) {
            add(problem(file, document, finding, Level.ERROR));
        }
        if (verdict.stage() == Stage.NOT_JUDGED) {
            add(new Problem(
                    file,
                    document.line(),
                    object(document),
                    "",
                    "not-judged",
                    Level.NOTE,
                    "objects of " + document.apiVersion() + " are not judged"));
        }
        HasMetadata model = document.decode().orElse(null);
        for (Finding finding : VersionRules.check(document, version)) {
            add(problem(file, document, finding, Level.ERROR));
        }
        if (model != null && model.getMetadata() != null) {
            places.putIfAbsent(ObjectId.of(model), new Place(file, index));
            objects.add(withoutValues(model));
        }
    }

    /** Findings over the whole set are about few documents, which are read again to find the line of the field. */
    private void judgeSet(Map<String, Path> all) throws IOException {
        Map<String, List<ManifestDocument>> again = new HashMap<>();
        for (Breakage breakage : BrokenRules.check(objects, Set.of(), List.of())) {
            Place place = places.get(breakage.object());
            Level level = breakage.severity() == Severity.BROKEN ? Level.ERROR : Level.WARNING;
            if (place != null) {
                List<ManifestDocument> read = again.get(place.file());
                if (read == null) {
                    again.clear();
                    read = ManifestReader.read(ManifestFiles.text(all.getOrDefault(place.file(), directory)));
                    again.put(place.file(), read);
                }
                add(problem(place.file(), read.get(place.document()), breakage.finding(), level));
            }
        }
    }

    private static Problem problem(String file, ManifestDocument document, Finding finding, Level level) {
        return new Problem(
                file,
                document.lineOf(finding.field()),
                object(document),
                finding.field(),
                finding.rule(),
                level,
                finding.message());
    }

    private static String object(ManifestDocument document) {
        return document.kind().isEmpty() ? "" : document.kind() + " \"" + document.name() + "\"";
    }

    private void tell(String file, String rule, Level level, String message) throws IOException {
        add(new Problem(file, 1, "", "", rule, level, message));
    }

    private void add(Problem problem) throws IOException {
        counts.merge(problem.level(), 1, Integer::sum);
        sink.accept(problem);
    }

    /** The rules over sets ask which keys there are, never what they hold. */
    private static HasMetadata withoutValues(HasMetadata model) {
        if (model instanceof ConfigMap map) {
            map.setData(emptied(map.getData()));
            map.setBinaryData(emptied(map.getBinaryData()));
        } else if (model instanceof Secret secret) {
            secret.setData(emptied(secret.getData()));
            secret.setStringData(emptied(secret.getStringData()));
        }
        return model;
    }

    private static Map<String, String> emptied(@Nullable Map<String, String> map) {
        Map<String, String> keys = new TreeMap<>();
        if (map != null) {
            map.keySet().forEach(key -> keys.put(key, ""));
        }
        return keys;
    }
}
