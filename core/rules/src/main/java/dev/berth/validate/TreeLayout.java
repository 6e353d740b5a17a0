package dev.berth.validate;

import dev.berth.finding.Finding;
import dev.berth.finding.Level;
import dev.berth.finding.Location;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.SetIndex;
import dev.berth.rules.decode.ManifestDocument;
import dev.berth.rules.decode.ManifestReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files of a directory from which a tool renders objects: Helm charts, and what kustomizations name. A tree without
 * such files costs nothing here but the comparison of names.
 */
final class TreeLayout {

    private static final Rule CHART = Rule.ofBerth("helm-chart");
    private static final Rule PATCH = Rule.ofBerth("kustomize-patch");
    private static final Rule UNUSED = Rule.ofBerth("kustomize-file-unused");
    private static final Rule RENDERED = Rule.ofBerth("kustomization");

    /** The findings on labels of objects that a kustomization may add. */
    private static final Set<String> OF_LABELS = Set.of("monitor-selects-nothing");

    /** The findings on labels of pods and selectors that a kustomization may add. */
    private static final Set<String> OF_SELECTORS = Set.of(
            "selector",
            "selector-matches-template",
            "service-without-selector",
            "service-selects-nothing",
            "budget-without-selector",
            "budget-selects-everything");

    /** The findings on namespaces that a kustomization may add. */
    private static final Set<String> OF_NAMESPACES = Set.of("binding-subject", "namespace-left-out");

    /** The findings on names, which are errors in a directory if the object is in another namespace. */
    private static final Set<String> OF_NAMES = Set.of(
            "autoscaler-target-missing",
            "claim-missing",
            "config-map-missing",
            "custom-resource-secret-missing",
            "data-source-missing",
            "ingress-secret-missing",
            "ingress-service-missing",
            "issuer-missing",
            "role-missing",
            "route-service-missing",
            "secret-missing",
            "secret-store-missing",
            "service-account-missing",
            "service-missing",
            "snapshot-claim-missing",
            "subject-missing");

    /** What a file is for. */
    enum Role {
        /** It may hold objects. */
        MANIFEST,
        /** It is part of a Helm chart. */
        CHART,
        /** It is a kustomization, or a part of one that is not an object. */
        PART
    }

    private final Map<String, Role> roles = new HashMap<>();
    private final Map<String, Finding> notes = new TreeMap<>();
    private final Map<String, Kustomization> kustomizations = new TreeMap<>();
    private final Map<String, Set<Kustomization.Completion>> completed = new HashMap<>();

    private TreeLayout() {}

    /** Looks at the names of all files, and reads the kustomizations. */
    static TreeLayout of(Path directory, List<String> names) {
        TreeLayout layout = new TreeLayout();
        List<String> charts = new ArrayList<>();
        for (String name : names) {
            String simple = name.substring(name.lastIndexOf('/') + 1);
            if (simple.equals("Chart.yaml") && charts.stream().noneMatch(name::startsWith)) {
                charts.add(Repeats.directory(name));
            } else if (Kustomization.NAMES.contains(simple)) {
                layout.read(directory, name);
            }
        }
        charts.forEach(chart -> layout.addChart(chart, names));
        layout.kustomizations.forEach((file, kustomization) -> layout.addParts(file, kustomization, names));
        layout.addUnused(names);
        layout.kustomizations.forEach((file, kustomization) ->
                layout.complete(kustomization.completes(), kustomization, new HashSet<>(Set.of(file))));
        return layout;
    }

    private void read(Path directory, String name) {
        roles.put(name, Role.PART);
        try (Reader text = ManifestFiles.open(directory.resolve(name))) {
            StringWriter all = new StringWriter();
            text.transferTo(all);
            ManifestReader.read(all.toString()).stream()
                    .map(ManifestDocument::written)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(content -> kustomizations.put(name, Kustomization.of(Repeats.directory(name), content)));
        } catch (IOException unreadable) {
            // The file is reported when it is read as a manifest.
            roles.remove(name);
        }
    }

    private void addChart(String chart, List<String> names) {
        names.stream().filter(name -> name.startsWith(chart)).forEach(name -> roles.put(name, Role.CHART));
        note(
                CHART,
                chart + "Chart.yaml",
                "the templates and values of a Helm chart are not judged. Render it with helm template " + shown(chart)
                        + ", and validate the result.");
    }

    private void addParts(String file, Kustomization kustomization, List<String> names) {
        String command = "kubectl kustomize " + shown(Repeats.directory(file));
        boolean patched = false;
        for (String patch : kustomization.patches()) {
            if (names.contains(patch)) {
                patched = true;
                roles.put(patch, Role.PART);
                note(
                        PATCH,
                        patch,
                        "a patch of " + file + " is not judged. Render it with " + command
                                + ", and validate the result.");
            }
        }
        kustomization.inputs().stream().filter(names::contains).forEach(input -> roles.putIfAbsent(input, Role.PART));
        if (kustomization.changesObjects() && !patched) {
            note(
                    RENDERED,
                    file,
                    "what this kustomization generates or changes is not judged. Render it with " + command
                            + ", and validate the result.");
        }
    }

    /**
     * A file beside a kustomization that none names is not part of what it renders, and neither is one in a directory below,
     * if the kustomization names other files there.
     */
    private void addUnused(List<String> names) {
        if (kustomizations.isEmpty()) {
            return;
        }
        Map<String, String> byDirectory = new HashMap<>();
        Set<String> named = new HashSet<>();
        kustomizations.forEach((file, kustomization) -> {
            byDirectory.put(Repeats.directory(file), file);
            kustomization.files().forEach(path -> addPlaces(path, named));
        });
        for (String name : names) {
            if (ManifestFiles.isManifest(name) && !roles.containsKey(name) && !named.contains(name)) {
                String kustomization = beside(name, byDirectory, named);
                if (!kustomization.isEmpty()) {
                    roles.put(name, Role.PART);
                    note(
                            UNUSED,
                            name,
                            kustomization + " does not name this file, so it is not applied, and not judged.");
                }
            }
        }
    }

    /** Adds a file and the directories above it. */
    private static void addPlaces(String path, Set<String> places) {
        places.add(path);
        for (String directory = Repeats.directory(path); places.add(directory) && !directory.isEmpty(); ) {
            directory = Repeats.directory(directory.substring(0, directory.length() - 1));
        }
    }

    /** Returns the nearest kustomization above a file; empty if it names no file in the directory of this one. */
    private static String beside(String name, Map<String, String> byDirectory, Set<String> named) {
        String directory = Repeats.directory(name);
        String below = directory;
        while (!byDirectory.containsKey(directory) && !directory.isEmpty()) {
            below = directory;
            directory = Repeats.directory(directory.substring(0, directory.length() - 1));
        }
        boolean isNear = below.equals(directory) || named.contains(below);
        return isNear ? byDirectory.getOrDefault(directory, "") : "";
    }

    /** What a kustomization adds, it adds to its own files and to those of the kustomizations that it names. */
    private void complete(Set<Kustomization.Completion> what, Kustomization in, Set<String> seen) {
        if (what.isEmpty()) {
            return;
        }
        for (String resource : in.resources()) {
            completed
                    .computeIfAbsent(resource, any -> EnumSet.noneOf(Kustomization.Completion.class))
                    .addAll(what);
            for (String name : Kustomization.NAMES) {
                String file = resource.isEmpty() ? name : resource + "/" + name;
                Kustomization named = kustomizations.get(file);
                if (named != null && seen.add(file)) {
                    complete(what, named, seen);
                }
            }
        }
    }

    /** Returns whether a kustomization adds what the finding says is missing. */
    boolean isCompleted(Finding finding) {
        Set<Kustomization.Completion> added =
                completed.getOrDefault(finding.location().file(), Set.of());
        String rule = finding.rule().id();
        boolean isOfNamespace =
                OF_NAMESPACES.contains(rule) || (OF_NAMES.contains(rule) && finding.level() == Level.ERROR);
        return (added.contains(Kustomization.Completion.LABELS) && OF_LABELS.contains(rule))
                || (added.contains(Kustomization.Completion.SELECTORS) && OF_SELECTORS.contains(rule))
                || (added.contains(Kustomization.Completion.NAMESPACES) && isOfNamespace);
    }

    private void note(Rule rule, String file, String message) {
        notes.putIfAbsent(file, Finding.of(rule, Level.NOTE, Location.of(file, 1), message));
    }

    private static String shown(String directory) {
        return directory.isEmpty() ? "." : directory.substring(0, directory.length() - 1);
    }

    /** Returns what a file is for. */
    Role roleOf(String file) {
        return roles.getOrDefault(file, Role.MANIFEST);
    }

    /** Returns the note on a file, if there is one. */
    Optional<Finding> noteOn(String file) {
        return Optional.ofNullable(notes.get(file));
    }

    /** Adds the objects that kustomizations generate. */
    void addGenerated(SetIndex index) {
        kustomizations.values().forEach(kustomization -> {
            kustomization.configMaps().forEach(name -> index.addGenerated("ConfigMap", name));
            kustomization.secrets().forEach(name -> index.addGenerated("Secret", name));
        });
    }
}
