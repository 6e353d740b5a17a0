package dev.berth.rules.kind;

import static dev.berth.rules.kind.Scope.CLUSTER;
import static dev.berth.rules.kind.Scope.NAMESPACED;

import dev.berth.finding.Rule;
import dev.berth.rules.autoscaler.AutoscalerDefaults;
import dev.berth.rules.autoscaler.AutoscalerRules;
import dev.berth.rules.config.ConfigMapRules;
import dev.berth.rules.config.NamespaceRules;
import dev.berth.rules.config.SecretRules;
import dev.berth.rules.defaults.ConfigDefaults;
import dev.berth.rules.defaults.JobDefaults;
import dev.berth.rules.defaults.LimitRangeDefaults;
import dev.berth.rules.defaults.PodDefaults;
import dev.berth.rules.defaults.ServiceDefaults;
import dev.berth.rules.defaults.StorageDefaults;
import dev.berth.rules.defaults.WorkloadDefaults;
import dev.berth.rules.network.EndpointSliceRules;
import dev.berth.rules.network.IngressRules;
import dev.berth.rules.network.NetworkPolicyRules;
import dev.berth.rules.network.ServiceRules;
import dev.berth.rules.pod.PodRules;
import dev.berth.rules.quota.LimitRangeItemRules;
import dev.berth.rules.quota.ResourceQuotaRules;
import dev.berth.rules.update.ConfigMapUpdate;
import dev.berth.rules.update.ImmutableFields;
import dev.berth.rules.update.JobUpdate;
import dev.berth.rules.update.PersistentVolumeClaimUpdate;
import dev.berth.rules.update.PersistentVolumeUpdate;
import dev.berth.rules.update.PodUpdate;
import dev.berth.rules.update.ResourceQuotaUpdate;
import dev.berth.rules.update.SecretUpdate;
import dev.berth.rules.update.ServiceUpdate;
import dev.berth.rules.update.StatefulSetUpdate;
import dev.berth.rules.volume.ClaimRules;
import dev.berth.rules.volume.StorageClassRules;
import dev.berth.rules.volume.VolumeRules;
import dev.berth.rules.workload.CronJobRules;
import dev.berth.rules.workload.DaemonSetRules;
import dev.berth.rules.workload.DeploymentRules;
import dev.berth.rules.workload.DisruptionBudgetRules;
import dev.berth.rules.workload.JobRules;
import dev.berth.rules.workload.ReplicaSetRules;
import dev.berth.rules.workload.StatefulSetRules;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.List;
import java.util.function.Supplier;

/** The kinds that are judged: a row for each, in the order of their groups. */
final class JudgedKinds {
    static final String NO_DEFAULTS = "the server sets none";
    static final String CREATE_RULES_AGAIN = "on an update, the server repeats the create rules and adds none";
    static final String GENERAL_ORDER = "the general order of keys fits";
    private static final String APPS = "pkg/apis/apps/validation/validation.go";

    static final List<Kind> ROWS = List.of(
            row("v1", "ConfigMap", NAMESPACED, () -> KindRow.of(ConfigMap.class)
                    .withoutDefaults(NO_DEFAULTS)
                    .create(ConfigMapRules::check)
                    .update(new ConfigMapUpdate())
                    .keyOrder("ConfigMap")
                    .withoutPods()),
            row("v1", "LimitRange", NAMESPACED, () -> KindRow.of(LimitRange.class)
                    .defaults(LimitRangeDefaults::newLimitRange, LimitRangeDefaults::limitRange)
                    .create(LimitRangeItemRules::check)
                    .withoutUpdateRules(CREATE_RULES_AGAIN)
                    .withoutKeyOrder(GENERAL_ORDER)
                    .withoutPods()),
            row("v1", "Namespace", CLUSTER, () -> KindRow.of(Namespace.class)
                    .defaults(ConfigDefaults::namespace)
                    .create(NamespaceRules::check)
                    .withoutUpdateRules("the server guards only the finalizers, which no manifest states")
                    .withoutKeyOrder(GENERAL_ORDER)
                    .withoutPods()),
            row("v1", "PersistentVolume", CLUSTER, () -> KindRow.of(PersistentVolume.class)
                    .defaults(StorageDefaults::volume)
                    .create(VolumeRules::check)
                    .update(new PersistentVolumeUpdate())
                    .keyOrder("PersistentVolumeSpec")
                    .withoutPods()),
            row("v1", "PersistentVolumeClaim", NAMESPACED, () -> KindRow.of(PersistentVolumeClaim.class)
                    .defaults(StorageDefaults::claim, StorageDefaults::claimAgain)
                    .create(ClaimRules::check)
                    .update(new PersistentVolumeClaimUpdate())
                    .keyOrder("PersistentVolumeClaimSpec")
                    .withoutPods()),
            row("v1", "Pod", NAMESPACED, () -> KindRow.of(Pod.class)
                    .defaults(PodDefaults::pod, PodDefaults::again)
                    .create(PodRules::check)
                    .update(new PodUpdate())
                    .keyOrder("PodSpec")
                    .pods("")),
            row("v1", "ResourceQuota", NAMESPACED, () -> KindRow.of(ResourceQuota.class)
                    .withoutDefaults(NO_DEFAULTS)
                    .create(ResourceQuotaRules::check)
                    .update(new ResourceQuotaUpdate())
                    .keyOrder("ResourceQuotaSpec")
                    .withoutPods()),
            row("v1", "Secret", NAMESPACED, () -> KindRow.of(Secret.class)
                    .defaults(ConfigDefaults::secret)
                    .create(SecretRules::check)
                    .update(new SecretUpdate())
                    .keyOrder("Secret")
                    .withoutPods()),
            row("v1", "Service", NAMESPACED, () -> KindRow.of(Service.class)
                    .defaults(ServiceDefaults::service)
                    .create(ServiceRules::check)
                    .update(new ServiceUpdate())
                    .keyOrder("ServiceSpec")
                    .withoutPods()),
            row("v1", "ServiceAccount", NAMESPACED, () -> KindRow.of(ServiceAccount.class)
                    .withoutDefaults(NO_DEFAULTS)
                    .create(NamespaceRules::checkServiceAccount)
                    .withoutUpdateRules(CREATE_RULES_AGAIN)
                    .withoutKeyOrder(GENERAL_ORDER)
                    .withoutPods()),
            row("apps/v1", "DaemonSet", NAMESPACED, () -> KindRow.of(DaemonSet.class)
                    .defaults(WorkloadDefaults::daemonSet)
                    .create(DaemonSetRules::check)
                    .update(workloadSelector())
                    .keyOrder("DaemonSetSpec")
                    .pods("spec.template")),
            row("apps/v1", "Deployment", NAMESPACED, () -> KindRow.of(Deployment.class)
                    .defaults(WorkloadDefaults::deployment)
                    .create(DeploymentRules::check)
                    .update(workloadSelector())
                    .keyOrder("DeploymentSpec")
                    .pods("spec.template")),
            row("apps/v1", "ReplicaSet", NAMESPACED, () -> KindRow.of(ReplicaSet.class)
                    .defaults(WorkloadDefaults::replicaSet)
                    .create(ReplicaSetRules::check)
                    .update(workloadSelector())
                    .keyOrder("ReplicaSetSpec")
                    .pods("spec.template")),
            row("apps/v1", "StatefulSet", NAMESPACED, () -> KindRow.of(StatefulSet.class)
                    .defaults(WorkloadDefaults::statefulSet)
                    .create(StatefulSetRules::check)
                    .update(new StatefulSetUpdate())
                    .keyOrder("StatefulSetSpec")
                    .pods("spec.template")),
            row("autoscaling/v2", "HorizontalPodAutoscaler", NAMESPACED, () -> KindRow.of(HorizontalPodAutoscaler.class)
                    .defaults(AutoscalerDefaults::second)
                    .create(AutoscalerRules::check)
                    .withoutUpdateRules(CREATE_RULES_AGAIN)
                    .keyOrder("HorizontalPodAutoscalerSpec")
                    .withoutPods()),
            row("autoscaling/v1", "HorizontalPodAutoscaler", NAMESPACED, () -> KindRow.of(
                            io.fabric8.kubernetes.api.model.autoscaling.v1.HorizontalPodAutoscaler.class)
                    .defaults(AutoscalerDefaults::first)
                    .create(AutoscalerRules::check)
                    .withoutUpdateRules(CREATE_RULES_AGAIN)
                    .keyOrder("HorizontalPodAutoscalerSpec")
                    .withoutPods()),
            row("batch/v1", "CronJob", NAMESPACED, () -> KindRow.of(CronJob.class)
                    .defaults(JobDefaults::cronJob)
                    .create(CronJobRules::check)
                    .withoutUpdateRules(CREATE_RULES_AGAIN)
                    .keyOrder("CronJobSpec")
                    .pods("spec.jobTemplate.spec.template")),
            row("batch/v1", "Job", NAMESPACED, () -> KindRow.of(Job.class)
                    .defaults(JobDefaults::job)
                    .create(JobRules::check)
                    .update(new JobUpdate())
                    .keyOrder("JobSpec")
                    .pods("spec.template")),
            row("discovery.k8s.io/v1", "EndpointSlice", NAMESPACED, () -> KindRow.of(EndpointSlice.class)
                    .defaults(EndpointSliceRules::fillIn)
                    .create(EndpointSliceRules::check)
                    .update(ImmutableFields.of(
                            new Rule(
                                    "endpointslice-address-type",
                                    "ValidateEndpointSliceUpdate",
                                    "pkg/apis/discovery/validation/validation.go"),
                            "addressType"))
                    .keyOrder("EndpointSlice")
                    .withoutPods()),
            row("networking.k8s.io/v1", "Ingress", NAMESPACED, () -> KindRow.of(Ingress.class)
                    .withoutDefaults(NO_DEFAULTS)
                    .create(IngressRules::check, IngressRules::checkAgain)
                    .withoutUpdateRules(CREATE_RULES_AGAIN)
                    .keyOrder("IngressSpec")
                    .withoutPods()),
            row("networking.k8s.io/v1", "NetworkPolicy", NAMESPACED, () -> KindRow.of(NetworkPolicy.class)
                    .defaults(ServiceDefaults::networkPolicy)
                    .create(NetworkPolicyRules::check)
                    .withoutUpdateRules(CREATE_RULES_AGAIN)
                    .keyOrder("NetworkPolicySpec")
                    .withoutPods()),
            row("policy/v1", "PodDisruptionBudget", NAMESPACED, () -> KindRow.of(PodDisruptionBudget.class)
                    .withoutDefaults(NO_DEFAULTS)
                    .create(DisruptionBudgetRules::check)
                    .withoutUpdateRules(CREATE_RULES_AGAIN)
                    .keyOrder("PodDisruptionBudgetSpec")
                    .withoutPods()),
            row("storage.k8s.io/v1", "StorageClass", CLUSTER, () -> KindRow.of(StorageClass.class)
                    .defaults(StorageDefaults::storageClass)
                    .create(StorageClassRules::check)
                    .update(ImmutableFields.of(
                            new Rule(
                                    "storageclass-immutable",
                                    "ValidateStorageClassUpdate",
                                    "pkg/apis/storage/validation/validation.go"),
                            "parameters",
                            "provisioner",
                            "reclaimPolicy",
                            "volumeBindingMode"))
                    .keyOrder("StorageClass")
                    .withoutPods()));

    private JudgedKinds() {}

    static Kind row(String apiVersion, String name, Scope scope, Supplier<KindRow<?>> row) {
        return new Kind(apiVersion, name, scope, row);
    }

    static ImmutableFields workloadSelector() {
        return ImmutableFields.of(new Rule("workload-selector", "ValidateDeploymentUpdate", APPS), "spec.selector");
    }
}
