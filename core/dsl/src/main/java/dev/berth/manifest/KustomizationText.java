package dev.berth.manifest;

import dev.berth.value.InvalidValueException;
import dev.berth.value.TreePath;
import dev.berth.yaml.YamlWriter;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The {@code kustomization.yaml} of a directory, which lists its files in the order in which kubectl applies them. */
final class KustomizationText {

    private static final String NAME = "kustomization.yaml";

    private KustomizationText() {}

    static TextFile of(String directory, List<ManifestFile> files) {
        String prefix = directory.equals(".") ? "" : TreePath.of(directory) + "/";
        List<String> names = files.stream()
                .filter(file -> !file.isAlternative())
                .map(file -> file.path().toString())
                .filter(path -> path.startsWith(prefix) && path.indexOf('/', prefix.length()) < 0)
                .map(path -> path.substring(prefix.length()))
                .sorted()
                .distinct()
                .toList();
        if (names.isEmpty()) {
            throw InvalidValueException.of(
                    "ManifestSet kustomization",
                    directory,
                    "must be a directory with manifests in the set: " + directories(files));
        }
        GenericKubernetesResource kustomization = new GenericKubernetesResource();
        kustomization.setApiVersion("kustomize.config.k8s.io/v1beta1");
        kustomization.setKind("Kustomization");
        // Without it, kustomize puts the objects into an order of its own.
        kustomization.setAdditionalProperty("sortOptions", Map.of("order", "fifo"));
        kustomization.setAdditionalProperty("resources", names);
        return TextFile.of(prefix + NAME, new YamlWriter().toYaml(kustomization));
    }

    private static String directories(List<ManifestFile> files) {
        Stream<String> all = files.stream().map(file -> file.path().toString()).map(path -> {
            int slash = path.lastIndexOf('/');
            return slash < 0 ? "." : path.substring(0, slash);
        });
        return String.join(", ", all.distinct().sorted().toList());
    }
}
