package dev.berth.workload;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** The pods of a workload as a fabric8 model. */
final class PodModel {

    private PodModel() {}

    static PodSpec spec(Workload workload) {
        PodSpecBuilder spec = new PodSpecBuilder()
                .withPriorityClassName(
                        workload.priorityClass().map(PriorityClassSource::name).orElse(null))
                .withRuntimeClassName(
                        workload.runtimeClass().map(RuntimeClassSource::name).orElse(null))
                .withRestartPolicy(workload.podRestartPolicy().orElse(null))
                .withEnableServiceLinks(workload.enableServiceLinks().orElse(null))
                .withShareProcessNamespace(workload.shareProcessNamespace().orElse(null))
                .withServiceAccountName(workload.serviceAccount()
                        .map(ServiceAccountSource::name)
                        .orElse(null))
                .withAutomountServiceAccountToken(
                        workload.automountServiceAccountToken().orElse(null))
                .withSecurityContext(workload.securityContext()
                        .map(PodSecurityContext::toModel)
                        .orElse(null))
                .withTerminationGracePeriodSeconds(workload.terminationGracePeriod()
                        .map(Duration::getSeconds)
                        .orElse(null))
                .withNodeSelector(workload.nodeSelector().isEmpty() ? null : workload.nodeSelector())
                .withTolerations(
                        workload.tolerations().stream().map(Toleration::toModel).toList())
                .withAffinity(workload.affinity()
                        .map(affinity -> affinity.toModel(workload.selector()))
                        .orElse(null))
                .withTopologySpreadConstraints(workload.topologySpreadConstraints().stream()
                        .map(spread -> spread.toModel(workload.selector()))
                        .toList())
                .withImagePullSecrets(workload.imagePullSecrets().stream()
                        .map(secret -> new LocalObjectReference(secret.name()))
                        .toList())
                .withInitContainers(workload.initContainers().stream()
                        .map(init -> ((ContainerFields) init).toModel())
                        .toList())
                .withContainers(workload.allContainers().map(Container::toModel).toList())
                .withVolumes(workload.allVolumes().stream().map(Volume::toModel).toList());
        return Objects.requireNonNull(
                        workload.customizePod().orElse(UnaryOperator.identity()).apply(spec))
                .build();
    }

    static PodTemplateSpec template(Workload workload) {
        Map<String, String> annotations = RestartTriggers.annotations(workload);
        return new PodTemplateSpecBuilder()
                .withNewMetadata()
                .withLabels(workload.allPodLabels())
                .withAnnotations(annotations.isEmpty() ? null : annotations)
                .endMetadata()
                .withSpec(spec(workload))
                .build();
    }

    static LabelSelector selector(Workload workload) {
        return new LabelSelectorBuilder().withMatchLabels(workload.selector()).build();
    }
}
