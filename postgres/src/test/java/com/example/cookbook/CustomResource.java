package com.example.cookbook;

import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.manifest.RawManifest;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import java.util.Map;

/** An object of a kind that Berth has no type for. */
public final class CustomResource implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        var topic = new GenericKubernetesResourceBuilder()
                .withApiVersion("kafka.strimzi.io/v1")
                .withKind("KafkaTopic")
                .withNewMetadata()
                .withName("orders")
                .addToLabels("strimzi.io/cluster", "events")
                .endMetadata()
                .addToAdditionalProperties("spec", Map.of("partitions", 12))
                .build();
        return ManifestSet.of(ManifestFile.of("topic.yaml", RawManifest.of(topic)));
    }
}
