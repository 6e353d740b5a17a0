package dev.berth.validate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.cluster.TargetCluster;
import dev.berth.finding.Finding;
import dev.berth.finding.Level;
import dev.berth.finding.Location;
import dev.berth.finding.Rule;
import dev.berth.lint.LintRules;
import dev.berth.lint.rule.ClusterObjects;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.object.ExistingObject;
import dev.berth.object.ObjectId;
import dev.berth.rules.cluster.ClusterParameters;
import dev.berth.rules.decode.ManifestReader;
import dev.berth.validate.DocumentJudge.Judged;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
    private final Map<String, String> cluster;
    private final ClusterObjects existing;
    private final List<JsonNode> definitions;
    private final FindingSink sink;
    private final NotJudged notJudged = new NotJudged();
    private final NamedOnce namedOnce = new NamedOnce();
    private final List<String> names;
    private final TreeLayout layout;
    private final Map<Level, Integer> counts = new TreeMap<>();
    private final Set<Reported> seen = new HashSet<>();

    /** What makes two findings the same, where objects are judged again with an alternative. */
    private record Reported(Location location, ObjectId object, String field, String rule) {}

    private int files;
    private int documents;

    /**
     * @param cluster the parameters of the cluster that are set; the others are those that the headers of the files
     *     state
     * @param definitions the CustomResourceDefinitions of the cluster
     */
    DirectoryRun(
            Path directory,
            Map<String, String> cluster,
            Set<ExistingObject> existing,
            List<JsonNode> definitions,
            FindingSink sink)
            throws IOException {
        this.names = ManifestFiles.in(directory);
        this.directory = directory;
        this.layout = TreeLayout.of(directory, names);
        this.cluster = cluster;
        this.existing = ClusterObjects.listed(existing);
        this.definitions = definitions;
        this.sink = sink;
    }

    void run() throws IOException {
        try (InOrder<List<Finding>> sets = new InOrder<>(1, found -> found.forEach(this::addOfSet));
                InOrder<List<Finding>> repeatedSets = new InOrder<>(1, found -> found.forEach(this::addOnce))) {
            sets.put(DirectoryRun::loadRules);
            RenderedTrees rendered = RenderedTrees.read(directory, names);
            List<TreeRun> trees = trees(rendered);
            judgeDocuments(rendered, trees);
            judgeCustom(trees);
            trees.forEach(tree -> tree.shared().forEach(this::add));
            for (TreeRun tree : trees) {
                InOrder<List<Finding>> judged = tree.hasAlternatives() ? repeatedSets : sets;
                tree.judgeSets(judged);
                judged.finish();
            }
            namedOnce.all().forEach(this::add);
        } catch (UncheckedIOException ofSink) {
            throw ofSink.getCause();
        }
    }

    private void judgeDocuments(RenderedTrees rendered, List<TreeRun> trees) {
        try (InOrder<Judged> inOrder = new InOrder<>(IN_A_BATCH, judged -> take(judged, rendered, trees))) {
            for (int i = 0; i < names.size(); i++) {
                read(names.get(i), i, trees.get(rendered.treeOf(i)), inOrder);
            }
            inOrder.finish();
        }
    }

    private void judgeCustom(List<TreeRun> trees) {
        List<CustomObjects> custom = new ArrayList<>();
        trees.forEach(tree -> tree.custom().ifPresent(custom::add));
        if (custom.isEmpty()) {
            return;
        }
        try (InOrder<CustomObjects.Judged> inOrder = new InOrder<>(1, this::takeCustom)) {
            for (CustomObjects objects : custom) {
                definitions.forEach(objects::define);
                objects.judge(inOrder);
            }
            inOrder.finish();
        }
    }

    private void takeCustom(CustomObjects.Judged judged) {
        judged.findings().forEach(this::add);
        judged.notJudged().forEach(notJudged::addObject);
    }

    /** Loads the rules over sets while the documents are read, because loading them takes longer than a small tree. */
    private static List<Finding> loadRules() {
        LintRules.check(
                ObjectSet.of(List.of(), Set.of()), TargetCluster.defaults().version());
        return List.of();
    }

    private List<TreeRun> trees(RenderedTrees rendered) {
        PodHosts hosts = new PodHosts(
                directory, names.stream().filter(ManifestFiles::isManifest).toList());
        Map<String, Integer> numbers = new HashMap<>();
        List<Integer> directories = new ArrayList<>();
        names.forEach(name -> directories.add(numbers.computeIfAbsent(Repeats.directory(name), any -> numbers.size())));
        List<TreeRun> trees = new ArrayList<>();
        for (int i = 0; i < rendered.count(); i++) {
            Map<String, String> facts = new TreeMap<>();
            rendered.ofTree(i).forEach(file -> facts.putAll(file.cluster()));
            facts.putAll(cluster);
            trees.add(new TreeRun(
                    rendered, i, names, directories, ClusterParameters.read(facts), existing, layout, hosts));
        }
        return trees;
    }

    /** Returns the listed objects to which no manifest refers. */
    List<String> unmatched() {
        return existing.unmatched().toList();
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

    private void read(String name, int file, TreeRun tree, InOrder<Judged> works) {
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
            judgeFile(name, file, tree.judge(), works);
        }
    }

    private void judgeFile(String name, int file, DocumentJudge judge, InOrder<Judged> works) {
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

    private void take(Judged judged, RenderedTrees rendered, List<TreeRun> trees) {
        judged.findings().forEach(this::add);
        documents += judged.count();
        notJudged.addDocuments(judged.others());
        judged.notJudged().forEach(notJudged::addObject);
        if (!judged.kept().isEmpty()) {
            int file = judged.kept().get(0).stored().file();
            trees.get(rendered.treeOf(file)).take(judged, this::add);
        }
    }

    /** Several choices of alternatives have most of their findings in common. */
    private void addOnce(Finding finding) {
        if (seen.add(new Reported(
                finding.location(),
                finding.object(),
                finding.field(),
                finding.rule().id()))) {
            addOfSet(finding);
        }
    }

    private void addOfSet(Finding finding) {
        if (!namedOnce.add(finding)) {
            add(finding);
        }
    }

    private void add(Finding finding) {
        if (layout.isCompleted(finding)) {
            return;
        }
        counts.merge(finding.level(), 1, Integer::sum);
        try {
            sink.accept(finding);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
