package dev.berth.workload;

import io.fabric8.kubernetes.api.model.apps.StatefulSetPersistentVolumeClaimRetentionPolicy;
import io.fabric8.kubernetes.api.model.apps.StatefulSetPersistentVolumeClaimRetentionPolicyBuilder;

/**
 * What becomes of the claims, and so of the data, when a StatefulSet is deleted or scaled down. Beta in Kubernetes 1.27,
 * stable in 1.32.
 *
 * @param whenDeleted what becomes of them when the set is deleted
 * @param whenScaled what becomes of the claims of pods that scaling down removes
 */
public record ClaimRetention(Policy whenDeleted, Policy whenScaled) {

    /** What becomes of a claim. */
    public enum Policy {
        /** It stays, and so does its volume. */
        RETAIN("Retain"),
        /** It is deleted, and its volume as the reclaim policy says: mostly with all data. */
        DELETE("Delete");

        private final String value;

        Policy(String value) {
            this.value = value;
        }
    }

    /** Says the first half; {@link WhenDeleted#whenScaled} says the other. */
    public static WhenDeleted whenDeleted(Policy policy) {
        return new WhenDeleted(policy);
    }

    /** A retention of which only half is said. */
    public static final class WhenDeleted {
        private final Policy policy;

        private WhenDeleted(Policy policy) {
            this.policy = policy;
        }

        /** Says what becomes of the claims of pods that scaling down removes. */
        public ClaimRetention whenScaled(Policy scaled) {
            return new ClaimRetention(policy, scaled);
        }
    }

    StatefulSetPersistentVolumeClaimRetentionPolicy toModel() {
        return new StatefulSetPersistentVolumeClaimRetentionPolicyBuilder()
                .withWhenDeleted(whenDeleted.value)
                .withWhenScaled(whenScaled.value)
                .build();
    }
}
