package dev.berth.workload;

import io.fabric8.kubernetes.api.model.apps.StatefulSetPersistentVolumeClaimRetentionPolicy;
import io.fabric8.kubernetes.api.model.apps.StatefulSetPersistentVolumeClaimRetentionPolicyBuilder;

/**
 * What happens to the claims, and so to the data, when a StatefulSet is deleted or scaled down. Beta in Kubernetes
 * 1.27, stable in 1.32.
 *
 * @param whenDeleted what happens to the claims when the set is deleted
 * @param whenScaled what happens to the claims of the pods that are deleted when the set is scaled down
 */
public record ClaimRetention(Policy whenDeleted, Policy whenScaled) {

    /** What happens to a claim. */
    public enum Policy {
        /** The claim and its volume are kept. */
        RETAIN("Retain"),
        /**
         * The claim is deleted. The reclaim policy decides about its volume, which is usually deleted with all data.
         */
        DELETE("Delete");

        private final String value;

        Policy(String value) {
            this.value = value;
        }
    }

    /** Sets what happens when the set is deleted; {@link WhenDeleted#whenScaled} sets the other half. */
    public static WhenDeleted whenDeleted(Policy policy) {
        return new WhenDeleted(policy);
    }

    /** A claim retention of which only half is set. */
    public static final class WhenDeleted {
        private final Policy policy;

        private WhenDeleted(Policy policy) {
            this.policy = policy;
        }

        /** Sets what happens to the claims of the pods that are deleted when the set is scaled down. */
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
