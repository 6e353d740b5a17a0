package dev.berth.rules.binding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.berth.rules.binding.Binding.Outcome;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VolumeBinderTest {

    private static final PersistentVolumeClaim CLAIM = claim("""
            metadata: {name: data, namespace: shop}
            spec: {storageClassName: manual, accessModes: [ReadWriteOnce], resources: {requests: {storage: 5Gi}}}
            """);

    @Test
    void the_smallest_matching_volume_is_chosen() {
        assertThat(bound(CLAIM, volume("big", "10Gi"), volume("small", "5Gi"), volume("tiny", "1Gi")))
                .isEqualTo("small");
    }

    @Test
    void a_small_volume_with_many_access_modes_comes_after_a_big_one_with_few() {
        PersistentVolume many = volume("many", "5Gi");
        many.getSpec().setAccessModes(List.of("ReadWriteOnce", "ReadOnlyMany"));
        assertThat(bound(CLAIM, many, volume("few", "100Gi"))).isEqualTo("few");
    }

    @Test
    void a_volume_reserved_for_the_claim_comes_before_smaller_ones_and_needs_no_class() {
        PersistentVolume reserved = volume("""
                metadata: {name: reserved}
                spec:
                  capacity: {storage: 10Gi}
                  accessModes: [ReadWriteOnce]
                  storageClassName: other
                  claimRef: {namespace: shop, name: data}
                """);
        assertThat(bound(CLAIM, volume("small", "5Gi"), reserved)).isEqualTo("reserved");
    }

    @Test
    void two_claims_do_not_get_the_same_volume() {
        VolumeBinder binder = binder(List.of(), volume("only", "5Gi"));
        assertThat(binder.bind(CLAIM).volume()).contains("only");
        assertThat(binder.reasons(CLAIM, binder.bind(CLAIM), 9).lines())
                .containsExactly(
                        "PersistentVolume \"only\": it is bound to another claim.",
                        "There is no StorageClass \"manual\" to provision a volume.");
    }

    @Test
    void every_reason_of_every_volume_is_reported() {
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
        VolumeBinder binder =
                new VolumeBinder(Volumes.of(Stream.of(volume)), Stream.empty(), Optional.of("standard"), "default");
        Binding binding = binder.bind(picky);
        assertThat(binding.outcome()).isEqualTo(Outcome.CLASS_MISSING);
        assertThat(binder.reasons(picky, binding, 9))
                .isEqualTo(new Reasons(
                        List.of(
                                "PersistentVolume \"odd\": its claimRef reserves it for other/data; it has 1000Mi, but 5Gi"
                                        + " are requested; its volumeMode is Block, but Filesystem is requested;"
                                        + " its accessModes are [ReadWriteOnce], but [ReadWriteMany] are requested;"
                                        + " its volumeAttributesClassName is \"\", but \"gold\" is requested;"
                                        + " its phase is Released; its labels do not match the selector: no tier, zone=b;"
                                        + " its class is \"manual\", but the claim has class \"standard\", the"
                                        + " default.",
                                "There is no StorageClass \"standard\" to provision a volume."),
                        0));
    }

    @Test
    void of_many_volumes_the_first_reasons_are_reported_and_the_others_counted() {
        PersistentVolume[] small =
                IntStream.range(0, 1000).mapToObj(i -> volume("pv-" + i, "1Gi")).toArray(PersistentVolume[]::new);
        VolumeBinder binder = binder(List.of(), small);
        assertThat(binder.reasons(CLAIM, binder.bind(CLAIM), 2))
                .isEqualTo(new Reasons(
                        List.of(
                                "PersistentVolume \"pv-0\": it has 1Gi, but 5Gi are requested.",
                                "PersistentVolume \"pv-1\": it has 1Gi, but 5Gi are requested."),
                        999));
    }

    @Test
    void reasons_do_not_depend_on_what_later_claims_took() {
        VolumeBinder binder = binder(List.of(), volume("only", "1Gi"));
        Binding first = binder.bind(CLAIM);
        PersistentVolumeClaim modest = claim("""
                metadata: {name: modest, namespace: shop}
                spec: {storageClassName: manual, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
                """);
        assertThat(binder.bind(modest).volume()).contains("only");
        assertThat(binder.reasons(CLAIM, first, 1).lines())
                .containsExactly("PersistentVolume \"only\": it has 1Gi, but 5Gi are requested.");
        assertThat(binder.reasons(CLAIM, binder.bind(CLAIM), 1).lines())
                .containsExactly(
                        "PersistentVolume \"only\": it has 1Gi, but 5Gi are requested; it is bound to another claim.");
    }

    @Test
    void a_claim_without_a_class_gets_a_volume_without_a_class_only_if_there_is_no_default_class() {
        PersistentVolumeClaim plain = claim("""
                metadata: {name: data, namespace: shop}
                spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
                """);
        PersistentVolume classless =
                volume("{metadata: {name: pv}, spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce]}}");
        assertThat(bound(plain, classless)).isEqualTo("pv");
        assertThat(new VolumeBinder(
                                Volumes.of(Stream.of(classless)), Stream.empty(), Optional.of("standard"), "default")
                        .bind(plain))
                .extracting(Binding::outcome)
                .isEqualTo(Outcome.CLASS_MISSING);
    }

    @Test
    void a_class_that_waits_for_a_pod_binds_once_there_is_one() {
        StorageClass waiting = storageClass("kubernetes.io/no-provisioner", "WaitForFirstConsumer");
        VolumeBinder binder = binder(List.of(waiting), volume("local", "5Gi"));
        Binding alone = binder.bind(CLAIM);
        assertThat(alone.outcome()).isEqualTo(Outcome.WAITING_FOR_POD);
        assertThat(binder.reasons(CLAIM, alone, 9).lines())
                .containsExactly("StorageClass \"manual\" waits for a pod that uses the claim.");
        assertThat(binder.bindWithPod(CLAIM).volume()).contains("local");
        Binding late = binder.bindWithPod(CLAIM);
        assertThat(late.outcome()).isEqualTo(Outcome.UNBOUND);
        assertThat(binder.reasons(CLAIM, late, 9).lines())
                .containsExactly(
                        "PersistentVolume \"local\": it is bound to another claim.",
                        "StorageClass \"manual\" does not provision volumes.");
    }

    @Test
    void a_class_with_a_provisioner_provisions_a_volume() {
        VolumeBinder binder = binder(List.of(storageClass("ebs.csi.aws.com", "Immediate")));
        Binding binding = binder.bind(CLAIM);
        assertThat(binding.outcome()).isEqualTo(Outcome.PROVISIONED);
        assertThat(binder.reasons(CLAIM, binding, 9).lines())
                .containsExactly("StorageClass \"manual\" provisions a volume.");
    }

    @Test
    void a_named_volume_is_accepted_whatever_its_labels_and_refused_for_its_size() {
        PersistentVolumeClaim named = claim("""
                metadata: {name: data, namespace: shop}
                spec:
                  storageClassName: manual
                  volumeName: pv
                  accessModes: [ReadWriteOnce]
                  resources: {requests: {storage: 5Gi}}
                  selector: {matchLabels: {tier: fast}}
                """);
        assertThat(bound(named, volume("pv", "5Gi"))).isEqualTo("pv");
        assertThat(reasons(named, volume("pv", "4Gi")))
                .containsExactly("PersistentVolume \"pv\": it has 4Gi, but 5Gi are requested.");
        assertThat(reasons(named, volume("other", "5Gi")))
                .containsExactly("The claim names PersistentVolume \"pv\", which does not exist.");
    }

    @Test
    void a_claim_ref_with_the_uid_of_an_earlier_claim_matches_no_claim() {
        PersistentVolume released = volume("""
                metadata: {name: pv}
                spec:
                  capacity: {storage: 5Gi}
                  accessModes: [ReadWriteOnce]
                  storageClassName: manual
                  claimRef: {namespace: shop, name: data, uid: 0b7a}
                """);
        assertThat(reasons(CLAIM, released))
                .first()
                .isEqualTo("PersistentVolume \"pv\": its claimRef has the uid of an earlier claim with the same"
                        + " name: remove the uid.");
    }

    @Test
    void incomplete_objects_do_not_bind_and_do_not_throw() {
        assertThat(bind(claim("{}"), volume("{}")).outcome()).isEqualTo(Outcome.BOUND);
        assertThat(bind(claim("{metadata: {name: c}, spec: {volumeName: v}}"), volume("{}"))
                        .outcome())
                .isEqualTo(Outcome.UNBOUND);
    }

    private static Binding bind(PersistentVolumeClaim claim, PersistentVolume... volumes) {
        return binder(List.of(), volumes).bind(claim);
    }

    private static String bound(PersistentVolumeClaim claim, PersistentVolume... volumes) {
        return bind(claim, volumes).volume().orElseThrow();
    }

    private static List<String> reasons(PersistentVolumeClaim claim, PersistentVolume... volumes) {
        VolumeBinder binder = binder(List.of(), volumes);
        return binder.reasons(claim, binder.bind(claim), 9).lines();
    }

    private static VolumeBinder binder(List<StorageClass> classes, PersistentVolume... volumes) {
        return new VolumeBinder(Volumes.of(Stream.of(volumes)), classes.stream(), Optional.empty(), "default");
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
