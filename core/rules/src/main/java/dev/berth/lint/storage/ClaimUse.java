package dev.berth.lint.storage;

import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.ArrayList;
import java.util.List;

/**
 * A volume of a pod that is a claim of the set.
 *
 * @param path the field path at which the pod names the claim
 * @param claim the claim
 */
record ClaimUse(PodOwner workload, String path, PersistentVolumeClaim claim) {

    /** Returns all uses of claims of the set by the judged objects. */
    static List<ClaimUse> all(ObjectSet set) {
        return set.view(All.class, ClaimUse::find).uses();
    }

    private record All(List<ClaimUse> uses) {}

    private static All find(ObjectSet set) {
        List<ClaimUse> all = new ArrayList<>();
        for (PodOwner workload : set.workloads()) {
            workload.volumes().values().forEach(place -> {
                var source = place.volume().getPersistentVolumeClaim();
                if (source != null) {
                    set.find(
                                    PersistentVolumeClaim.class,
                                    workload.object(),
                                    workload.namespace(),
                                    source.getClaimName())
                            .filter(claim -> claim.getSpec() != null)
                            .ifPresent(claim -> all.add(
                                    new ClaimUse(workload, place.path() + ".persistentVolumeClaim.claimName", claim)));
                }
            });
        }
        return new All(all);
    }

    /** Returns whether only one node at a time can mount it for writing. */
    boolean isForOneNode() {
        List<String> modes = PodOwner.orEmpty(claim.getSpec().getAccessModes());
        return !modes.isEmpty() && modes.stream().allMatch(mode -> mode != null && mode.startsWith("ReadWriteOnce"));
    }

    /** Returns whether only one pod at a time can mount it. */
    boolean isForOnePod() {
        return PodOwner.orEmpty(claim.getSpec().getAccessModes()).contains("ReadWriteOncePod");
    }

    /** Returns whether its volume is on a node, so that the scheduler places all its pods there. */
    boolean keepsPodsOnItsNode(ObjectSet set) {
        String named = claim.getSpec().getStorageClassName();
        return set.storageClass(workload.object(), named)
                .map(StorageClass::getProvisioner)
                .filter(provisioner -> provisioner.equals(StorageDrivers.LOCAL_PATH.name())
                        || provisioner.equals(StorageDrivers.NO_PROVISIONER.name()))
                .isPresent();
    }

    /** Returns the claim and its modes, for messages. */
    String inWords() {
        return "Claim \"" + ObjectSet.name(claim) + "\" is "
                + String.join(", ", PodOwner.orEmpty(claim.getSpec().getAccessModes()));
    }
}
