package com.example.environments;

import dev.berth.cluster.KubernetesVersion;
import dev.berth.cluster.TargetCluster;
import dev.berth.manifest.Environments;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.manifest.RawManifest;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.List;

/** A pod with a field that one of the versions does not have by default. */
public final class Broken implements ManifestSource {

    record Cluster(String name, KubernetesVersion version) {}

    @Override
    public Environments<Cluster> manifests() {
        return Environments.of(
                        List.of(
                                new Cluster("older", KubernetesVersion.V1_31),
                                new Cluster("newer", KubernetesVersion.V1_36)),
                        Cluster::name,
                        Broken::in)
                .cluster(cluster -> TargetCluster.of(cluster.version()));
    }

    private static ManifestSet in(Cluster cluster) {
        var pod = new PodBuilder()
                .withNewMetadata()
                .withName("demo")
                .endMetadata()
                .withNewSpec()
                .withHostUsers(false)
                .addNewContainer()
                .withName("demo")
                .withImage("demo:1")
                .endContainer()
                .endSpec()
                .build();
        return ManifestSet.of(ManifestFile.of("pod.yaml", RawManifest.of(pod)));
    }
}
