package dev.berth.validate;

import dev.berth.cluster.TargetCluster;
import dev.berth.finding.Finding;
import dev.berth.header.Statements;
import dev.berth.lint.LintRules;
import dev.berth.lint.rule.ClusterObjects;
import dev.berth.lint.rule.SetIndex;
import dev.berth.object.ExistingObject;
import dev.berth.rules.store.StoredObject;
import dev.berth.validate.DocumentJudge.Judged;
import dev.berth.validate.DocumentJudge.Kept;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The objects of one tree, which are applied together except for alternatives. */
final class TreeRun {

    private final RenderedTrees declared;
    private final List<String> names;
    private final List<Integer> directories;
    private final TargetCluster cluster;
    private final ClusterObjects existing;
    private final TreeLayout layout;
    private final PodHosts hosts;
    private final DocumentJudge judge;
    private final TreeObjects objects = new TreeObjects();
    private final SetIndex index;
    private final Repeats repeats;
    private final BitSet files = new BitSet();
    private @Nullable CustomObjects custom;

    TreeRun(
            RenderedTrees declared,
            int tree,
            List<String> names,
            List<Integer> directories,
            TargetCluster cluster,
            ClusterObjects listed,
            TreeLayout layout,
            PodHosts hosts) {
        this.declared = declared;
        this.names = names;
        this.directories = directories;
        this.cluster = cluster;
        Set<ExistingObject> stated = Statements.existing(declared.ofTree(tree));
        this.existing = stated.isEmpty() ? listed : listed.and(stated);
        this.judge = new DocumentJudge(cluster, objects);
        this.layout = layout;
        this.hosts = hosts;
        this.index = new SetIndex(number -> objects.get(number).model(), existing, hosts::has);
        layout.addGenerated(index);
        this.repeats = new Repeats(names, declared);
    }

    /** Returns the custom resources and their definitions; empty if there are none. */
    Optional<CustomObjects> custom() {
        return Optional.ofNullable(custom);
    }

    private CustomObjects startedCustom() {
        CustomObjects known = custom == null ? new CustomObjects(names) : custom;
        custom = known;
        return known;
    }

    /** Returns what judges its documents. */
    DocumentJudge judge() {
        return judge;
    }

    /** Keeps the objects of a document, and passes on the duplicates. */
    void take(Judged judged, Consumer<Finding> sink) {
        judged.custom().forEach(object -> startedCustom().add(object));
        judged.definitions().forEach(definition -> startedCustom().define(definition));
        for (Kept object : judged.kept()) {
            take(object, sink);
        }
    }

    private void take(Kept object, Consumer<Finding> sink) {
        int file = object.stored().file();
        int directory = directories.get(file);
        files.set(file);
        existing.note(object.model());
        if (!object.document().name().isEmpty()) {
            repeats.count(file);
            Optional<Integer> earlier = index.earlier(object.model(), file, directory);
            if (earlier.isPresent()) {
                StoredObject before = objects.get(earlier.get()).stored();
                repeats.see(object.document(), object.stored(), before).ifPresent(sink);
            }
        }
        index.add(object.model(), file, directory);
        objects.add(object.stored(), object.model(), object.encoded());
    }

    /** Returns the findings on duplicates in several files. */
    List<Finding> shared() {
        return repeats.shared();
    }

    /** Returns whether some of its files are alternatives to others. */
    boolean hasAlternatives() {
        return !alternatives().isEmpty();
    }

    private List<Integer> alternatives() {
        return files.stream()
                .boxed()
                .filter(file -> declared.of(file).insteadOf().isPresent())
                .toList();
    }

    /** Checks the objects together: the names among all of them, and the rest for each choice of alternatives. */
    void judgeSets(InOrder<List<Finding>> sets) {
        List<Integer> alternatives = alternatives();
        if (alternatives.isEmpty()) {
            put(sets, new SetJudge(objects, index, names, declared, set -> LintRules.check(set, cluster.version())));
            return;
        }
        put(sets, new SetJudge(objects, index, names, declared, set -> LintRules.reportNames(set, cluster.version())));
        BitSet standard = (BitSet) files.clone();
        alternatives.forEach(standard::clear);
        put(sets, only(standard::get));
        for (int alternative : alternatives) {
            put(
                    sets,
                    only(file -> file == alternative || (standard.get(file) && !declared.exclude(file, alternative))));
        }
    }

    private static void put(InOrder<List<Finding>> sets, SetJudge judge) {
        for (int i = 0; i < judge.size(); i += TreeObjects.AT_ONCE) {
            int first = i;
            sets.put(() -> judge.judge(first));
        }
    }

    /** Returns what judges the objects of some files, as if the others did not exist. */
    private SetJudge only(IntPredicate wanted) {
        TreeObjects some = new TreeObjects();
        SetIndex indexOfSome = new SetIndex(number -> some.get(number).model(), existing, hosts::has);
        layout.addGenerated(indexOfSome);
        for (int i = 0; i < objects.size(); i += TreeObjects.AT_ONCE) {
            for (TreeObjects.Entry entry : objects.read(i)) {
                int file = entry.stored().file();
                if (wanted.test(file)) {
                    indexOfSome.add(entry.model(), file, directories.get(file));
                    some.add(entry.stored(), entry.model(), Optional.empty());
                }
            }
        }
        return new SetJudge(
                some, indexOfSome, names, declared, set -> LintRules.reportBeyondNames(set, cluster.version()));
    }
}
