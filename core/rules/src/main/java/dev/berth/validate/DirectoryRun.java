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
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One pass over a directory.
 *
 * <p>A document is read, judged and dropped; for the lint rules only a small object is kept, without the values of
 * ConfigMaps and Secrets.
 */
final class DirectoryRun {

    private static final Rule UNREADABLE = Rule.ofBerth("unreadable-file");

    /** Enough documents to be worth passing to a thread. */
    private static final int IN_A_BATCH = 16;

    private final Path directory;
    private final FindingSink sink;
    private final DocumentJudge judge;
    private final KubernetesVersion version;
    private final DocumentStore store = new DocumentStore();
    private final SetIndex index;
    private final NotJudged notJudged = new NotJudged();
    private final NamedOnce namedOnce = new NamedOnce();
    private final List<String> names;
    private final Map<Level, Integer> counts = new TreeMap<>();
    /** The number of the directory of each file. */
    private final List<Integer> directories = new ArrayList<>();

    private int files;
    private int documents;

    DirectoryRun(Path directory, TargetCluster cluster, Set<ExistingObject> existing, FindingSink sink)
            throws IOException {
        this.names = ManifestFiles.in(directory);
        PodHosts hosts = new PodHosts(
                directory, names.stream().filter(ManifestFiles::isManifest).toList());
        this.index = new SetIndex(number -> store.get(number).model(), ClusterObjects.listed(existing), hosts::has);
        this.directory = directory;
        this.judge = new DocumentJudge(cluster);
        this.version = cluster.version();
        this.sink = sink;
    }

    void run() throws IOException {
        Repeats repeats = new Repeats(names);
        TreeLayout layout = TreeLayout.of(directory, names);
        layout.addGenerated(index);
        Map<String, Integer> numbers = new HashMap<>();
        names.forEach(name -> directories.add(numbers.computeIfAbsent(Repeats.directory(name), any -> numbers.size())));
        try (InOrder<Judged> documentsInOrder = new InOrder<>(IN_A_BATCH, judged -> take(judged, repeats));
                InOrder<List<Finding>> sets = new InOrder<>(1, found -> found.forEach(this::addOfSet))) {
            for (int i = 0; i < names.size(); i++) {
                read(names.get(i), i, layout, documentsInOrder);
            }
            documentsInOrder.finish();
            repeats.shared().forEach(this::add);
            SetJudge judge = new SetJudge(store, index, names, version);
            for (int i = 0; i < store.size(); i += SetJudge.AT_ONCE) {
                int first = i;
                sets.put(() -> judge.judge(first));
            }
            sets.finish();
            namedOnce.all().forEach(this::add);
        } catch (UncheckedIOException ofSink) {
            throw ofSink.getCause();
        }
    }

    int errors() {
        return counts.getOrDefault(Level.ERROR, 0);
    }

    /** Returns the totals in one line, and what is not judged. */
    String summary() {
        return NotJudged.count(documents, "object") + " in " + NotJudged.count(files, "file") + ": "
                + NotJudged.count(errors(), "error") + ", "
                + NotJudged.count(counts.getOrDefault(Level.WARNING, 0), "warning") + ", "
                + NotJudged.count(counts.getOrDefault(Level.NOTE, 0), "note") + notJudged.inWords();
    }

    private void read(String name, int file, TreeLayout layout, InOrder<Judged> works) {
        layout.noteOn(name).ifPresent(note -> works.put(() -> Judged.of(note)));
        TreeLayout.Role role = layout.roleOf(name);
        if (role == TreeLayout.Role.CHART) {
            notJudged.addChartFile();
        } else if (role == TreeLayout.Role.PART) {
            notJudged.addPartFile();
        } else if (!ManifestFiles.isManifest(name)) {
            notJudged.addTextFile();
        } else {
            files++;
            judgeFile(name, file, works);
        }
    }

    private void judgeFile(String name, int file, InOrder<Judged> works) {
        try (InputStreamReader text = ManifestFiles.open(directory.resolve(name))) {
            boolean readsOne = ManifestFiles.isUtf16(text);
            AtomicInteger parts = new AtomicInteger();
            ManifestReader.split(text, part -> {
                if (readsOne && parts.getAndIncrement() > 0) {
                    works.put(() -> judge.ignored(name, part));
                } else {
                    works.put(() -> judge.judge(name, file, part));
                }
            });
        } catch (CharacterCodingException notText) {
            works.put(() -> unreadable(name, "the file is not UTF-8 text"));
        } catch (IOException unreadable) {
            works.put(() -> unreadable(name, "the file cannot be read: " + unreadable.getMessage()));
        }
    }

    private static Judged unreadable(String name, String message) {
        return Judged.of(Finding.of(UNREADABLE, Level.ERROR, Location.of(name, 1), message));
    }

    private void take(Judged judged, Repeats repeats) {
        judged.findings().forEach(this::add);
        documents += judged.count();
        notJudged.addDocuments(judged.others());
        judged.notJudged().forEach(notJudged::addObject);
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

    private void addOfSet(Finding finding) {
        if (!namedOnce.add(finding)) {
            add(finding);
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
