package dev.berth.rules.pod;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.ClusterFacts;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Ascii;
import dev.berth.rules.format.Format;
import dev.berth.rules.meta.LabelRules;
import dev.berth.rules.volume.PodVolumeRules;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of a pod spec, in a Pod and in a template: {@code ValidatePodSpec}. */
final class PodSpecRules {
    private static final List<String> RESTART_POLICIES = List.of("Always", "Never", "OnFailure");
    private static final List<String> PREEMPTION_POLICIES = List.of("Never", "PreemptLowerPriority");
    private static final int LONGEST_HOSTNAME = 64;

    private static final Rule RESTART_POLICY = Rule.core("restart-policy", "validateRestartPolicy");
    private static final Rule HOST_PORT = Rule.core("host-port-of-host-network", "validatePodHostNetworkDeps");
    private static final Rule SERVICE_ACCOUNT = Rule.core("service-account-name", "ValidatePodSpec");
    private static final Rule NODE_NAME = Rule.core("node-name", "ValidatePodSpec");
    private static final Rule DEADLINE = Rule.core("active-deadline", "ValidatePodSpec");
    private static final Rule HOSTNAME = Rule.core("hostname", "ValidatePodSpec");
    private static final Rule HOSTNAME_OVERRIDE = Rule.core("hostname-override", "ValidatePodSpec");
    private static final Rule PRIORITY_CLASS = Rule.core("priority-class-name", "ValidatePodSpec");
    private static final Rule RUNTIME_CLASS = Rule.core("runtime-class-name", "ValidateRuntimeClassName");
    private static final Rule PREEMPTION = Rule.core("preemption-policy", "ValidatePreemptionPolicy");

    private final PodSpec spec;
    private final @Nullable String podName;
    private final boolean ofPod;
    private final ClusterFacts facts;
    private final Findings findings;

    /** {@code podName} is null in a template. */
    PodSpecRules(PodSpec spec, boolean ofPod, @Nullable String podName, ClusterFacts facts, Findings findings) {
        this.spec = spec;
        this.podName = podName;
        this.ofPod = ofPod;
        this.facts = facts;
        this.findings = findings;
    }

    void check(FieldPath path) {
        Map<String, Volume> volumes =
                new PodVolumeRules(podName, findings).check(spec.getVolumes(), path.child("volumes"));
        Set<String> claims =
                SchedulingRules.resourceClaims(spec.getResourceClaims(), path.child("resourceClaims"), findings);
        ResourceRules resources = new ResourceRules(claims, findings);
        SecurityRules security = new SecurityRules(spec, facts.privilegedAllowed(), findings);
        ContainerRules containers = new ContainerRules(spec, volumes, resources, security, findings);
        containers.containers(path.child("containers"));
        containers.initContainers(path.child("initContainers"));
        EphemeralRules.check(spec, containers, path.child("ephemeralContainers"), findings);
        PodResourceRules.check(spec, resources, path.child("resources"), findings);
        hostNetwork(path.child("containers"));
        findings.oneOf(RESTART_POLICY, path.child("restartPolicy"), spec.getRestartPolicy(), RESTART_POLICIES);
        DnsRules.policy(spec, path, findings);
        LabelRules.labels(spec.getNodeSelector(), path.child("nodeSelector"), findings);
        if (spec.getSecurityContext() != null) {
            security.ofPod(spec.getSecurityContext(), path.child("securityContext"));
        }
        new AffinityRules(findings).check(spec.getAffinity(), path.child("affinity"));
        DnsRules.config(spec, path.child("dnsConfig"), findings);
        SchedulingRules.readinessGates(spec.getReadinessGates(), path.child("readinessGates"), findings);
        SchedulingRules.schedulingGates(spec.getSchedulingGates(), path.child("schedulingGates"), findings);
        SpreadRules.check(spec.getTopologySpreadConstraints(), path.child("topologySpreadConstraints"), findings);
        OsRules os = new OsRules(spec, path, findings);
        os.hostProcess(facts.privilegedAllowed());
        os.hostUsers();
        names(path);
        SchedulingRules.tolerations(spec.getTolerations(), path.child("tolerations"), findings);
        DnsRules.hostAliases(spec.getHostAliases(), path.child("hostAliases"), findings);
        if (spec.getPreemptionPolicy() != null) {
            FieldPath at = path.child("preemptionPolicy");
            if (findings.requireText(PREEMPTION, at, spec.getPreemptionPolicy())) {
                findings.oneOf(PREEMPTION, at, spec.getPreemptionPolicy(), PREEMPTION_POLICIES);
            }
        }
        if (spec.getOverhead() != null) {
            resources.overhead(spec.getOverhead(), path.child("overhead"));
        }
        FileKeyVolumes.check(spec, path, findings);
        os.check();
    }

    /** With hostNetwork, container ports are ports of the node; a template may leave the host port open. */
    private void hostNetwork(FieldPath path) {
        if (!Zero.flag(spec.getHostNetwork())) {
            return;
        }
        List<Container> containers = Zero.list(spec.getContainers());
        for (int i = 0; i < containers.size(); i++) {
            List<ContainerPort> ports = Zero.list(containers.get(i).getPorts());
            for (int j = 0; j < ports.size(); j++) {
                int host = Zero.number(ports.get(j).getHostPort());
                if ((ofPod || host != 0) && host != Zero.number(ports.get(j).getContainerPort())) {
                    FieldPath at = path.index(i).child("ports").index(j).child("hostPort");
                    findings.invalid(HOST_PORT, at, host, "must equal containerPort if hostNetwork is true");
                }
            }
        }
    }

    private void names(FieldPath path) {
        nameIfAny(
                SERVICE_ACCOUNT, Format.DNS_SUBDOMAIN, path.child("serviceAccountName"), spec.getServiceAccountName());
        nameIfAny(NODE_NAME, Format.DNS_SUBDOMAIN, path.child("nodeName"), spec.getNodeName());
        Long deadline = spec.getActiveDeadlineSeconds();
        if (deadline != null) {
            findings.within(DEADLINE, path.child("activeDeadlineSeconds"), deadline, 1, Integer.MAX_VALUE);
        }
        nameIfAny(HOSTNAME, Format.DNS_LABEL, path.child("hostname"), spec.getHostname());
        nameIfAny(HOSTNAME, Format.DNS_LABEL, path.child("subdomain"), spec.getSubdomain());
        hostnameOverride(path.child("hostnameOverride"));
        nameIfAny(PRIORITY_CLASS, Format.DNS_SUBDOMAIN, path.child("priorityClassName"), spec.getPriorityClassName());
        if (spec.getRuntimeClassName() != null) {
            FieldPath at = path.child("runtimeClassName");
            Format.DNS_SUBDOMAIN.check(findings, RUNTIME_CLASS, at, spec.getRuntimeClassName());
        }
    }

    private void hostnameOverride(FieldPath path) {
        String override = spec.getHostnameOverride();
        if (override == null) {
            return;
        }
        if (Zero.flag(spec.getHostNetwork())) {
            findings.forbidden(
                    HOSTNAME_OVERRIDE, path, "not allowed if hostNetwork is true: the pod has the node's hostname");
        }
        if (Zero.flag(spec.getSetHostnameAsFQDN())) {
            findings.forbidden(HOSTNAME_OVERRIDE, path, "not allowed with setHostnameAsFQDN");
        }
        if (Ascii.bytes(override) > LONGEST_HOSTNAME) {
            findings.tooLong(HOSTNAME_OVERRIDE, path, LONGEST_HOSTNAME, "characters");
        }
        Format.DNS_SUBDOMAIN.check(findings, HOSTNAME_OVERRIDE, path, override);
    }

    private void nameIfAny(Rule rule, Format format, FieldPath path, @Nullable String name) {
        if (!Zero.isEmpty(name)) {
            format.check(findings, rule, path, name);
        }
    }
}
