package dev.berth.validate;

import dev.berth.cluster.KubernetesVersion;
import dev.berth.cluster.TargetCluster;
import dev.berth.finding.Finding;
import dev.berth.finding.Level;
import dev.berth.finding.Location;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.ClusterObjects;
import dev.berth.lint.rule.SetIndex;
import dev.berth.object.ExistingObject;
import dev.berth.rules.decode.ManifestReader;
import dev.berth.rules.store.DocumentStore;
import dev.berth.validate.DocumentJudge.Judged;
import dev.berth.validate.DocumentJudge.Kept;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One pass over a directory.
 *
 * <p>A document is read, judged and dropped; for the lint rules only a small object is kept, without the values of
 * ConfigMaps and Secrets.
 */
final class DirectoryRun {

    private static final Rule NOT_YAML = Rule.ofBerth("not-yaml");
    private static final Rule UNREADABLE = Rule.ofBerth("unreadable-file");

    /** Enough documents to be worth passing to a thread. */
    private static final int IN_A_BATCH = 16;

    private final Path directory;
    private final FindingSink sink;
    private final DocumentJudge judge;
    private final KubernetesVersion version;
    private final DocumentStore store = new DocumentStore();
    private final SetIndex index;
    private final Map<Level, Integer> counts = new TreeMap<>();
    /** The number of the directory of each file. */
    private final List<Integer> directories = new ArrayList<>();

    private int files;
    private int documents;

    DirectoryRun(Path directory, TargetCluster cluster, Set<ExistingObject> existing, FindingSink sink) {
        this.index = new SetIndex(number -> store.get(number).model(), ClusterObjects.listed(existing));
        this.directory = directory;
        this.judge = new DocumentJudge(cluster);
        this.version = cluster.version();
        this.sink = sink;
    }

    void run() throws IOException {
        List<String> names = ManifestFiles.in(directory);
        Repeats repeats = new Repeats(names);
        Map<String, Integer> numbers = new HashMap<>();
        names.forEach(name -> directories.add(numbers.computeIfAbsent(Repeats.directory(name), any -> numbers.size())));
        try (InOrder<Judged> documentsInOrder = new InOrder<>(IN_A_BATCH, judged -> take(judged, repeats));
                InOrder<List<Finding>> sets = new InOrder<>(1, found -> found.forEach(this::add))) {
            for (int i = 0; i < names.size(); i++) {
                judgeFile(names.get(i), i, documentsInOrder);
            }
            documentsInOrder.finish();
            repeats.shared().forEach(this::add);
            SetJudge judge = new SetJudge(store, index, names, version);
            for (int i = 0; i < store.size(); i += SetJudge.AT_ONCE) {
                int first = i;
                sets.put(() -> judge.judge(first));
            }
            sets.finish();
        } catch (UncheckedIOException ofSink) {
            throw ofSink.getCause();
        }
    }

    int errors() {
        return counts.getOrDefault(Level.ERROR, 0);
    }

    /** Returns the totals in one line. */
    String summary() {
        return count(documents, "object") + " in " + count(files, "file") + ": " + count(errors(), "error") + ", "
                + count(counts.getOrDefault(Level.WARNING, 0), "warning") + ", "
                + count(counts.getOrDefault(Level.NOTE, 0), "note");
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private void judgeFile(String name, int file, InOrder<Judged> works) {
        if (!ManifestFiles.isManifest(name)) {
            String message = "the file name does not end in .yaml, .yml or .json, so the file is not read";
            works.put(() -> onFile(name, NOT_YAML, Level.NOTE, message));
            return;
        }
        files++;
        try (Reader text = ManifestFiles.open(directory.resolve(name))) {
            ManifestReader.split(text, part -> works.put(() -> judge.judge(name, file, part)));
        } catch (CharacterCodingException notText) {
            String message = "the file is not UTF-8 text";
            works.put(() -> onFile(name, UNREADABLE, Level.ERROR, message));
        } catch (IOException unreadable) {
            String message = "the file cannot be read: " + unreadable.getMessage();
            works.put(() -> onFile(name, UNREADABLE, Level.ERROR, message));
        }
    }

    private static Judged onFile(String name, Rule rule, Level level, String message) {
        return new Judged(0, List.of(), List.of(Finding.of(rule, level, Location.of(name, 1), message)));
    }

    private void take(Judged judged, Repeats repeats) {
        judged.findings().forEach(this::add);
        documents += judged.count();
        for (Kept object : judged.kept()) {
            int file = object.stored().file();
            int directory = directories.get(file);
            if (!object.document().name().isEmpty()) {
                repeats.count(file);
                index.earlier(object.model(), file, directory)
                        .flatMap(number -> repeats.see(object.document(), object.stored(), store.get(number)))
                        .ifPresent(this::add);
            }
            index.add(object.model(), file, directory);
            store.add(object.stored());
        }
    }

    private void add(Finding finding) {
        counts.merge(finding.level(), 1, Integer::sum);
        try {
            sink.accept(finding);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
