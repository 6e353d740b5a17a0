package dev.berth.rules.binding;

import dev.berth.rules.binding.Binding.Outcome;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides as the PersistentVolume controller does which volume a claim is bound to, without a cluster.
 *
 * <p>Among the volumes that serve, one that is reserved for the claim comes first, then those with the fewest access
 * modes, then the smallest, then the one that is given first. A volume that is bound serves no other claim.
 *
 * <p>Source: Kubernetes 1.36, {@code syncUnboundClaim} in
 * {@code pkg/controller/volume/persistentvolume/pv_controller.go}, {@code findByClaim} in {@code index.go} beside it,
 * {@code FindMatchingVolume} in {@code component-helpers/storage/volume/pv_helpers.go}.
 */
public final class VolumeBinder {

    private static final String NO_PROVISIONER = "kubernetes.io/no-provisioner";

    private final List<PersistentVolume> volumes;
    private final Map<String, StorageClass> classes = new LinkedHashMap<>();
    private final Optional<String> defaultClass;
    private final String namespace;
    private final Set<String> taken = new HashSet<>();

    /**
     * Makes a binder for a cluster that holds these volumes and classes.
     *
     * @param defaultClass the class that admission fills in where a claim names none
     * @param namespace the namespace of claims that name none
     */
    public VolumeBinder(
            List<PersistentVolume> volumes,
            List<StorageClass> classes,
            Optional<String> defaultClass,
            String namespace) {
        this.volumes = List.copyOf(volumes);
        this.defaultClass = defaultClass;
        this.namespace = namespace;
        for (StorageClass storageClass : classes) {
            if (storageClass.getMetadata() != null) {
                this.classes.put(Claim.text(storageClass.getMetadata().getName()), storageClass);
            }
        }
    }

    /** Binds a claim that no pod uses yet; a volume that it gets is taken for the claims that follow. */
    public Binding bind(PersistentVolumeClaim model) {
        Claim claim = Claim.of(model, namespace, defaultClass);
        return claim.volumeName().isEmpty() ? bindToAny(claim, null, waitsForPod(claim)) : bindToNamed(claim);
    }

    /** Binds a claim that a pod uses which can run anywhere: a class that waits for a pod has its pod. */
    public Binding bindWithPod(PersistentVolumeClaim model) {
        Claim claim = Claim.of(model, namespace, defaultClass);
        return claim.volumeName().isEmpty() ? bindToAny(claim, null, false) : bindToNamed(claim);
    }

    /**
     * Binds a claim that a pod on a node with these labels uses: volumes that the node cannot reach do not serve, and a
     * class that waits for a pod has its pod.
     */
    public Binding bindOnNode(PersistentVolumeClaim model, Map<String, String> nodeLabels) {
        Claim claim = Claim.of(model, namespace, defaultClass);
        return claim.volumeName().isEmpty() ? bindToAny(claim, nodeLabels, false) : bindToNamed(claim);
    }

    private Binding bindToNamed(Claim claim) {
        for (PersistentVolume volume : volumes) {
            if (name(volume).equals(claim.volumeName())) {
                List<String> reasons = new ArrayList<>(Mismatch.ofNamed(volume, claim));
                if (taken.contains(name(volume))) {
                    reasons.add("another claim has it");
                }
                return reasons.isEmpty() ? take(volume) : Binding.notToNamed(claim.volumeName(), line(volume, reasons));
            }
        }
        return Binding.notToNamed(
                claim.volumeName(),
                "The claim names PersistentVolume \"" + claim.volumeName() + "\", which is not there.");
    }

    private boolean waitsForPod(Claim claim) {
        StorageClass storageClass = classes.get(claim.storageClass());
        return storageClass != null && "WaitForFirstConsumer".equals(storageClass.getVolumeBindingMode());
    }

    private Binding bindToAny(Claim claim, @Nullable Map<String, String> node, boolean waits) {
        List<PersistentVolume> serving = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (PersistentVolume volume : volumes) {
            List<String> mismatch = new ArrayList<>(Mismatch.ofCandidate(volume, claim));
            if (node != null) {
                mismatch.addAll(Mismatch.ofNode(volume, node));
            }
            if (taken.contains(name(volume))) {
                mismatch.add("another claim has it");
            }
            if (!mismatch.isEmpty()) {
                reasons.add(line(volume, mismatch));
            } else if (!waits || Mismatch.isReservedFor(claim, volume)) {
                serving.add(volume);
            }
        }
        return serving.stream()
                .min(preference(claim))
                .map(this::take)
                .orElseGet(() -> withoutVolume(claim, waits, reasons));
    }

    /** Volumes are looked up by their set of access modes, smallest set first, and the first set that serves wins. */
    private static Comparator<PersistentVolume> preference(Claim claim) {
        return Comparator.comparingInt(VolumeBinder::accessModes)
                .thenComparing(volume -> !Mismatch.isReservedFor(claim, volume))
                .thenComparing(volume -> Amount.of(spec(volume).getCapacity()).bytes());
    }

    private static int accessModes(PersistentVolume volume) {
        List<String> modes = spec(volume).getAccessModes();
        return modes == null ? 0 : new HashSet<>(modes).size();
    }

    private static PersistentVolumeSpec spec(PersistentVolume volume) {
        return volume.getSpec() == null ? new PersistentVolumeSpec() : volume.getSpec();
    }

    private Binding withoutVolume(Claim claim, boolean waits, List<String> reasons) {
        StorageClass storageClass = classes.get(claim.storageClass());
        if (claim.storageClass().isEmpty()) {
            reasons.add("The claim has no class, so no volume is made for it.");
            return Binding.not(Outcome.UNBOUND, reasons);
        }
        if (storageClass == null) {
            reasons.add("There is no StorageClass \"" + claim.storageClass() + "\" to make a volume.");
            return Binding.not(Outcome.CLASS_MISSING, reasons);
        }
        if (waits) {
            reasons.add("StorageClass \"" + claim.storageClass() + "\" waits for a pod that uses the claim.");
            return Binding.not(Outcome.WAITING_FOR_POD, reasons);
        }
        if (NO_PROVISIONER.equals(storageClass.getProvisioner())) {
            reasons.add("StorageClass \"" + claim.storageClass() + "\" makes no volumes.");
            return Binding.not(Outcome.UNBOUND, reasons);
        }
        reasons.add("StorageClass \"" + claim.storageClass() + "\" makes a volume.");
        return Binding.not(Outcome.PROVISIONED, reasons);
    }

    private Binding take(PersistentVolume volume) {
        taken.add(name(volume));
        return Binding.to(name(volume));
    }

    private static String line(PersistentVolume volume, List<String> reasons) {
        return "PersistentVolume \"" + name(volume) + "\": " + String.join("; ", reasons) + ".";
    }

    private static String name(PersistentVolume volume) {
        return volume.getMetadata() == null
                ? ""
                : Claim.text(volume.getMetadata().getName());
    }
}
