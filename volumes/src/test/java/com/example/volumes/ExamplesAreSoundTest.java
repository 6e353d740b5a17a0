package com.example.volumes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.cluster.KubernetesVersion;
import dev.berth.finding.Finding;
import dev.berth.finding.Level;
import dev.berth.lint.LintRules;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.object.ExistingObject;
import dev.berth.rules.ClusterFacts;
import dev.berth.rules.server.ApiServerRules;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Checks the examples, which compile, against the rules of the API server and of the drivers. */
class ExamplesAreSoundTest {

    private final List<HasMetadata> objects = new ArrayList<>();
    private final Set<ExistingObject> existing = new HashSet<>();

    ExamplesAreSoundTest() {
        ManifestSet all = new VolumeExamples().manifests().and(new StorageClassExamples().manifests());
        all.files().stream().map(ManifestFile.class::cast).forEach(file -> file.manifests()
                .forEach(manifest -> add(file, manifest)));
    }

    private void add(ManifestFile file, Manifest manifest) {
        objects.add(file.toModel(manifest));
        existing.addAll(manifest.existing());
    }

    @Test
    void the_api_server_accepts_every_example() {
        ApiServerRules server = ApiServerRules.of(ClusterFacts.defaults());

        assertThat(objects).hasSizeGreaterThan(20).allSatisfy(object -> assertThat(
                        server.verdict(object).findings())
                .isEmpty());
    }

    @Test
    void no_example_has_parameters_that_its_driver_refuses_or_a_dangling_reference() {
        assertThat(LintRules.check(objects, existing, List.of(), KubernetesVersion.recorded()))
                .filteredOn(finding -> finding.level() == Level.ERROR)
                .extracting(Finding::toString)
                .isEmpty();
    }
}
