package dev.berth.rules.server;

import dev.berth.rules.ClusterFacts;
import dev.berth.rules.Findings;
import dev.berth.rules.config.ConfigMapRules;
import dev.berth.rules.config.NamespaceRules;
import dev.berth.rules.config.SecretRules;
import dev.berth.rules.network.NetworkPolicyRules;
import dev.berth.rules.network.ServiceRules;
import dev.berth.rules.pod.PodRules;
import dev.berth.rules.volume.ClaimRules;
import dev.berth.rules.volume.StorageClassRules;
import dev.berth.rules.volume.VolumeRules;
import dev.berth.rules.workload.CronJobRules;
import dev.berth.rules.workload.DaemonSetRules;
import dev.berth.rules.workload.DeploymentRules;
import dev.berth.rules.workload.DisruptionBudgetRules;
import dev.berth.rules.workload.JobRules;
import dev.berth.rules.workload.StatefulSetRules;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.storage.StorageClass;

/** Which rules a kind has. */
final class KindRules {
    private KindRules() {}

    /** Holds an object with its defaults against the rules of its kind. */
    static void check(HasMetadata model, ClusterFacts facts, Findings findings) {
        if (model instanceof ConfigMap config) {
            ConfigMapRules.check(config, findings);
        } else if (model instanceof Secret secret) {
            SecretRules.check(secret, findings);
        } else if (model instanceof ServiceAccount account) {
            NamespaceRules.checkServiceAccount(account, findings);
        } else if (model instanceof Namespace namespace) {
            NamespaceRules.check(namespace, findings);
        } else if (model instanceof PersistentVolume volume) {
            VolumeRules.check(volume, findings);
        } else if (model instanceof PersistentVolumeClaim claim) {
            ClaimRules.check(claim, findings);
        } else if (model instanceof Pod pod) {
            PodRules.check(pod, facts, findings);
        } else if (model instanceof StatefulSet set) {
            StatefulSetRules.check(set, facts, findings);
        } else if (model instanceof Deployment deployment) {
            DeploymentRules.check(deployment, facts, findings);
        } else if (model instanceof DaemonSet daemonSet) {
            DaemonSetRules.check(daemonSet, facts, findings);
        } else if (model instanceof Job job) {
            JobRules.check(job, facts, findings);
        } else if (model instanceof CronJob cronJob) {
            CronJobRules.check(cronJob, facts, findings);
        } else if (model instanceof Service service) {
            ServiceRules.check(service, facts, findings);
        } else if (model instanceof NetworkPolicy policy) {
            NetworkPolicyRules.check(policy, findings);
        } else if (model instanceof PodDisruptionBudget budget) {
            DisruptionBudgetRules.check(budget, findings);
        } else if (model instanceof StorageClass storageClass) {
            StorageClassRules.check(storageClass, findings);
        }
    }
}
