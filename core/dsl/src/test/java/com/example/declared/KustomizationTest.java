package com.example.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.config.ConfigMap;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.TextFile;
import dev.berth.value.InvalidValueException;
import org.junit.jupiter.api.Test;

class KustomizationTest {

    private final ManifestFile second = file("manifests/02-b.yaml");
    private final ManifestFile first = file("manifests/01-a.yaml");
    private final ManifestFile alternative = file("manifests/03-cloud.yaml").insteadOf(first);
    private final ManifestFile below = file("manifests/more/04-c.yaml");
    private final ManifestFile above = file("on.yaml");
    private final ManifestSet set = ManifestSet.of(second, first, alternative, below, above);

    private static ManifestFile file(String path) {
        return ManifestFile.of(
                path, ConfigMap.named("settings").putData("file", path).build());
    }

    @Test
    void a_kustomization_lists_the_files_of_its_directory_in_the_order_in_which_they_are_applied() {
        var kustomized = set.kustomization("manifests");
        assertThat(text(kustomized, "manifests/kustomization.yaml")).isEqualTo("""
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                resources:
                - 01-a.yaml
                - 02-b.yaml
                sortOptions:
                  order: fifo
                """);
        assertThat(kustomized.files()).hasSize(set.files().size() + 1);
    }

    @Test
    void the_output_directory_has_one_too() {
        assertThat(text(set.kustomization("."), "kustomization.yaml")).contains("resources:\n- on.yaml\n");
    }

    @Test
    void a_set_without_a_kustomization_has_none() {
        assertThat(set.files()).noneMatch(TextFile.class::isInstance);
    }

    @Test
    void a_directory_without_manifests_is_refused() {
        assertThatThrownBy(() -> set.kustomization("manifest"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(
                        "ManifestSet kustomization: Invalid value: \"manifest\": must be a directory with manifests in"
                                + " the set: ., manifests, manifests/more");
    }

    private static String text(ManifestSet set, String path) {
        return set.files().stream()
                .filter(TextFile.class::isInstance)
                .map(TextFile.class::cast)
                .filter(file -> file.path().toString().equals(path))
                .findFirst()
                .orElseThrow()
                .text();
    }
}
