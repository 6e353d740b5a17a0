package com.example.cookbook;

import static dev.berth.testing.BerthAssertions.assertThat;

import dev.berth.cluster.KubernetesVersion;
import dev.berth.cluster.TargetCluster;
import dev.berth.manifest.ManifestSource;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of docs/cookbook show these declarations and what they render. */
class CookbookTest {

    static Stream<ManifestSource> recipes() {
        return Stream.of(
                new AcknowledgedFinding(),
                new CommentedFields(),
                new CustomResource(),
                new KustomizedDirectory(),
                new RecipeSettings(),
                new ScriptBesideManifests(),
                new SidecarContainer(),
                new SpreadOverZones(),
                new TlsFiles(),
                new TwoNamespaces(),
                new WaitForDatabase());
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void a_recipe_renders_what_its_page_shows_and_runs(ManifestSource recipe) {
        assertThat(recipe)
                .runsOn(TargetCluster.of(KubernetesVersion.recorded()))
                .matchesGoldenTree(
                        Path.of("src/test/cookbook", recipe.getClass().getSimpleName()));
    }
}
