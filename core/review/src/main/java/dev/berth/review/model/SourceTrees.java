package dev.berth.review.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.rules.decode.ManifestDocument;
import dev.berth.rules.decode.ManifestReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Directories that Helm or Kustomize render before anything is applied: what they contain is not what a cluster gets. */
final class SourceTrees {
    /** The fields of a kustomization that change or create objects; without them, it only lists files. */
    private static final List<String> TRANSFORM = List.of(
            "commonAnnotations",
            "commonLabels",
            "components",
            "configMapGenerator",
            "generators",
            "helmCharts",
            "images",
            "labels",
            "namePrefix",
            "nameSuffix",
            "namespace",
            "patches",
            "patchesJson6902",
            "patchesStrategicMerge",
            "replacements",
            "replicas",
            "secretGenerator",
            "transformers",
            "vars");

    private SourceTrees() {}

    /** Returns, for each of them, the command that renders it. */
    static List<String> of(String root, Map<String, String> files) {
        List<String> commands = new ArrayList<>();
        for (String file : files.keySet()) {
            if (name(file).equals("Chart.yaml") && hasTemplates(directory(file), files)) {
                String chart = shown(root, directory(file));
                commands.add(
                        chart + " is the source of a Helm chart, which is not applied as it is. Render it, and review"
                                + " what it renders: helm template " + release(chart) + " " + chart
                                + " --output-dir rendered");
            }
        }
        Map<String, JsonNode> kustomizations = kustomizations(files);
        Set<String> used = used(kustomizations);
        kustomizations.forEach((directory, body) -> {
            if (!used.contains(directory) && isTransformed(directory, kustomizations)) {
                String shown = shown(root, directory);
                commands.add(
                        shown + " is the source of Kustomize, which is not applied as it is. Render it, and review what"
                                + " it renders: kubectl kustomize " + shown + " > rendered.yaml");
            }
        });
        return commands;
    }

    private static boolean hasTemplates(String chart, Map<String, String> files) {
        return files.entrySet().stream()
                .anyMatch(file -> file.getKey().startsWith(in(chart) + "templates/")
                        && file.getValue().contains("{{"));
    }

    private static Map<String, JsonNode> kustomizations(Map<String, String> files) {
        Map<String, JsonNode> found = new TreeMap<>();
        files.forEach((file, text) -> {
            if (Set.of("kustomization.yaml", "kustomization.yml", "Kustomization")
                    .contains(name(file))) {
                for (ManifestDocument document : ManifestReader.read(text)) {
                    boolean own = document.apiVersion().isEmpty()
                            || document.apiVersion().startsWith("kustomize.config.k8s.io/");
                    if (own) {
                        document.written().ifPresent(body -> found.put(directory(file), body));
                    }
                }
            }
        });
        return found;
    }

    /** Returns the directories that another kustomization includes. */
    private static Set<String> used(Map<String, JsonNode> kustomizations) {
        Set<String> used = new LinkedHashSet<>();
        kustomizations.forEach((directory, body) -> used.addAll(includes(directory, body)));
        return used;
    }

    private static List<String> includes(String directory, JsonNode body) {
        List<String> included = new ArrayList<>();
        for (String list : List.of("resources", "bases", "components")) {
            for (JsonNode entry : body.path(list)) {
                included.add(resolved(directory, entry.asText()));
            }
        }
        return included;
    }

    private static boolean isTransformed(String directory, Map<String, JsonNode> kustomizations) {
        return isTransformed(directory, kustomizations, new HashMap<>());
    }

    private static boolean isTransformed(
            String directory, Map<String, JsonNode> kustomizations, Map<String, Boolean> seen) {
        JsonNode body = kustomizations.get(directory);
        if (body == null || seen.put(directory, true) != null) {
            return false;
        }
        return TRANSFORM.stream().anyMatch(body::has)
                || includes(directory, body).stream().anyMatch(next -> isTransformed(next, kustomizations, seen));
    }

    private static String resolved(String directory, String path) {
        List<String> steps = new ArrayList<>();
        for (String step : (in(directory) + path).split("/", -1)) {
            if (step.equals("..")
                    && !steps.isEmpty()
                    && !steps.get(steps.size() - 1).equals("..")) {
                steps.remove(steps.size() - 1);
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }

    private static String shown(String root, String directory) {
        String path = root + directory;
        return path.isEmpty() ? "." : path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static String release(String chart) {
        String name = chart.substring(chart.lastIndexOf('/') + 1);
        return name.equals(".") ? "release" : name;
    }

    private static String name(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    private static String directory(String file) {
        int slash = file.lastIndexOf('/');
        return slash < 0 ? "" : file.substring(0, slash);
    }

    private static String in(String directory) {
        return directory.isEmpty() ? "" : directory + "/";
    }
}
