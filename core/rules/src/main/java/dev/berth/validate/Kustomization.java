package dev.berth.validate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a kustomization file says: which files are parts of what it renders, and what it generates. Paths are relative to
 * the validated directory.
 *
 * <p>Source: {@code api/types/kustomization.go} of kubernetes-sigs/kustomize.
 *
 * @param resources the files of objects, and the directories of other kustomizations
 * @param patches the files that change them
 * @param inputs other files that it reads, which are no objects
 * @param configMaps the names of the ConfigMaps that it generates, without the hash that it adds
 * @param secrets the names of the Secrets that it generates
 * @param completes what it adds to each object of its files, and of the kustomizations that it names
 * @param changesObjects whether it renders something other than its files
 */
record Kustomization(
        Set<String> resources,
        Set<String> patches,
        Set<String> inputs,
        List<String> configMaps,
        List<String> secrets,
        Set<Completion> completes,
        boolean changesObjects) {

    /** Something that a kustomization adds to objects that may be incomplete without it. */
    enum Completion {
        /** Labels of the objects themselves, by which monitors select Services. */
        LABELS,
        /** Labels in selectors and in pod templates. */
        SELECTORS,
        /** Namespaces, also those of the subjects of bindings. */
        NAMESPACES
    }

    static final Set<String> NAMES = Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");

    private static final List<String> INPUTS =
            List.of("transformers", "generators", "validators", "configurations", "crds");

    /** Reads the content of a kustomization in a directory, which ends with a slash. */
    static Kustomization of(String directory, JsonNode content) {
        Set<String> patches = new TreeSet<>();
        boolean inline = false;
        for (JsonNode patch : content.path("patches")) {
            add(directory, patch.path("path"), patches);
            inline |= patch.has("patch");
        }
        for (JsonNode patch : content.path("patchesJson6902")) {
            add(directory, patch.path("path"), patches);
            inline |= patch.has("patch");
        }
        for (JsonNode patch : content.path("patchesStrategicMerge")) {
            boolean isText = patch.asText().contains("\n");
            inline |= isText;
            if (!isText) {
                add(directory, patch, patches);
            }
        }
        Set<String> inputs = new TreeSet<>();
        INPUTS.forEach(field -> content.path(field).forEach(path -> add(directory, path, inputs)));
        content.path("replacements").forEach(replacement -> add(directory, replacement.path("path"), inputs));
        add(directory, content.path("openapi").path("path"), inputs);
        content.path("helmCharts").forEach(chart -> {
            add(directory, chart.path("valuesFile"), inputs);
            chart.path("additionalValuesFiles").forEach(file -> add(directory, file, inputs));
        });
        List<JsonNode> generators = Stream.of("configMapGenerator", "secretGenerator")
                .flatMap(field -> list(content.path(field)).stream())
                .toList();
        for (JsonNode generator : generators) {
            generator.path("files").forEach(file -> {
                String written = file.asText();
                inputs.add(resolved(directory, written.substring(written.indexOf('=') + 1)));
            });
            generator.path("envs").forEach(file -> add(directory, file, inputs));
            add(directory, generator.path("env"), inputs);
        }
        Set<String> resources = new TreeSet<>();
        for (String field : List.of("resources", "bases", "components")) {
            content.path(field).forEach(path -> add(directory, path, resources));
        }
        Set<Completion> completes = completions(content);
        boolean changes = inline
                || !generators.isEmpty()
                || completes.contains(Completion.SELECTORS)
                || Stream.of("components", "helmCharts", "replacements", "vars", "transformers", "generators")
                        .anyMatch(content::has);
        return new Kustomization(
                resources,
                patches,
                inputs,
                names(content.path("configMapGenerator")),
                names(content.path("secretGenerator")),
                completes,
                changes);
    }

    /** Returns the files that it names, and the directories of other kustomizations. */
    Set<String> files() {
        Set<String> files = new TreeSet<>(resources);
        files.addAll(patches);
        files.addAll(inputs);
        return files;
    }

    private static Set<Completion> completions(JsonNode content) {
        Set<Completion> completes = EnumSet.noneOf(Completion.class);
        boolean selects = !content.path("commonLabels").isEmpty();
        for (JsonNode labels : content.path("labels")) {
            selects |= labels.path("includeSelectors").asBoolean();
        }
        if (selects || !content.path("labels").isEmpty()) {
            completes.add(Completion.LABELS);
        }
        if (selects) {
            completes.add(Completion.SELECTORS);
        }
        if (content.has("namespace")) {
            completes.add(Completion.NAMESPACES);
        }
        return completes;
    }

    private static List<JsonNode> list(JsonNode nodes) {
        List<JsonNode> all = new ArrayList<>();
        nodes.forEach(all::add);
        return all;
    }

    private static List<String> names(JsonNode generators) {
        return list(generators).stream()
                .map(generator -> generator.path("name").asText())
                .toList();
    }

    private static void add(String directory, JsonNode path, Set<String> paths) {
        if (path.isTextual()) {
            paths.add(resolved(directory, path.asText()));
        }
    }

    /** Returns a path without {@code .} and {@code ..}. */
    private static String resolved(String directory, String path) {
        Deque<String> steps = new ArrayDeque<>();
        for (String step : (directory + path).split("/", -1)) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }
}
