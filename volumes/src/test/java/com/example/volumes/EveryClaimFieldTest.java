package com.example.volumes;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.workload.AccessMode.READ_WRITE_ONCE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.volumes.PersistentVolume;
import dev.berth.volumes.PersistentVolumeClaim;
import dev.berth.volumes.storageclass.StorageClass;
import dev.berth.volumes.storageclass.VolumeAttributesClass;
import dev.berth.workload.DataSource;
import dev.berth.workload.VolumeMode;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.VolumeResourceRequirements;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Fails if the fabric8 model of a claim gets a field that the declaration does not support. */
class EveryClaimFieldTest {

    private final PersistentVolumeClaim restored = PersistentVolumeClaim.named("restored")
            .accessMode(READ_WRITE_ONCE)
            .storage(gibi(5))
            .storageLimit(gibi(10))
            .storageClass(StorageClass.existing("fast-ssd"))
            .volumeMode(VolumeMode.FILESYSTEM)
            .volume(PersistentVolume.existing("disk-1"))
            .putMatchLabel("tier", "gold")
            .volumeAttributesClass(VolumeAttributesClass.existing("gold"))
            .dataSource(DataSource.existingSnapshot("monday"))
            .build();
    private final PersistentVolumeClaim populated = PersistentVolumeClaim.named("populated")
            .accessMode(READ_WRITE_ONCE)
            .storage(gibi(5))
            .dataSource(DataSource.existing("example.com", "Backup", "monday"))
            .build();

    @Test
    void a_claim_supports_every_field_of_its_spec() {
        Set<String> said = fieldsOf(spec(restored));
        said.addAll(fieldsOf(spec(populated)));

        assertThat(said).containsAll(declaredFields(PersistentVolumeClaimSpec.class));
    }

    @Test
    void a_claim_supports_every_field_of_its_resources() {
        assertThat(fieldsOf((ObjectNode) spec(restored).get("resources")))
                .containsAll(declaredFields(VolumeResourceRequirements.class));
    }

    @Test
    void the_enumeration_includes_fields_that_every_kubernetes_version_has() {
        assertThat(declaredFields(PersistentVolumeClaimSpec.class))
                .contains("accessModes", "resources", "storageClassName", "volumeName")
                .hasSizeGreaterThanOrEqualTo(9);
    }

    private static ObjectNode spec(PersistentVolumeClaim claim) {
        ObjectNode tree = new ObjectMapper().valueToTree(claim.toModel());
        return (ObjectNode) tree.get("spec");
    }

    private static Set<String> fieldsOf(ObjectNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> declaredFields(Class<?> model) {
        return Arrays.stream(model.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(Field::getName)
                .filter(name -> !name.equals("additionalProperties"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
