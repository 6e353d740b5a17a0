package dev.berth.review.effect;

import static dev.berth.finding.Effect.CREATED;
import static dev.berth.finding.Effect.DATA_LOSS;
import static dev.berth.finding.Effect.REFUSED;
import static dev.berth.finding.Effect.RESTART;

import dev.berth.cluster.KubernetesVersion;
import org.junit.jupiter.api.Test;

/** What happens to the claims of a StatefulSet, and to the data in them. */
class StatefulSetDataEffectsTest {
    private static final String SET = StatefulSetEffectsTest.SET;

    private static final String DELETES = SET.replace(
            "  replicas: 3\n",
            "  replicas: 3\n  persistentVolumeClaimRetentionPolicy:\n    whenDeleted: Retain\n    whenScaled: Delete\n");

    private static final String IMAGE = "spec.template.spec.containers[postgres].image";

    @Test
    void scaling_down_with_whenScaled_Delete_deletes_the_claims_by_name() {
        Triple.replacing(DELETES, "replicas: 3", "replicas: 1")
                .finds(DATA_LOSS, "scale-down-deletes-claims", "spec.replicas", "3", "1")
                .naming("scale-down-deletes-claims", "data-db-1", "data-db-2")
                .saying(
                        "scale-down-deletes-claims",
                        "whenScaled is Delete: together with the pods db-1 and db-2 their claims data-db-1 and"
                                + " data-db-2 are deleted, and so are their volumes if the reclaim policy is Delete.")
                .andNothingElse();
    }

    @Test
    void scaling_down_otherwise_keeps_the_claims_by_name() {
        Triple.replacing(SET, "replicas: 3", "replicas: 1")
                .finds(DATA_LOSS, "scale-down-keeps-claims", "spec.replicas", "3", "1")
                .naming("scale-down-keeps-claims", "data-db-1", "data-db-2")
                .andNothingElse();
    }

    @Test
    void one_pod_less_is_one_pod_and_its_claim() {
        Triple.replacing(SET, "replicas: 3", "replicas: 2")
                .finds(DATA_LOSS, "scale-down-keeps-claims", "spec.replicas", "3", "2")
                .naming("scale-down-keeps-claims", "data-db-2")
                .saying(
                        "scale-down-keeps-claims",
                        "The pod db-2 is deleted. Its claim data-db-2 stays, unused but billed, and a later scale-up"
                                + " mounts it with today's data.")
                .andNothingElse();
        Triple.replacing(DELETES, "replicas: 3", "replicas: 2")
                .finds(DATA_LOSS, "scale-down-deletes-claims", "spec.replicas", "3", "2")
                .naming("scale-down-deletes-claims", "data-db-2")
                .saying(
                        "scale-down-deletes-claims",
                        "whenScaled is Delete: together with the pod db-2 its claim data-db-2 is deleted, and so is its"
                                + " volume if the reclaim policy is Delete.")
                .andNothingElse();
    }

    @Test
    void shifting_the_ordinals_leaves_the_claims_of_the_first_pods_unused() {
        Triple.of(SET, SET.replace("  replicas: 3\n", "  replicas: 3\n  ordinals:\n    start: 2\n"))
                .finds(DATA_LOSS, "scale-down-keeps-claims", "spec.ordinals", "null", "{start: 2}")
                .naming("scale-down-keeps-claims", "data-db-0", "data-db-1")
                .andNothingElse();
    }

    @Test
    void whenDeleted_Delete_puts_every_claim_at_risk() {
        Triple.replacing(DELETES, "whenDeleted: Retain", "whenDeleted: Delete")
                .finds(
                        DATA_LOSS,
                        "retention-when-deleted",
                        "spec.persistentVolumeClaimRetentionPolicy.whenDeleted",
                        "Retain",
                        "Delete")
                .naming("retention-when-deleted", "data-db-0", "data-db-1", "data-db-2")
                .andNothingElse();
    }

    @Test
    void whenScaled_Delete_puts_the_claims_of_later_scale_downs_at_risk() {
        Triple.of(SET, DELETES)
                .finds(
                        DATA_LOSS,
                        "retention-when-scaled",
                        "spec.persistentVolumeClaimRetentionPolicy.whenScaled",
                        "Retain",
                        "Delete")
                .andNothingElse();
    }

    @Test
    void a_renamed_set_leaves_its_claims_unused() {
        Triple.of(SET, SET.replace("  name: db\n  namespace", "  name: database\n  namespace"))
                .finds(CREATED, "created", "", "null", "null")
                .finds(DATA_LOSS, "set-gone-keeps-claims", "", "null", "null")
                .naming("set-gone-keeps-claims", "data-db-0", "data-db-1", "data-db-2")
                .saying(
                        "set-gone-keeps-claims",
                        "The claims data-db-0, data-db-1 and data-db-2 stay with their data, but no pod uses them."
                                + " StatefulSet \"database\" in namespace \"demo\" looks like its new name: claims"
                                + " are found by name, so it starts with new, empty ones.")
                .andNothingElse();
    }

    @Test
    void a_set_that_moves_to_another_namespace_leaves_its_claims_unused() {
        Triple.replacing(SET, "namespace: demo", "namespace: other")
                .finds(CREATED, "created", "", "null", "null")
                .finds(DATA_LOSS, "set-gone-keeps-claims", "", "null", "null")
                .andNothingElse();
    }

    @Test
    void a_renamed_claim_template_is_refused_and_would_leave_the_claims_unused() {
        Triple.of(SET, SET.replace("name: data\n", "name: store\n"))
                .finds(REFUSED, "statefulset-spec-immutable", "spec.volumeClaimTemplates", "data", "store")
                .finds(DATA_LOSS, "claim-template-gone", "spec.volumeClaimTemplates[data]", "data", "null")
                .naming("claim-template-gone", "data-db-0", "data-db-1", "data-db-2")
                .saying(
                        "claim-template-gone",
                        "This happens once the object is recreated with this change. The claims data-db-0, data-db-1"
                                + " and data-db-2 stay with their data, but no pod uses them. The pods start with"
                                + " new, empty claims of store.")
                .andNothingElse();
    }

    @Test
    void the_first_review_reports_labels_of_a_claim_template_that_change_with_every_release() {
        String labeled = SET.replace(
                "        name: data\n      spec",
                "        name: data\n        labels: {helm.sh/chart: db-1.4.0, tier: gold}\n      spec");
        Triple.of("", labeled)
                .finds(
                        CREATED,
                        "claim-template-label-changes",
                        "spec.volumeClaimTemplates[data].metadata.labels[helm.sh/chart]",
                        "null",
                        "db-1.4.0")
                .saying(
                        "claim-template-label-changes",
                        "The label changes with every release. Claim templates cannot change, so the API server refuses"
                                + " the whole update as soon as a release changes the label.")
                .finds(CREATED, "created", "", "null", "null")
                .andNothingElse();
        Triple.of(labeled, labeled.replace("17.1", "17.2")).findsNo("claim-template-label-changes");
        Triple.of(labeled, labeled.replace("1.4.0", "1.5.0"))
                .finds(
                        REFUSED,
                        "statefulset-spec-immutable",
                        "spec.volumeClaimTemplates[data].metadata.labels[helm.sh/chart]",
                        "db-1.4.0",
                        "db-1.5.0")
                .andNothingElse();
    }

    @Test
    void a_larger_claim_template_is_refused() {
        Triple.replacing(SET, "storage: 1Gi", "storage: 2Gi")
                .finds(
                        REFUSED,
                        "statefulset-spec-immutable",
                        "spec.volumeClaimTemplates[data].spec.resources.requests[storage]",
                        "1Gi",
                        "2Gi")
                .andNothingElse();
    }

    @Test
    void since_1_37_the_server_names_each_field_and_the_review_still_names_what_changed_in_it() {
        String peers = SET.replace("serviceName: db", "serviceName: peers").replace("storage: 1Gi", "storage: 2Gi");
        Triple.of(SET, peers, KubernetesVersion.V1_37)
                .finds(REFUSED, "statefulset-spec-immutable", "spec.serviceName", "db", "peers")
                .finds(
                        REFUSED,
                        "statefulset-spec-immutable",
                        "spec.volumeClaimTemplates[data].spec.resources.requests[storage]",
                        "1Gi",
                        "2Gi")
                .saying(
                        "statefulset-spec-immutable",
                        "Invalid value: \"peers\": cannot change after the object is created. The API server refuses"
                                + " the whole update of the object, including changes that it would accept.")
                .andNothingElse();
    }

    @Test
    void a_smaller_claim_template_is_refused() {
        Triple.replacing(SET, "storage: 1Gi", "storage: 500Mi")
                .finds(
                        REFUSED,
                        "statefulset-spec-immutable",
                        "spec.volumeClaimTemplates[data].spec.resources.requests[storage]",
                        "1Gi",
                        "500Mi")
                .andNothingElse();
    }

    @Test
    void a_new_major_version_does_not_start_on_the_old_data() {
        Triple.replacing(SET, "postgres:17.1", "postgres:18.0")
                .finds(DATA_LOSS, "database-major-version", IMAGE, "postgres:17.1", "postgres:18.0")
                .finds(RESTART, "statefulset-rolling-update", IMAGE, "postgres:17.1", "postgres:18.0")
                .andNothingElse();
    }

    @Test
    void a_newer_version_rewrites_the_data_even_if_it_is_smaller_as_a_decimal_fraction() {
        Triple.of(SET.replace("postgres:17.1", "mariadb:10.6"), SET.replace("postgres:17.1", "mariadb:10.11"))
                .finds(DATA_LOSS, "database-major-version", IMAGE, "mariadb:10.6", "mariadb:10.11")
                .saying(
                        "database-major-version",
                        "MariaDB 10.11 rewrites the data of MariaDB 10.6 when it starts: the old version cannot read"
                                + " it from then on, and there is no way back.")
                .finds(RESTART, "statefulset-rolling-update", IMAGE, "mariadb:10.6", "mariadb:10.11")
                .andNothingElse();
    }

    @Test
    void an_older_version_does_not_read_the_data() {
        Triple.of(SET.replace("postgres:17.1", "mariadb:10.11"), SET.replace("postgres:17.1", "mariadb:10.6"))
                .finds(DATA_LOSS, "database-major-version", IMAGE, "mariadb:10.11", "mariadb:10.6")
                .saying(
                        "database-major-version",
                        "MariaDB 10.6 does not read data that MariaDB 10.11 has written: the only way to downgrade"
                                + " is a restore.")
                .finds(RESTART, "statefulset-rolling-update", IMAGE, "mariadb:10.11", "mariadb:10.6")
                .andNothingElse();
    }

    @Test
    void the_version_of_postgresql_counts_in_an_image_whose_tag_begins_with_that_of_an_extension() {
        String from = "pgvector/pgvector:0.8.0-pg16";
        String to = "pgvector/pgvector:0.8.0-pg17";
        Triple.of(SET.replace("postgres:17.1", from), SET.replace("postgres:17.1", to))
                .finds(DATA_LOSS, "database-major-version", IMAGE, from, to)
                .finds(RESTART, "statefulset-rolling-update", IMAGE, from, to)
                .andNothingElse();
    }

    @Test
    void a_newer_extension_on_the_same_postgresql_keeps_the_data() {
        String from = "timescale/timescaledb:2.17.2-pg16";
        String to = "timescale/timescaledb:3.0.0-pg16";
        Triple.of(SET.replace("postgres:17.1", from), SET.replace("postgres:17.1", to))
                .finds(RESTART, "statefulset-rolling-update", IMAGE, from, to)
                .andNothingElse();
    }

    @Test
    void nothing_is_said_of_the_data_of_a_product_whose_upgrades_the_catalog_does_not_know() {
        Triple.of(
                        SET.replace("postgres:17.1", "apache/kafka:3.9.0"),
                        SET.replace("postgres:17.1", "apache/kafka:4.0.0"))
                .finds(RESTART, "statefulset-rolling-update", IMAGE, "apache/kafka:3.9.0", "apache/kafka:4.0.0")
                .andNothingElse();
    }

    @Test
    void another_mount_path_hides_the_data() {
        String path = "spec.template.spec.containers[postgres].volumeMounts[/data]";
        Triple.replacing(SET, "mountPath: /data", "mountPath: /var/lib/data")
                .finds(DATA_LOSS, "mount-path-moved", path + ".mountPath", "/data", "/var/lib/data")
                .finds(RESTART, "statefulset-rolling-update", path, "{mountPath: /data, name: data}", "null")
                .finds(
                        RESTART,
                        "statefulset-rolling-update",
                        "spec.template.spec.containers[postgres].volumeMounts[/var/lib/data]",
                        "null",
                        "{mountPath: /var/lib/data, name: data}")
                .andNothingElse();
    }

    @Test
    void another_PGDATA_hides_the_data() {
        String path = "spec.template.spec.containers[postgres].env[PGDATA].value";
        Triple.replacing(SET, "value: /data/pgdata", "value: /data/db")
                .finds(DATA_LOSS, "data-directory-moved", path, "/data/pgdata", "/data/db")
                .finds(RESTART, "statefulset-rolling-update", path, "/data/pgdata", "/data/db")
                .andNothingElse();
    }

    @Test
    void a_new_fsGroup_changes_the_group_of_every_file() {
        Triple.of(
                        SET,
                        SET.replace(
                                "    spec:\n      containers",
                                "    spec:\n      securityContext:\n        fsGroup: 999\n      containers"))
                .finds(RESTART, "fs-group-changed", "spec.template.spec.securityContext.fsGroup", "null", "999")
                .finds(
                        RESTART,
                        "statefulset-rolling-update",
                        "spec.template.spec.securityContext.fsGroup",
                        "null",
                        "999")
                .andNothingElse();
    }
}
