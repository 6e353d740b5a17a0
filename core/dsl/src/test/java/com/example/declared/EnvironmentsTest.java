package com.example.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.cluster.KubernetesVersion;
import dev.berth.cluster.TargetCluster;
import dev.berth.manifest.Difference;
import dev.berth.manifest.EnvironmentTree;
import dev.berth.manifest.Environments;
import dev.berth.manifest.ManifestSet;
import dev.berth.value.InvalidValueException;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class EnvironmentsTest {

    /** An environment as a user declares it. */
    private record Region(String name, String directory, KubernetesVersion version) {}

    private static final Region NORTH = new Region("north", "clusters/north", KubernetesVersion.V1_34);
    private static final Region SOUTH = new Region("south", "clusters/south", KubernetesVersion.V1_36);

    private static Environments<Region> regions() {
        return Environments.of(List.of(NORTH, SOUTH), Region::name, region -> ManifestSet.of());
    }

    private static Environments<String> named(String... names) {
        return Environments.of(List.of(names), Function.identity(), name -> ManifestSet.of());
    }

    @Test
    void an_environment_has_a_directory_with_its_name_and_the_cluster_of_the_build() {
        EnvironmentTree tree = regions().tree("south");

        assertThat(tree.directory()).hasToString("south");
        assertThat(tree.cluster()).isEmpty();
    }

    @Test
    void an_environment_can_have_its_own_directory_and_its_own_cluster() {
        Environments<Region> regions =
                regions().directory(Region::directory).cluster(region -> TargetCluster.of(region.version()));

        assertThat(regions.names()).containsExactly("north", "south");
        assertThat(regions.tree("north").directory()).hasToString("clusters/north");
        assertThat(regions.tree("north").cluster()).contains(TargetCluster.of(KubernetesVersion.V1_34));
    }

    @Test
    void an_unknown_environment_is_refused_with_the_nearest_name() {
        assertThatThrownBy(() -> regions().tree("nort"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(
                        "Environment: Invalid value: \"nort\": must be one of north, south. Did you mean \"north\"?");
    }

    @Test
    void a_name_is_unique_and_is_the_name_of_a_directory() {
        assertThatThrownBy(() -> named("dev", "dev"))
                .hasMessage("Environment: Invalid value: \"dev\": must be unique: two environments have this name");
        assertThatThrownBy(() -> named("eu/prod"))
                .hasMessage("Environment: Invalid value: \"eu/prod\": must be a name without '/'");
        assertThatThrownBy(() -> named("the prod"))
                .hasMessage("TreePath: Invalid value: \"the prod\": must be letters, digits, '.', '_' or '-' in each"
                        + " part, and no part may end with '.'");
        assertThatThrownBy(EnvironmentsTest::named).hasMessage("Environments: there is no environment: add one");
    }

    @Test
    void the_directories_are_apart() {
        assertThatThrownBy(() -> named("dev", "Dev"))
                .hasMessage("Environment \"Dev\" directory: Invalid value: \"Dev\": must be outside of the directory of"
                        + " every other environment, also on a disk that ignores case, and \"dev\" has dev");
        assertThatThrownBy(() -> regions().directory(region -> region.equals(NORTH) ? "all" : "all/south"))
                .hasMessage("Environment \"south\" directory: Invalid value: \"all/south\": must be outside of the"
                        + " directory of every other environment, also on a disk that ignores case, and \"north\" has"
                        + " all");
    }

    @Test
    void the_page_with_the_differences_is_beside_the_environments() {
        assertThat(regions().differencesIn("differences.md").report())
                .hasValueSatisfying(page -> assertThat(page.path()).hasToString("differences.md"));
        assertThatThrownBy(() -> regions().differencesIn("differences.sh")).hasMessageContaining("differences.sh");
        assertThatThrownBy(() -> regions().differencesIn("north/differences.md"))
                .hasMessage("Environments: Invalid value: \"north/differences.md\": must be outside of the directory of"
                        + " the environment \"north\"");
    }

    @Test
    void what_may_differ_is_a_field_an_object_or_a_file() {
        assertThat(regions()
                        .mayDiffer(Difference.field("StatefulSet", "cart", "spec.replicas"))
                        .mayDiffer(Difference.object("StorageClass", "fast"), Difference.file("notes.md"))
                        .mayDiffer())
                .extracting(Object::toString)
                .containsExactly("StatefulSet/cart spec.replicas", "StorageClass/fast", "notes.md");
    }

    @Test
    void a_field_that_may_differ_is_a_field_path() {
        assertThatThrownBy(() -> Difference.field("StatefulSet", "cart", "spec/replicas"))
                .hasMessage(
                        "Difference: Invalid value: \"spec/replicas\": must be a field path, such as spec.replicas or"
                                + " spec.template.spec.containers[redis].image");
        assertThatThrownBy(() -> Difference.object("StorageClass", ""))
                .hasMessage("Difference name: Invalid value: \"\": must name the name of an object");
    }
}
