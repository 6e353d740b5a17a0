package dev.berth.review.effect;

import static dev.berth.finding.Effect.CREATED;
import static dev.berth.finding.Effect.DATA_LOSS;
import static dev.berth.finding.Effect.DELETED;
import static dev.berth.finding.Effect.REFUSED;
import static dev.berth.finding.Effect.RESTART;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a process still finds its data: what counts is the source of the volume and the directory, not its name. */
class MountedDataEffectsTest {
    private static final String CLAIM = """
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: orders-disk, namespace: shop}
            spec:
              accessModes: [ReadWriteOnce]
              resources: {requests: {storage: 8Gi}}
            """;
    private static final String OTHER_CLAIM = CLAIM.replace("orders-disk", "orders-disk-two");

    /** A server with one pod, whose volume, mount and image differ from test to test. */
    private static final String SET = """
            ---
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: orders, namespace: shop}
            spec:
              serviceName: orders
              selector: {matchLabels: {app: orders}}
              template:
                metadata: {labels: {app: orders}}
                spec:
                  containers:
                  - name: server
                    image: example.com/orders:1
                    volumeMounts: [{name: files, mountPath: /srv/orders}]
                  volumes: [{name: files, persistentVolumeClaim: {claimName: orders-disk}}]
            """;

    private static final String VOLUMES =
            "      volumes: [{name: files, persistentVolumeClaim: {claimName: orders-disk}}]\n";
    private static final String TEMPLATES = """
              volumeClaimTemplates:
              - metadata: {name: files}
                spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 8Gi}}}
            """;
    private static final String WITH_TEMPLATE = SET.replace(VOLUMES, TEMPLATES);
    private static final String DEPLOYMENT =
            SET.replace("kind: StatefulSet", "kind: Deployment").replace("  serviceName: orders\n", "");

    private static final String VOLUME = "spec.template.spec.volumes[files]";
    private static final String CONTAINER = "spec.template.spec.containers[server]";
    private static final String REFUSAL = "statefulset-spec-immutable";
    private static final String ROLLOUT = "statefulset-rolling-update";

    @Test
    void a_claim_template_instead_of_a_claim_starts_empty_although_the_update_is_refused() {
        Triple.of(CLAIM + SET, CLAIM + WITH_TEMPLATE)
                .finds(REFUSED, REFUSAL, "spec.volumeClaimTemplates", "null", "files")
                .finds(DATA_LOSS, "volume-other-source", VOLUME, "{claimName: orders-disk}", "null")
                .saying(
                        "volume-other-source",
                        "This happens once the object is recreated with this change. Volume files was claim orders-disk"
                                + " and becomes a claim template with a new, empty claim for each pod: the pods start"
                                + " without its data.")
                .andNothingElse();
    }

    @ParameterizedTest
    @CsvSource({
        "files, emptyDir: {}, emptyDir",
        "scratch, emptyDir: {}, emptyDir",
        "files, persistentVolumeClaim: {claimName: other}, claim other"
    })
    void a_removed_claim_template_leaves_its_claims_behind_whatever_is_mounted_instead(
            String name, String source, String what) {
        String after = SET.replace("name: files", "name: " + name)
                .replace("persistentVolumeClaim: {claimName: orders-disk}", source);
        Triple.of(WITH_TEMPLATE, after)
                .finds(REFUSED, REFUSAL, "spec.volumeClaimTemplates", "files", "null")
                .finds(DATA_LOSS, "claim-template-gone", "spec.volumeClaimTemplates", "files", "null")
                .naming("claim-template-gone", "files-orders-0")
                .saying(
                        "claim-template-gone",
                        "This happens once the object is recreated with this change. The claims files-orders-0 stay with"
                                + " their data, but no pod uses them. The pods mount " + what + " instead.")
                .andNothingElse();
    }

    @Test
    void the_claim_of_a_claim_template_may_be_mounted_by_its_own_name() {
        Triple.of(WITH_TEMPLATE, SET.replace("orders-disk", "files-orders-0"))
                .finds(REFUSED, REFUSAL, "spec.volumeClaimTemplates", "files", "null")
                .andNothingElse();
    }

    @Test
    void another_claim_or_a_scratch_volume_starts_without_the_data() {
        Triple.of(CLAIM + OTHER_CLAIM + SET, CLAIM + OTHER_CLAIM + SET.replace("orders-disk", "orders-disk-two"))
                .finds(
                        DATA_LOSS,
                        "volume-other-claim",
                        VOLUME + ".persistentVolumeClaim.claimName",
                        "orders-disk",
                        "orders-disk-two")
                .finds(RESTART, ROLLOUT, VOLUME + ".persistentVolumeClaim.claimName", "orders-disk", "orders-disk-two")
                .andNothingElse();
        Triple.of(
                        CLAIM + DEPLOYMENT,
                        CLAIM + DEPLOYMENT.replace("persistentVolumeClaim: {claimName: orders-disk}", "emptyDir: {}"))
                .finds(DATA_LOSS, "volume-other-source", VOLUME, "{claimName: orders-disk}", "{}")
                .saying(
                        "volume-other-source",
                        "Volume files was claim orders-disk and becomes emptyDir: the pods start without its data, and"
                                + " what they write is lost with the pod.")
                .finds(
                        RESTART,
                        "deployment-rolling-update",
                        VOLUME + ".persistentVolumeClaim",
                        "{claimName: orders-disk}",
                        "null")
                .finds(RESTART, "deployment-rolling-update", VOLUME + ".emptyDir", "null", "{}")
                .andNothingElse();
    }

    @Test
    void a_Deployment_that_becomes_a_StatefulSet_starts_empty_although_the_claim_stays() {
        Triple.of(CLAIM + DEPLOYMENT, CLAIM + WITH_TEMPLATE)
                .finds(CREATED, "created", "", "null", "null")
                .finds(DATA_LOSS, "volume-other-source", VOLUME, "{claimName: orders-disk}", "null")
                .andNothingElse();
    }

    @Test
    void a_Deployment_that_becomes_a_StatefulSet_keeps_the_data_of_the_claim_that_both_mount() {
        Triple.of(CLAIM + DEPLOYMENT, CLAIM + SET)
                .finds(CREATED, "created", "", "null", "null")
                .finds(DELETED, "deleted", "", "null", "null")
                .andNothingElse();
    }

    @Test
    void a_claim_that_stays_in_the_tree_is_left_behind_if_its_only_workload_is_deleted() {
        Triple.of(CLAIM + DEPLOYMENT, CLAIM)
                .finds(DATA_LOSS, "claim-unmounted", "", "null", "null")
                .naming("claim-unmounted", "orders-disk")
                .saying(
                        "claim-unmounted",
                        "No pod of the tree mounts orders-disk anymore. The claim stays with the data, unused but"
                                + " billed.")
                .andNothingElse();
    }

    @Test
    void a_claim_is_not_left_behind_while_another_workload_mounts_it() {
        String backup = DEPLOYMENT
                .replace("name: orders, namespace", "name: backup, namespace")
                .replace("app: orders", "app: backup");
        Triple.of(CLAIM + DEPLOYMENT + backup, CLAIM + backup)
                .finds(DELETED, "deleted", "", "null", "null")
                .andNothingElse();
    }

    @Test
    void a_renamed_volume_with_the_same_claim_keeps_its_data() {
        Triple.of(CLAIM + SET, CLAIM + SET.replace("name: files", "name: disk"))
                .finds(RESTART, ROLLOUT, CONTAINER + ".volumeMounts[/srv/orders].name", "files", "disk")
                .finds(
                        RESTART,
                        ROLLOUT,
                        VOLUME,
                        "{name: files, persistentVolumeClaim: {claimName: orders-disk}}",
                        "null")
                .finds(
                        RESTART,
                        ROLLOUT,
                        "spec.template.spec.volumes[disk]",
                        "null",
                        "{name: disk, persistentVolumeClaim: {claimName: orders-disk}}")
                .andNothingElse();
    }

    @Test
    void a_renamed_container_still_finds_the_data() {
        Triple.replacing(CLAIM + SET, "name: server", "name: orders-server").findsNo("mount-removed");
    }

    @Test
    void the_data_of_a_removed_container_stays_behind() {
        String sidecar = SET.replace(
                "      volumes:",
                "      - {name: audit, image: 'example.com/audit:1', volumeMounts: [{name: log, mountPath: /log}]}\n"
                        + "      volumes:");
        String both = sidecar.replace(
                "orders-disk}}]", "orders-disk}}, {name: log, persistentVolumeClaim: {claimName: audit-log}}]");
        Triple.of(both, SET)
                .saying(
                        "mount-removed",
                        "Container audit is removed, and no other container mounts log: its data stays behind, unused.");
    }
}
