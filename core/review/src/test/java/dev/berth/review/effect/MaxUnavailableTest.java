package dev.berth.review.effect;

import static dev.berth.finding.Effect.RESTART;

import dev.berth.cluster.KubernetesVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many pods a StatefulSet replaces at the same time. */
class MaxUnavailableTest {

    private static final String IMAGE = "spec.template.spec.containers[postgres].image";

    @Test
    void a_version_with_the_feature_replaces_that_many_pods_at_a_time() {
        rollout("2", "1.37")
                .saying(
                        "statefulset-rolling-update",
                        "3 pods are replaced up to 2 at a time, because maxUnavailable is 2, in the order db-2, db-1 and"
                                + " db-0; each pod is deleted before its successor starts, and the next one waits"
                                + " until fewer than 2 pods are unavailable.")
                .andNothingElse();
    }

    @Test
    void a_version_with_the_feature_can_replace_all_pods_at_once() {
        rollout("100%", "1.37")
                .saying(
                        "statefulset-rolling-update",
                        "All 3 pods are deleted at once, because maxUnavailable is 100%, and then recreated: the"
                                + " service is down until a new one is Ready.")
                .andNothingElse();
    }

    @ParameterizedTest
    @CsvSource({"2, 1.36", "2, 1.35.4", "100%, 1.34", "1, 1.37", "50%, 1.37", "10%, 1.37"})
    void a_version_without_the_feature_and_a_limit_of_one_pod_replace_one_pod_at_a_time(String limit, String version) {
        rollout(limit, version)
                .saying(
                        "statefulset-rolling-update",
                        "3 pods are replaced one at a time, in the order db-2, db-1 and db-0; each pod is deleted"
                                + " before its successor starts, and the next one waits until that is Ready.")
                .andNothingElse();
    }

    @Test
    void a_patch_release_that_had_the_feature_replaces_that_many_pods_at_a_time() {
        rollout("2", "1.35.3")
                .saying(
                        "statefulset-rolling-update",
                        "3 pods are replaced up to 2 at a time, because maxUnavailable is 2, in the order db-2, db-1 and"
                                + " db-0; each pod is deleted before its successor starts, and the next one waits"
                                + " until fewer than 2 pods are unavailable.")
                .andNothingElse();
    }

    @Test
    void a_lower_partition_frees_that_many_pods_at_a_time() {
        String set = set("2").replace("rollingUpdate: {", "rollingUpdate: {partition: 3, ");
        Triple.of(set, set.replace("partition: 3", "partition: 0"), KubernetesVersion.V1_37)
                .finds(
                        RESTART,
                        "statefulset-partition-lowered",
                        "spec.updateStrategy.rollingUpdate.partition",
                        "3",
                        "0")
                .saying(
                        "statefulset-partition-lowered",
                        "The partition goes down from 3 to 0: db-2, db-1 and db-0 are replaced if they still run an"
                                + " older template, up to 2 at a time, because maxUnavailable is 2, from the highest"
                                + " ordinal down.")
                .andNothingElse();
    }

    private static Triple rollout(String limit, String version) {
        String set = set(limit);
        return Triple.of(set, set.replace("17.1", "17.2"), KubernetesVersion.of(version))
                .finds(RESTART, "statefulset-rolling-update", IMAGE, "postgres:17.1", "postgres:17.2");
    }

    private static String set(String limit) {
        return StatefulSetEffectsTest.SET.replace(
                "  replicas: 3\n",
                "  replicas: 3\n  updateStrategy: {rollingUpdate: {maxUnavailable: " + limit + "}}\n");
    }
}
