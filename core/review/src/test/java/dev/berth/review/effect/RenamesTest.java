package dev.berth.review.effect;

import static dev.berth.finding.Effect.CREATED;
import static dev.berth.finding.Effect.DATA_LOSS;
import static dev.berth.finding.Effect.DELETED;
import static dev.berth.finding.Effect.IN_PLACE;
import static dev.berth.finding.Effect.RESTART;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An object under another name, with another hash, or in another namespace is one change. */
class RenamesTest {
    private static final String CONFIG = """
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: NAME, namespace: shop}
            data: {LEVEL: info, MODE: fast}
            """;
    private static final String DEPLOYMENT = """
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: NAME, namespace: shop}
            spec:
              selector: {matchLabels: {app: orders}}
              template:
                metadata: {labels: {app: orders}}
                spec: {containers: [{name: server, image: 'example.com/orders:1'}]}
            """;

    @ParameterizedTest
    @CsvSource({
        "settings-5m2t7d8k6f, settings-9hb4cgm2tt",
        "settings, settings-9hb4cgm2tt",
        "settings-5m2t7d8k6f, settings",
        "settings-1a2b3c4, settings-5d6e7f8",
        "settings-v1, settings-v2",
        "settings, settings-v2",
    })
    void a_name_with_another_hash_or_suffix_is_one_change(String from, String to) {
        Triple.of(CONFIG.replace("NAME", from), CONFIG.replace("NAME", to).replace("info", "debug"))
                .finds(IN_PLACE, "renamed", "metadata.name", from, to)
                .saying(
                        "renamed",
                        "It replaces ConfigMap \"" + from + "\" in namespace \"shop\", which is deleted if the tree is"
                                + " applied with pruning, and stays in the cluster otherwise. Besides the name, one field"
                                + " changes: data[LEVEL].")
                .andNothingElse();
    }

    @ParameterizedTest
    @CsvSource({"settings-web, routes-web", "settings, other", "settings-v1, settings-v2"})
    void objects_with_other_names_or_other_contents_are_two_changes(String from, String to) {
        Triple.of(
                        CONFIG.replace("NAME", from),
                        CONFIG.replace("NAME", to).replace("LEVEL", "A").replace("MODE", "B"))
                .finds(CREATED, "created", "", "null", "null")
                .finds(DELETED, "deleted", "", "null", "null")
                .andNothingElse();
    }

    @Test
    void each_object_has_one_successor() {
        String before = CONFIG.replace("NAME", "settings-v1");
        String after = CONFIG.replace("NAME", "settings-v2") + CONFIG.replace("NAME", "settings-v3");
        Triple.of(before, after)
                .finds(IN_PLACE, "renamed", "metadata.name", "settings-v1", "settings-v2")
                .finds(CREATED, "created", "", "null", "null")
                .andNothingElse();
    }

    @Test
    void the_pods_of_a_renamed_Deployment_are_new() {
        Triple.of(DEPLOYMENT.replace("NAME", "orders-blue"), DEPLOYMENT.replace("NAME", "orders-green"))
                .finds(RESTART, "renamed", "metadata.name", "orders-blue", "orders-green")
                .saying(
                        "renamed",
                        "It replaces Deployment \"orders-blue\" in namespace \"shop\", which is deleted if the tree is"
                                + " applied with pruning, and stays in the cluster otherwise. New pods start, and nothing"
                                + " waits for them before the old ones are deleted. Its contents are the same.")
                .andNothingElse();
    }

    @Test
    void an_object_that_moves_to_another_namespace_is_one_change() {
        String config = CONFIG.replace("NAME", "settings");
        Triple.of(config, config.replace("namespace: shop", "namespace: store"))
                .finds(IN_PLACE, "renamed", "metadata.namespace", "shop", "store")
                .andNothingElse();
    }

    @Test
    void a_renamed_object_that_loses_data_is_two_changes() {
        String claim = """
                ---
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: NAME, namespace: shop}
                spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 8Gi}}}
                """;
        Triple.of(claim.replace("NAME", "orders-v1"), claim.replace("NAME", "orders-v2"))
                .finds(DATA_LOSS, "claim-gone", "", "null", "null")
                .finds(CREATED, "created", "", "null", "null")
                .andNothingElse();
    }
}
