package com.example.demo;

import static dev.berth.testing.BerthAssertions.assertThat;

import dev.berth.cluster.KubernetesVersion;
import dev.berth.cluster.TargetCluster;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.Namespace;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DemoTest {

    @Test
    void staging_has_its_own_namespace() {
        var staging =
                Namespace.named("demo-staging").putLabel("stage", "staging").build();
        var manifests = ManifestSet.of(ManifestFile.of("namespace.yaml", staging));

        assertThat(manifests).matchesGoldenTree(Path.of("src/test/resources/staging"));
    }

    @Test
    void our_oldest_cluster_can_run_it() {
        var demo = Namespace.named("demo").build();
        var manifests = ManifestSet.of(ManifestFile.of("namespace.yaml", demo));

        assertThat(manifests).runsOn(TargetCluster.of(KubernetesVersion.V1_30));
    }
}
