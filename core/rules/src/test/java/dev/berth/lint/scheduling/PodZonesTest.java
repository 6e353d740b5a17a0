package dev.berth.lint.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.TopologySelectorTermBuilder;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import io.fabric8.kubernetes.api.model.storage.StorageClassBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PodZonesTest {

    private static final String ZONE = "topology.kubernetes.io/zone";

    @Test
    void a_class_and_a_pod_have_the_zones_that_they_list() {
        assertThat(PodZones.of(storageClass("a", "b")))
                .hasValueSatisfying(zones -> assertThat(zones).containsExactly("a", "b"));
        assertThat(PodZones.of(pod("b")))
                .hasValueSatisfying(zones -> assertThat(zones).containsExactly("b"));
    }

    @Test
    void an_entry_without_a_value_is_not_a_zone() {
        assertThat(PodZones.of(storageClass(null, "b")))
                .hasValueSatisfying(zones -> assertThat(zones).containsExactly("b"));
        assertThat(PodZones.of(pod(new String[] {null}))).isEmpty();
    }

    private static StorageClass storageClass(@Nullable String... zones) {
        return new StorageClassBuilder()
                .withAllowedTopologies(new TopologySelectorTermBuilder()
                        .addNewMatchLabelExpression()
                        .withKey(ZONE)
                        .withValues(zones)
                        .endMatchLabelExpression()
                        .build())
                .build();
    }

    private static PodSpec pod(@Nullable String... zones) {
        return new PodSpecBuilder()
                .withNewAffinity()
                .withNewNodeAffinity()
                .withNewRequiredDuringSchedulingIgnoredDuringExecution()
                .addNewNodeSelectorTerm()
                .addNewMatchExpression()
                .withKey(ZONE)
                .withOperator("In")
                .withValues(zones)
                .endMatchExpression()
                .endNodeSelectorTerm()
                .endRequiredDuringSchedulingIgnoredDuringExecution()
                .endNodeAffinity()
                .endAffinity()
                .build();
    }
}
