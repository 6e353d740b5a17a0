package dev.berth.rules.binding;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class VolumeBinderProperties {

    private static final List<String> MODES = List.of("ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany");

    @Property
    void a_volume_that_is_chosen_serves_and_none_that_serves_is_left_out(
            @ForAll("volumes") List<PersistentVolume> volumes, @ForAll("claims") PersistentVolumeClaim claim) {
        List<String> serving = volumes.stream()
                .filter(volume -> serves(volume, claim))
                .map(volume -> volume.getMetadata().getName())
                .toList();
        Optional<String> chosen = bind(volumes, claim).volume();
        assertThat(chosen.isPresent()).isEqualTo(!serving.isEmpty());
        chosen.ifPresent(name -> assertThat(serving).contains(name));
    }

    @Property
    void the_order_in_which_volumes_are_given_does_not_change_what_is_chosen(
            @ForAll("volumes") List<PersistentVolume> volumes,
            @ForAll("claims") PersistentVolumeClaim claim,
            @ForAll Random random) {
        List<PersistentVolume> shuffled = new ArrayList<>(volumes);
        Collections.shuffle(shuffled, random);
        assertThat(bind(shuffled, claim).volume())
                .isEqualTo(bind(volumes, claim).volume());
    }

    @Property
    void as_many_claims_are_bound_as_there_are_volumes_and_each_has_its_own(
            @ForAll("volumes") List<PersistentVolume> volumes) {
        PersistentVolumeClaim easy = claim(1, List.of("ReadWriteOnce"), "a");
        long possible = volumes.stream().filter(volume -> serves(volume, easy)).count();
        VolumeBinder binder = binder(volumes);
        List<String> bound = new ArrayList<>();
        for (int i = 0; i <= volumes.size(); i++) {
            binder.bind(easy).volume().ifPresent(bound::add);
        }
        assertThat(bound).doesNotHaveDuplicates().hasSize((int) possible);
    }

    /** The matching rules, stated again in one sentence each. */
    private static boolean serves(PersistentVolume volume, PersistentVolumeClaim claim) {
        long capacity = gibi(volume.getSpec().getCapacity());
        long request = gibi(claim.getSpec().getResources().getRequests());
        return capacity >= request
                && volume.getSpec().getStorageClassName().equals(claim.getSpec().getStorageClassName())
                && volume.getSpec().getAccessModes().containsAll(claim.getSpec().getAccessModes());
    }

    private static long gibi(Map<String, Quantity> resources) {
        return Long.parseLong(String.valueOf(resources.get("storage")).replace("Gi", ""));
    }

    @Provide
    Arbitrary<List<PersistentVolume>> volumes() {
        Arbitrary<PersistentVolume> volume = Combinators.combine(
                        Arbitraries.integers().between(1, 1000), accessModes(), Arbitraries.of("a", "b"))
                .as((size, modes, storageClass) -> new PersistentVolumeBuilder()
                        .withNewMetadata()
                        .withName("pv-" + size)
                        .endMetadata()
                        .withNewSpec()
                        .addToCapacity("storage", new Quantity(size + "Gi"))
                        .withAccessModes(modes)
                        .withStorageClassName(storageClass)
                        .endSpec()
                        .build());
        return volume.list()
                .uniqueElements(element -> element.getMetadata().getName())
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<PersistentVolumeClaim> claims() {
        return Combinators.combine(Arbitraries.integers().between(1, 1000), accessModes(), Arbitraries.of("a", "b"))
                .as(VolumeBinderProperties::claim);
    }

    private static PersistentVolumeClaim claim(int size, List<String> modes, String storageClass) {
        return new PersistentVolumeClaimBuilder()
                .withNewMetadata()
                .withName("claim")
                .endMetadata()
                .withNewSpec()
                .withAccessModes(modes)
                .withStorageClassName(storageClass)
                .withNewResources()
                .addToRequests("storage", new Quantity(size + "Gi"))
                .endResources()
                .endSpec()
                .build();
    }

    private static Arbitrary<List<String>> accessModes() {
        return Arbitraries.of(MODES).list().uniqueElements().ofMinSize(1);
    }

    private static Binding bind(List<PersistentVolume> volumes, PersistentVolumeClaim claim) {
        return binder(volumes).bind(claim);
    }

    private static VolumeBinder binder(List<PersistentVolume> volumes) {
        return new VolumeBinder(Volumes.of(volumes.stream()), Stream.empty(), Optional.empty(), "default");
    }
}
