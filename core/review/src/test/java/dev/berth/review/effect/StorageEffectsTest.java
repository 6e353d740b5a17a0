package dev.berth.review.effect;

import static dev.berth.finding.Effect.CREATED;
import static dev.berth.finding.Effect.DATA_LOSS;
import static dev.berth.finding.Effect.DELETED;
import static dev.berth.finding.Effect.IN_PLACE;
import static dev.berth.finding.Effect.REFUSED;
import static dev.berth.finding.Effect.RESTART;

import org.junit.jupiter.api.Test;

class StorageEffectsTest {
    private static final String CLASS = """
            ---
            apiVersion: storage.k8s.io/v1
            kind: StorageClass
            metadata:
              name: fast
              annotations: {storageclass.kubernetes.io/is-default-class: "false"}
            provisioner: ebs.csi.aws.com
            reclaimPolicy: Delete
            allowVolumeExpansion: true
            """;
    private static final String CLAIM = """
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: files, namespace: demo}
            spec:
              accessModes: [ReadWriteOnce]
              storageClassName: fast
              resources: {requests: {storage: 5Gi}}
            """;
    private static final String VOLUME = """
            ---
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: disk}
            spec:
              capacity: {storage: 5Gi}
              accessModes: [ReadWriteOnce]
              persistentVolumeReclaimPolicy: Retain
              claimRef: {name: files, namespace: demo}
              hostPath: {path: /data}
            """;
    private static final String POD = """
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: one, namespace: demo, labels: {app: one}}
            spec:
              containers:
                - name: c
                  image: nginx:1.27
                  volumeMounts:
                    - {name: files, mountPath: /files}
              volumes:
                - name: files
                  persistentVolumeClaim: {claimName: files}
                - name: scratch
                  emptyDir: {sizeLimit: 1Gi}
            """;
    private static final String SIZE = "spec.resources.requests[storage]";

    @Test
    void a_deleted_claim_is_reported_with_what_its_reclaim_policy_does_to_the_data() {
        Triple.of(CLASS + CLAIM, CLASS)
                .finds(DATA_LOSS, "claim-gone", "", "null", "null")
                .saying(
                        "claim-gone",
                        "The claim is deleted as soon as no pod uses it. Its volume, of class fast, has reclaim"
                                + " policy Delete: the"
                                + " data is deleted with the claim.")
                .andNothingElse();
    }

    @Test
    void a_renamed_claim_starts_empty() {
        Triple.of(CLASS + CLAIM, CLASS + CLAIM.replace("name: files", "name: archive"))
                .finds(DATA_LOSS, "claim-gone", "", "null", "null")
                .finds(CREATED, "created", "", "null", "null")
                .saying(
                        "claim-gone",
                        "The claim is deleted as soon as no pod uses it. Its volume, of class fast, has reclaim"
                                + " policy Delete: the"
                                + " data is deleted with the claim. PersistentVolumeClaim \"archive\" in namespace \"demo\""
                                + " looks like its new name, and starts empty.")
                .andNothingElse();
    }

    @Test
    void a_claim_grows_in_place() {
        Triple.of(CLASS + CLAIM, CLASS + CLAIM.replace("storage: 5Gi", "storage: 6Gi"))
                .finds(IN_PLACE, "claim-grows", SIZE, "5Gi", "6Gi")
                .andNothingElse();
    }

    @Test
    void a_claim_of_a_class_that_is_not_in_the_trees_may_be_refused_to_grow() {
        Triple.replacing(CLAIM, "storage: 5Gi", "storage: 6Gi")
                .finds(IN_PLACE, "claim-grows", SIZE, "5Gi", "6Gi")
                .saying(
                        "claim-grows",
                        "The class fast is not in the trees. The API server refuses the change unless the class has"
                                + " allowVolumeExpansion: true. If it has, the volume grows, and then its file system:"
                                + " while mounted if the driver supports that, otherwise on the next start of the pod."
                                + " It cannot shrink again.")
                .andNothingElse();
        Triple.replacing(CLAIM.replace("  storageClassName: fast\n", ""), "storage: 5Gi", "storage: 6Gi")
                .saying(
                        "claim-grows",
                        "The class of the claim is not in the trees. The API server refuses the change unless the class"
                                + " has allowVolumeExpansion: true. If it has, the volume grows, and then its file"
                                + " system: while mounted if the driver supports that, otherwise on the next start of"
                                + " the pod. It cannot shrink again.");
    }

    @Test
    void a_claim_that_was_created_without_a_class_has_the_default_class() {
        String without = CLAIM.replace("  storageClassName: fast\n", "");
        Triple.of(without, CLAIM)
                .finds(REFUSED, "claim-spec-immutable", "spec.storageClassName", "(the default class)", "fast")
                .finds(DATA_LOSS, "claim-replaced", "spec.storageClassName", "(the default class)", "fast")
                .andNothingElse();
        String standard = CLASS.replace("default-class: \"false\"", "default-class: \"true\"");
        Triple.of(standard + without, standard + CLAIM).andNothingElse();
    }

    @Test
    void a_claim_does_not_grow_if_its_class_forbids_it() {
        String fixed = CLASS.replace("allowVolumeExpansion: true", "allowVolumeExpansion: false") + CLAIM;
        Triple.replacing(fixed, "storage: 5Gi", "storage: 6Gi")
                .finds(REFUSED, "claim-growth", SIZE, "5Gi", "6Gi")
                .andNothingElse();
    }

    @Test
    void a_claim_never_shrinks() {
        Triple.of(CLASS + CLAIM, CLASS + CLAIM.replace("storage: 5Gi", "storage: 1Gi"))
                .finds(REFUSED, "claim-shrink", SIZE, "5Gi", "1Gi")
                .finds(DATA_LOSS, "claim-replaced", SIZE, "5Gi", "1Gi")
                .andNothingElse();
    }

    @Test
    void another_class_means_another_volume() {
        Triple.of(CLASS + CLAIM, CLASS + CLAIM.replace("storageClassName: fast", "storageClassName: slow"))
                .finds(REFUSED, "claim-spec-immutable", "spec.storageClassName", "fast", "slow")
                .finds(DATA_LOSS, "claim-replaced", "spec.storageClassName", "fast", "slow")
                .andNothingElse();
    }

    @Test
    void a_volume_that_loses_Retain_loses_its_data_with_its_claim() {
        Triple.replacing(VOLUME, "Policy: Retain", "Policy: Delete")
                .finds(DATA_LOSS, "volume-reclaim-policy", "spec.persistentVolumeReclaimPolicy", "Retain", "Delete")
                .andNothingElse();
    }

    @Test
    void a_volume_without_its_claimRef_may_be_bound_to_any_claim() {
        Triple.replacing(VOLUME, "  claimRef: {name: files, namespace: demo}\n", "")
                .finds(DATA_LOSS, "volume-claim-changed", "spec.claimRef", "{name: files, namespace: demo}", "null")
                .andNothingElse();
    }

    @Test
    void the_source_of_a_volume_cannot_change() {
        Triple.replacing(VOLUME, "path: /data", "path: /other")
                .finds(REFUSED, "persistentvolume-source", "spec.hostPath.path", "/data", "/other")
                .andNothingElse();
    }

    @Test
    void a_deleted_volume_leaves_its_data_without_a_reference() {
        Triple.of(CLASS + VOLUME, CLASS)
                .finds(DATA_LOSS, "volume-gone", "", "null", "null")
                .andNothingElse();
    }

    @Test
    void a_deleted_class_keeps_its_volumes_and_prevents_their_expansion() {
        Triple.of(CLASS + CLAIM, CLAIM)
                .finds(DELETED, "storageclass-gone", "", "null", "null")
                .andNothingElse();
    }

    @Test
    void the_provisioner_and_parameters_of_a_class_cannot_change() {
        Triple.replacing(CLASS, "ebs.csi.aws.com", "pd.csi.storage.gke.io")
                .finds(REFUSED, "storageclass-immutable", "provisioner", "ebs.csi.aws.com", "pd.csi.storage.gke.io")
                .andNothingElse();
    }

    @Test
    void a_class_that_forbids_expansion_forbids_it_for_every_claim() {
        Triple.replacing(CLASS, "allowVolumeExpansion: true", "allowVolumeExpansion: false")
                .finds(IN_PLACE, "storageclass-growth-off", "allowVolumeExpansion", "true", "false")
                .andNothingElse();
    }

    @Test
    void a_different_default_class_only_affects_new_claims() {
        Triple.replacing(CLASS, "is-default-class: \"false\"", "is-default-class: \"true\"")
                .finds(
                        IN_PLACE,
                        "storageclass-default-moved",
                        "metadata.annotations[storageclass.kubernetes.io/is-default-class]",
                        "false",
                        "true")
                .andNothingElse();
    }

    @Test
    void a_pod_gets_a_new_image_in_place() {
        Triple.replacing(POD, "nginx:1.27", "nginx:1.28")
                .finds(RESTART, "pod-image", "spec.containers[c].image", "nginx:1.27", "nginx:1.28")
                .andNothingElse();
    }

    @Test
    void a_different_claim_has_different_data() {
        Triple.replacing(POD, "claimName: files", "claimName: other")
                .finds(
                        REFUSED,
                        "pod-spec-immutable",
                        "spec.volumes[files].persistentVolumeClaim.claimName",
                        "files",
                        "other")
                .finds(
                        DATA_LOSS,
                        "volume-other-claim",
                        "spec.volumes[files].persistentVolumeClaim.claimName",
                        "files",
                        "other")
                .andNothingElse();
    }

    @Test
    void a_smaller_scratch_volume_evicts_pods_that_use_more() {
        Triple.replacing(POD, "sizeLimit: 1Gi", "sizeLimit: 100Mi")
                .finds(REFUSED, "pod-spec-immutable", "spec.volumes[scratch].emptyDir.sizeLimit", "1Gi", "100Mi")
                .finds(DATA_LOSS, "empty-dir-smaller", "spec.volumes[scratch].emptyDir.sizeLimit", "1Gi", "100Mi")
                .andNothingElse();
    }
}
