package dev.berth.tree;

import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.RawManifest;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Renders what could depend on hashes, on the language, on the time zone and on the encoding. */
final class RenderedElsewhere {

    private RenderedElsewhere() {}

    /** Renders into a directory. */
    public static void main(String[] arguments) {
        Map<String, String> labels = Map.of("a", "1", "b", "2", "c", "İstanbul", "TITLE", "ı", "e", "日本", "f", "6");
        GenericKubernetesResource unknown = new GenericKubernetesResource();
        unknown.setApiVersion("example.com/v1");
        unknown.setKind("Thing");
        unknown.setMetadata(new ObjectMetaBuilder().withName("thing").build());
        unknown.setAdditionalProperties(
                Map.of("spec", identityMap(), "other", labels, "number", 1234567.5, "big", 1e20));
        List<RawManifest> objects = List.of(
                RawManifest.of(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("config")
                        .withLabels(labels)
                        .withAnnotations(new HashMap<>(labels))
                        .endMetadata()
                        .withData(labels)
                        .build()),
                RawManifest.of(unknown));
        ManifestSet set = ManifestSet.of(ManifestFile.of("a.yaml", objects), Trees.script("run.sh", "echo 'ğ'\n"));
        TreeWriter.write(ManifestTree.render(set, Trees.SOURCE, Trees.COMMAND), Path.of(arguments[0]));
    }

    /** Returns a map in the order of identity hashes, which differs from process to process. */
    private static Map<Object, Object> identityMap() {
        return IntStream.range(0, 50)
                .boxed()
                .collect(Collectors.toMap(i -> "key" + i, Function.identity(), (a, b) -> a, IdentityHashMap::new));
    }
}
