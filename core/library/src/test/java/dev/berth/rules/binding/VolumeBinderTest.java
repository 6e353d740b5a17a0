package dev.berth.rules.binding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.berth.rules.binding.Binding.Outcome;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VolumeBinderTest {

    private static final PersistentVolumeClaim CLAIM = claim("""
            metadata: {name: data, namespace: shop}
            spec: {storageClassName: manual, accessModes: [ReadWriteOnce], resources: {requests: {storage: 5Gi}}}
            """);

    @Test
    void the_smallest_volume_that_serves_is_chosen() {
        assertThat(bind(CLAIM, volume("big", "10Gi"), volume("small", "5Gi"), volume("tiny", "1Gi")))
                .isEqualTo(Binding.to("small"));
    }

    @Test
    void a_small_volume_with_many_access_modes_comes_after_a_big_one_with_few() {
        PersistentVolume many = volume("many", "5Gi");
        many.getSpec().setAccessModes(List.of("ReadWriteOnce", "ReadOnlyMany"));
        assertThat(bind(CLAIM, many, volume("few", "100Gi"))).isEqualTo(Binding.to("few"));
    }

    @Test
    void what_is_reserved_for_the_claim_comes_before_what_is_smaller_and_needs_no_class() {
        PersistentVolume reserved = volume("""
                metadata: {name: reserved}
                spec:
                  capacity: {storage: 10Gi}
                  accessModes: [ReadWriteOnce]
                  storageClassName: other
                  claimRef: {namespace: shop, name: data}
                """);
        assertThat(bind(CLAIM, volume("small", "5Gi"), reserved)).isEqualTo(Binding.to("reserved"));
    }

    @Test
    void two_claims_do_not_get_the_same_volume() {
        VolumeBinder binder = binder(List.of(), volume("only", "5Gi"));
        assertThat(binder.bind(CLAIM)).isEqualTo(Binding.to("only"));
        assertThat(binder.bind(CLAIM).reasons())
                .containsExactly(
                        "PersistentVolume \"only\": another claim has it.",
                        "There is no StorageClass \"manual\" to make a volume.");
    }

    @Test
    void every_reason_of_every_volume_is_said() {
        PersistentVolumeClaim picky = claim("""
                metadata: {name: data, namespace: shop}
                spec:
                  accessModes: [ReadWriteMany]
                  resources: {requests: {storage: 5Gi}}
                  volumeAttributesClassName: gold
                  selector: {matchLabels: {tier: fast}, matchExpressions: [{key: zone, operator: In, values: [a]}]}
                """);
        PersistentVolume volume = volume("""
                metadata: {name: odd, labels: {zone: b}}
                spec:
                  capacity: {storage: 1000Mi}
                  accessModes: [ReadWriteOnce]
                  storageClassName: manual
                  volumeMode: Block
                  claimRef: {namespace: other, name: data}
                status: {phase: Released}
                """);
        assertThat(new VolumeBinder(List.of(volume), List.of(), Optional.of("standard"), "default").bind(picky))
                .isEqualTo(Binding.not(
                        Outcome.CLASS_MISSING,
                        List.of(
                                "PersistentVolume \"odd\": its claimRef reserves it for other/data; it has 1000Mi where 5Gi"
                                        + " are requested; its volumeMode is Block where Filesystem is requested;"
                                        + " its accessModes are [ReadWriteOnce] where [ReadWriteMany] are requested;"
                                        + " its volumeAttributesClassName is \"\" where \"gold\" is requested;"
                                        + " its phase is Released; its labels do not match the selector: no tier, zone=b;"
                                        + " its class is \"manual\" where the claim has class \"standard\","
                                        + " the default that is filled in.",
                                "There is no StorageClass \"standard\" to make a volume.")));
    }

    @Test
    void a_claim_without_a_class_gets_a_volume_without_a_class_only_where_no_default_is_filled_in() {
        PersistentVolumeClaim plain = claim("""
                metadata: {name: data, namespace: shop}
                spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
                """);
        PersistentVolume classless =
                volume("{metadata: {name: pv}, spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce]}}");
        assertThat(bind(plain, classless)).isEqualTo(Binding.to("pv"));
        assertThat(new VolumeBinder(List.of(classless), List.of(), Optional.of("standard"), "default").bind(plain))
                .extracting(Binding::outcome)
                .isEqualTo(Outcome.CLASS_MISSING);
    }

    @Test
    void a_class_that_waits_for_a_pod_binds_on_the_pods_node() {
        StorageClass waiting = storageClass("kubernetes.io/no-provisioner", "WaitForFirstConsumer");
        PersistentVolume local = volume("""
                metadata: {name: local}
                spec:
                  capacity: {storage: 5Gi}
                  accessModes: [ReadWriteOnce]
                  storageClassName: manual
                  nodeAffinity:
                    required:
                      nodeSelectorTerms:
                        - matchExpressions: [{key: kubernetes.io/hostname, operator: In, values: [n1]}]
                """);
        assertThat(binder(List.of(waiting), local).bind(CLAIM))
                .isEqualTo(Binding.not(
                        Outcome.WAITING_FOR_POD,
                        List.of("StorageClass \"manual\" waits for a pod that uses the claim.")));
        assertThat(binder(List.of(waiting), local).bindOnNode(CLAIM, Map.of("kubernetes.io/hostname", "n1")))
                .isEqualTo(Binding.to("local"));
        assertThat(binder(List.of(waiting), local).bindOnNode(CLAIM, Map.of("kubernetes.io/hostname", "n2")))
                .isEqualTo(Binding.not(
                        Outcome.UNBOUND,
                        List.of(
                                "PersistentVolume \"local\": its nodeAffinity excludes the node.",
                                "StorageClass \"manual\" makes no volumes.")));
    }

    @Test
    void a_class_with_a_provisioner_makes_a_volume() {
        StorageClass making = storageClass("ebs.csi.aws.com", "Immediate");
        assertThat(binder(List.of(making)).bind(CLAIM))
                .isEqualTo(Binding.not(Outcome.PROVISIONED, List.of("StorageClass \"manual\" makes a volume.")));
    }

    @Test
    void a_named_volume_is_taken_whatever_its_labels_and_refused_for_its_size() {
        PersistentVolumeClaim named = claim("""
                metadata: {name: data, namespace: shop}
                spec:
                  storageClassName: manual
                  volumeName: pv
                  accessModes: [ReadWriteOnce]
                  resources: {requests: {storage: 5Gi}}
                  selector: {matchLabels: {tier: fast}}
                """);
        assertThat(bind(named, volume("pv", "5Gi"))).isEqualTo(Binding.to("pv"));
        assertThat(bind(named, volume("pv", "4Gi")).reasons())
                .containsExactly("PersistentVolume \"pv\": it has 4Gi where 5Gi are requested.");
        assertThat(bind(named, volume("other", "5Gi")).reasons())
                .containsExactly("The claim names PersistentVolume \"pv\", which is not there.");
    }

    @Test
    void a_claim_ref_with_the_uid_of_an_earlier_claim_reserves_the_volume_for_nobody() {
        PersistentVolume released = volume("""
                metadata: {name: pv}
                spec:
                  capacity: {storage: 5Gi}
                  accessModes: [ReadWriteOnce]
                  storageClassName: manual
                  claimRef: {namespace: shop, name: data, uid: 0b7a}
                """);
        assertThat(bind(CLAIM, released).reasons())
                .first()
                .isEqualTo("PersistentVolume \"pv\": its claimRef has the uid of an earlier claim of that name:"
                        + " remove the uid.");
    }

    @Test
    void half_written_objects_do_not_bind_and_do_not_fail() {
        assertThat(bind(claim("{}"), volume("{}")).outcome()).isEqualTo(Outcome.BOUND);
        assertThat(bind(claim("{metadata: {name: c}, spec: {volumeName: v}}"), volume("{}"))
                        .outcome())
                .isEqualTo(Outcome.UNBOUND);
    }

    private static Binding bind(PersistentVolumeClaim claim, PersistentVolume... volumes) {
        return binder(List.of(), volumes).bind(claim);
    }

    private static VolumeBinder binder(List<StorageClass> classes, PersistentVolume... volumes) {
        return new VolumeBinder(List.of(volumes), classes, Optional.empty(), "default");
    }

    private static PersistentVolume volume(String name, String capacity) {
        return volume("""
                metadata: {name: %s}
                spec: {capacity: {storage: %s}, accessModes: [ReadWriteOnce], storageClassName: manual}
                """.formatted(name, capacity));
    }

    private static StorageClass storageClass(String provisioner, String bindingMode) {
        return read(
                "{metadata: {name: manual}, provisioner: %s, volumeBindingMode: %s}"
                        .formatted(provisioner, bindingMode),
                StorageClass.class);
    }

    private static PersistentVolume volume(String yaml) {
        return read(yaml, PersistentVolume.class);
    }

    private static PersistentVolumeClaim claim(String yaml) {
        return read(yaml, PersistentVolumeClaim.class);
    }

    private static <T> T read(String yaml, Class<T> type) {
        try {
            return new YAMLMapper().readValue(yaml, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
