package dev.berth.yaml;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which people write the fields of an object: its name, what it is, what it does, what watches it.
 *
 * <p>Fields that the list of a type does not name follow in alphabetical order; {@code status} comes last.
 */
final class KeyOrder {

    private static final String HEAD =
            "apiVersion kind metadata name generateName namespace type key operator value values valueFrom spec";

    private static final String PROBES = "startupProbe livenessProbe readinessProbe";

    private static final String CONTAINER = "name image imagePullPolicy restartPolicy restartPolicyRules command args"
            + " workingDir ports envFrom env resources resizePolicy " + PROBES
            + " lifecycle stdin stdinOnce tty terminationMessagePath terminationMessagePolicy securityContext volumeMounts"
            + " volumeDevices";

    private static final String BINDING = "apiVersion kind metadata roleRef subjects";

    private static final String SELECT_AND_MATCH = "matchLabels matchExpressions";

    /** The fields of a type in order, by the simple name of its model class. */
    private static final Map<String, String> BY_TYPE = Map.ofEntries(
            Map.entry("ObjectMeta", "name generateName namespace labels annotations finalizers ownerReferences"),
            Map.entry("ConfigMap", "apiVersion kind metadata immutable data binaryData"),
            Map.entry("Secret", "apiVersion kind metadata immutable type data stringData"),
            Map.entry(
                    "StorageClass",
                    "apiVersion kind metadata provisioner parameters reclaimPolicy allowVolumeExpansion volumeBindingMode"
                            + " allowedTopologies mountOptions"),
            Map.entry(
                    "StatefulSetSpec",
                    "serviceName replicas minReadySeconds revisionHistoryLimit ordinals podManagementPolicy updateStrategy"
                            + " persistentVolumeClaimRetentionPolicy selector template volumeClaimTemplates"),
            Map.entry("StatefulSetPersistentVolumeClaimRetentionPolicy", "whenDeleted whenScaled"),
            Map.entry(
                    "DeploymentSpec",
                    "replicas paused minReadySeconds progressDeadlineSeconds revisionHistoryLimit strategy selector"
                            + " template"),
            Map.entry("DaemonSetSpec", "minReadySeconds revisionHistoryLimit updateStrategy selector template"),
            Map.entry("ReplicaSetSpec", "replicas minReadySeconds selector template"),
            Map.entry(
                    "CronJobSpec",
                    "schedule timeZone suspend concurrencyPolicy startingDeadlineSeconds successfulJobsHistoryLimit"
                            + " failedJobsHistoryLimit jobTemplate"),
            Map.entry(
                    "JobSpec",
                    "completions parallelism completionMode backoffLimit backoffLimitPerIndex activeDeadlineSeconds"
                            + " ttlSecondsAfterFinished suspend podFailurePolicy successPolicy selector template"),
            Map.entry(
                    "PodSpec",
                    "serviceAccountName automountServiceAccountToken hostname subdomain priorityClassName runtimeClassName"
                            + " schedulerName nodeName nodeSelector affinity tolerations topologySpreadConstraints"
                            + " restartPolicy terminationGracePeriodSeconds activeDeadlineSeconds hostNetwork hostPID"
                            + " hostIPC dnsPolicy dnsConfig hostAliases imagePullSecrets securityContext initContainers"
                            + " containers ephemeralContainers volumes"),
            Map.entry("Container", CONTAINER),
            Map.entry("EphemeralContainer", CONTAINER),
            Map.entry("ContainerPort", "name containerPort protocol hostIP hostPort"),
            Map.entry(
                    "Probe",
                    "exec httpGet tcpSocket grpc initialDelaySeconds periodSeconds timeoutSeconds successThreshold"
                            + " failureThreshold terminationGracePeriodSeconds"),
            Map.entry("HTTPGetAction", "scheme host path port httpHeaders"),
            Map.entry("TCPSocketAction", "host port"),
            Map.entry("GRPCAction", "port service"),
            Map.entry("PodDNSConfig", "nameservers searches options"),
            Map.entry("HostAlias", "ip hostnames"),
            Map.entry("ResourceFieldSelector", "containerName resource divisor"),
            Map.entry("Lifecycle", "postStart preStop stopSignal"),
            Map.entry("ResourceRequirements", "requests limits claims"),
            Map.entry("VolumeResourceRequirements", "requests limits"),
            Map.entry("VolumeMount", "name mountPath subPath subPathExpr readOnly recursiveReadOnly mountPropagation"),
            Map.entry(
                    "SecurityContext",
                    "runAsUser runAsGroup runAsNonRoot privileged allowPrivilegeEscalation readOnlyRootFilesystem"
                            + " capabilities seccompProfile"),
            Map.entry(
                    "PodSecurityContext",
                    "runAsUser runAsGroup runAsNonRoot fsGroup fsGroupChangePolicy supplementalGroups"
                            + " supplementalGroupsPolicy seccompProfile"),
            Map.entry("Capabilities", "drop add"),
            Map.entry("KeyToPath", "key path mode"),
            Map.entry("ConfigMapVolumeSource", "name optional defaultMode items"),
            Map.entry("SecretVolumeSource", "secretName optional defaultMode items"),
            Map.entry("ProjectedVolumeSource", "defaultMode sources"),
            Map.entry("DownwardAPIVolumeSource", "defaultMode items"),
            Map.entry("DownwardAPIVolumeFile", "path mode fieldRef resourceFieldRef"),
            Map.entry("ServiceAccountTokenProjection", "path audience expirationSeconds"),
            Map.entry("EmptyDirVolumeSource", "medium sizeLimit"),
            Map.entry("HostPathVolumeSource", "path type"),
            Map.entry("CSIPersistentVolumeSource", "driver volumeHandle fsType readOnly volumeAttributes"),
            Map.entry("PersistentVolumeClaimVolumeSource", "claimName readOnly"),
            Map.entry(
                    "PersistentVolumeClaimSpec",
                    "accessModes storageClassName volumeMode volumeName resources selector dataSource dataSourceRef"),
            Map.entry(
                    "PersistentVolumeSpec",
                    "capacity accessModes storageClassName volumeMode persistentVolumeReclaimPolicy claimRef mountOptions"
                            + " nodeAffinity"),
            Map.entry(
                    "ServiceSpec",
                    "type clusterIP clusterIPs ipFamilyPolicy ipFamilies externalName externalTrafficPolicy"
                            + " internalTrafficPolicy healthCheckNodePort loadBalancerClass loadBalancerIP"
                            + " loadBalancerSourceRanges allocateLoadBalancerNodePorts publishNotReadyAddresses"
                            + " sessionAffinity sessionAffinityConfig selector ports"),
            Map.entry("ServicePort", "name protocol appProtocol port targetPort nodePort"),
            Map.entry("LabelSelector", SELECT_AND_MATCH),
            Map.entry("TopologySelectorLabelRequirement", "key values"),
            Map.entry("NodeSelectorTerm", "matchExpressions matchFields"),
            Map.entry("Toleration", "key operator value effect tolerationSeconds"),
            Map.entry("Affinity", "nodeAffinity podAffinity podAntiAffinity"),
            Map.entry("WeightedPodAffinityTerm", "weight podAffinityTerm"),
            Map.entry("PreferredSchedulingTerm", "weight preference"),
            Map.entry("PodAffinityTerm", "topologyKey labelSelector namespaceSelector namespaces"),
            Map.entry("TopologySpreadConstraint", "maxSkew topologyKey whenUnsatisfiable minDomains labelSelector"),
            Map.entry("PodDisruptionBudgetSpec", "minAvailable maxUnavailable unhealthyPodEvictionPolicy selector"),
            Map.entry("NetworkPolicySpec", "podSelector policyTypes ingress egress"),
            Map.entry("NetworkPolicyIngressRule", "from ports"),
            Map.entry("NetworkPolicyEgressRule", "to ports"),
            Map.entry("NetworkPolicyPeer", "podSelector namespaceSelector ipBlock"),
            Map.entry("NetworkPolicyPort", "protocol port endPort"),
            Map.entry("IPBlock", "cidr except"),
            Map.entry("IngressSpec", "ingressClassName defaultBackend tls rules"),
            Map.entry("HTTPIngressPath", "path pathType backend"),
            Map.entry("EndpointSlice", "apiVersion kind metadata addressType ports endpoints"),
            Map.entry(
                    "HorizontalPodAutoscalerSpec",
                    "scaleTargetRef minReplicas maxReplicas targetCPUUtilizationPercentage metrics behavior"),
            Map.entry("HorizontalPodAutoscalerBehavior", "scaleUp scaleDown"),
            Map.entry("HPAScalingRules", "stabilizationWindowSeconds selectPolicy policies"),
            Map.entry("ClusterRole", "apiVersion kind metadata aggregationRule rules"),
            Map.entry("ClusterRoleBinding", BINDING),
            Map.entry("RoleBinding", BINDING),
            Map.entry("PolicyRule", "apiGroups resources resourceNames nonResourceURLs verbs"),
            Map.entry("RoleRef", "apiGroup kind name"),
            Map.entry("Subject", "apiGroup kind name namespace"),
            Map.entry("PriorityClass", "apiVersion kind metadata value globalDefault preemptionPolicy description"),
            Map.entry("Scheduling", "nodeSelector tolerations"),
            Map.entry("ScopedResourceSelectorRequirement", "scopeName operator values"),
            Map.entry("ResourceQuotaSpec", "scopes scopeSelector hard"),
            Map.entry("LimitRangeItem", "type min max default defaultRequest maxLimitRequestRatio"));

    /** The order of fields for untyped objects and for types without their own list. */
    static final Comparator<String> GENERAL = of(HEAD);

    private KeyOrder() {}

    /** Returns the order of fields for a model type. */
    static Comparator<String> of(Class<?> type) {
        String fields = BY_TYPE.get(type.getSimpleName());
        return fields == null ? GENERAL : of(fields);
    }

    private static Comparator<String> of(String fields) {
        Map<String, Integer> ranks = new HashMap<>();
        for (String field : List.of(fields.split(" "))) {
            ranks.put(field, ranks.size());
        }
        int unknown = ranks.size();
        ranks.put("status", unknown + 1);
        return Comparator.<String>comparingInt(field -> ranks.getOrDefault(field, unknown))
                .thenComparing(Comparator.naturalOrder());
    }
}
