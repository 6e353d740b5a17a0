package dev.berth.rules.defaults;

import dev.berth.rules.Zero;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSetUpdateStrategy;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetSpec;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDaemonSet;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDeployment;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateStatefulSetStrategy;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetPersistentVolumeClaimRetentionPolicy;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSetUpdateStrategy;

/**
 * {@code SetDefaults_StatefulSet}, {@code _Deployment}, {@code _ReplicaSet} and {@code _DaemonSet} in {@code
 * pkg/apis/apps/v1/defaults.go}.
 */
public final class WorkloadDefaults {
    private static final int REVISIONS = 10;
    private static final int PROGRESS_SECONDS = 600;

    private WorkloadDefaults() {}

    /** The strategy, the counts, the claim templates and the pods of a StatefulSet. */
    public static void statefulSet(StatefulSet set) {
        if (set.getSpec() == null) {
            set.setSpec(new StatefulSetSpec());
        }
        StatefulSetSpec spec = set.getSpec();
        spec.setTemplate(PodDefaults.template(spec.getTemplate()));
        if (Zero.isEmpty(spec.getPodManagementPolicy())) {
            spec.setPodManagementPolicy("OrderedReady");
        }
        if (spec.getUpdateStrategy() == null) {
            spec.setUpdateStrategy(new StatefulSetUpdateStrategy());
        }
        strategy(spec.getUpdateStrategy());
        if (spec.getPersistentVolumeClaimRetentionPolicy() == null) {
            spec.setPersistentVolumeClaimRetentionPolicy(new StatefulSetPersistentVolumeClaimRetentionPolicy());
        }
        StatefulSetPersistentVolumeClaimRetentionPolicy retention = spec.getPersistentVolumeClaimRetentionPolicy();
        if (Zero.isEmpty(retention.getWhenDeleted())) {
            retention.setWhenDeleted("Retain");
        }
        if (Zero.isEmpty(retention.getWhenScaled())) {
            retention.setWhenScaled("Retain");
        }
        if (spec.getReplicas() == null) {
            spec.setReplicas(1);
        }
        if (spec.getRevisionHistoryLimit() == null) {
            spec.setRevisionHistoryLimit(REVISIONS);
        }
        for (PersistentVolumeClaim claim : Zero.list(spec.getVolumeClaimTemplates())) {
            if (claim.getSpec() == null) {
                claim.setSpec(new PersistentVolumeClaimSpec());
            }
            StorageDefaults.claimSpec(claim.getSpec());
            StorageDefaults.claimStatus(claim);
        }
    }

    /** {@code maxUnavailable} is dropped, because its feature gate MaxUnavailableStatefulSet is off. */
    private static void strategy(StatefulSetUpdateStrategy strategy) {
        if (Zero.isEmpty(strategy.getType())) {
            strategy.setType("RollingUpdate");
        }
        if (strategy.getType().equals("RollingUpdate")) {
            if (strategy.getRollingUpdate() == null) {
                strategy.setRollingUpdate(new RollingUpdateStatefulSetStrategy());
            }
            if (strategy.getRollingUpdate().getPartition() == null) {
                strategy.getRollingUpdate().setPartition(0);
            }
        }
        if (strategy.getRollingUpdate() != null) {
            strategy.getRollingUpdate().setMaxUnavailable(null);
        }
    }

    /** The strategy, the counts and the pods of a Deployment. */
    public static void deployment(Deployment deployment) {
        if (deployment.getSpec() == null) {
            deployment.setSpec(new DeploymentSpec());
        }
        DeploymentSpec spec = deployment.getSpec();
        spec.setTemplate(PodDefaults.template(spec.getTemplate()));
        if (spec.getReplicas() == null) {
            spec.setReplicas(1);
        }
        if (spec.getStrategy() == null) {
            spec.setStrategy(new DeploymentStrategy());
        }
        DeploymentStrategy strategy = spec.getStrategy();
        if (Zero.isEmpty(strategy.getType())) {
            strategy.setType("RollingUpdate");
        }
        if (strategy.getType().equals("RollingUpdate")) {
            if (strategy.getRollingUpdate() == null) {
                strategy.setRollingUpdate(new RollingUpdateDeployment());
            }
            RollingUpdateDeployment rolling = strategy.getRollingUpdate();
            if (rolling.getMaxUnavailable() == null) {
                rolling.setMaxUnavailable(new IntOrString("25%"));
            }
            if (rolling.getMaxSurge() == null) {
                rolling.setMaxSurge(new IntOrString("25%"));
            }
        }
        if (spec.getRevisionHistoryLimit() == null) {
            spec.setRevisionHistoryLimit(REVISIONS);
        }
        if (spec.getProgressDeadlineSeconds() == null) {
            spec.setProgressDeadlineSeconds(PROGRESS_SECONDS);
        }
    }

    /** The count and the pods of a ReplicaSet. */
    public static void replicaSet(ReplicaSet set) {
        if (set.getSpec() == null) {
            set.setSpec(new ReplicaSetSpec());
        }
        set.getSpec().setTemplate(PodDefaults.template(set.getSpec().getTemplate()));
        if (set.getSpec().getReplicas() == null) {
            set.getSpec().setReplicas(1);
        }
    }

    /** The strategy and the pods of a DaemonSet. */
    public static void daemonSet(DaemonSet daemonSet) {
        if (daemonSet.getSpec() == null) {
            daemonSet.setSpec(new DaemonSetSpec());
        }
        DaemonSetSpec spec = daemonSet.getSpec();
        spec.setTemplate(PodDefaults.template(spec.getTemplate()));
        if (spec.getUpdateStrategy() == null) {
            spec.setUpdateStrategy(new DaemonSetUpdateStrategy());
        }
        DaemonSetUpdateStrategy strategy = spec.getUpdateStrategy();
        if (Zero.isEmpty(strategy.getType())) {
            strategy.setType("RollingUpdate");
        }
        if (strategy.getType().equals("RollingUpdate")) {
            if (strategy.getRollingUpdate() == null) {
                strategy.setRollingUpdate(new RollingUpdateDaemonSet());
            }
            RollingUpdateDaemonSet rolling = strategy.getRollingUpdate();
            if (rolling.getMaxUnavailable() == null) {
                rolling.setMaxUnavailable(new IntOrString(1));
            }
            if (rolling.getMaxSurge() == null) {
                rolling.setMaxSurge(new IntOrString(0));
            }
        }
        if (spec.getRevisionHistoryLimit() == null) {
            spec.setRevisionHistoryLimit(REVISIONS);
        }
    }
}
