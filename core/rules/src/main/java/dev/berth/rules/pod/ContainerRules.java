package dev.berth.rules.pod;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Format;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerResizePolicy;
import io.fabric8.kubernetes.api.model.ContainerRestartRule;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of containers and init containers. */
final class ContainerRules {
    private static final List<String> PULL_POLICIES = List.of("Always", "IfNotPresent", "Never");
    private static final List<String> MESSAGE_POLICIES = List.of("File", "FallbackToLogsOnError");
    private static final List<String> RESIZE_RESOURCES = List.of("cpu", "memory");
    private static final List<String> RESIZE_POLICIES = List.of("NotRequired", "RestartContainer");
    private static final List<String> RESTART_POLICIES = List.of("Always", "Never", "OnFailure");
    private static final int MOST_RESTART_RULES = 20;
    private static final int MOST_EXIT_CODES = 255;

    private static final Rule NEEDED = Rule.core("containers", "validateContainers");
    private static final Rule NAME = Rule.core("container-name", "validateContainerCommon");
    private static final Rule NAME_TWICE = Rule.core("container-name-twice", "validateContainers");
    private static final Rule IMAGE = Rule.core("container-image", "validateContainerCommon");
    private static final Rule MESSAGE_POLICY = Rule.core("termination-message-policy", "validateContainerCommon");
    private static final Rule PULL_POLICY = Rule.core("image-pull-policy", "validatePullPolicy");
    private static final Rule RESIZE = Rule.core("resize-policy", "validateResizePolicy");
    private static final Rule RESTART = Rule.core("container-restart-policy", "validateContainerRestartPolicy");
    private static final Rule INIT_ONLY = Rule.core("init-container-hooks", "validateInitContainers");
    private static final Rule INIT_RESIZE = Rule.core("init-container-resize", "validateInitContainers");

    private final PodSpec spec;
    private final MountRules mounts;
    private final ResourceRules resources;
    private final SecurityRules security;
    private final ProbeRules probes;
    private final Findings findings;

    ContainerRules(
            PodSpec spec,
            Map<String, Volume> volumes,
            ResourceRules resources,
            SecurityRules security,
            Findings findings) {
        this.spec = spec;
        this.mounts = new MountRules(volumes, findings);
        this.resources = resources;
        this.security = security;
        this.probes = new ProbeRules(spec.getTerminationGracePeriodSeconds(), findings);
        this.findings = findings;
    }

    void containers(FieldPath path) {
        List<Container> containers = Zero.list(spec.getContainers());
        if (containers.isEmpty()) {
            findings.required(NEEDED, path, "must have at least one container");
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < containers.size(); i++) {
            Container container = containers.get(i);
            FieldPath at = path.index(i);
            common(container, at);
            if (!names.add(Zero.text(container.getName()))) {
                findings.duplicate(NAME_TWICE, at.child("name"), container.getName());
            }
            hooks(container, at);
            restart(container, at);
        }
        PortRules.hostPorts(containers, path, findings);
    }

    void initContainers(FieldPath path) {
        Set<String> names = new HashSet<>();
        Zero.list(spec.getContainers()).forEach(container -> names.add(Zero.text(container.getName())));
        List<Container> containers = Zero.list(spec.getInitContainers());
        for (int i = 0; i < containers.size(); i++) {
            Container container = containers.get(i);
            FieldPath at = path.index(i);
            common(container, at);
            restart(container, at);
            String name = Zero.text(container.getName());
            if (names.contains(name)) {
                findings.duplicate(NAME_TWICE, at.child("name"), name);
            } else if (!name.isEmpty()) {
                names.add(name);
            }
            PortRules.hostPorts(List.of(container), path, findings);
            if ("Always".equals(container.getRestartPolicy())) {
                hooks(container, at);
            } else {
                noHooks(container, at);
            }
        }
    }

    /** Checks what all containers have in common. */
    void common(Container container, FieldPath path) {
        if (findings.requireText(NAME, path.child("name"), container.getName())) {
            Format.DNS_LABEL.check(findings, NAME, path.child("name"), container.getName());
        }
        findings.requireText(IMAGE, path.child("image"), container.getImage());
        String message = container.getTerminationMessagePolicy();
        findings.oneOf(MESSAGE_POLICY, path.child("terminationMessagePolicy"), message, MESSAGE_POLICIES);
        PortRules.ports(container.getPorts(), path.child("ports"), findings);
        EnvRules.variables(container.getEnv(), path.child("env"), findings);
        EnvRules.from(container.getEnvFrom(), path.child("envFrom"), findings);
        mounts.check(container, path);
        findings.oneOf(PULL_POLICY, path.child("imagePullPolicy"), container.getImagePullPolicy(), PULL_POLICIES);
        resources.ofContainer(container.getResources(), path.child("resources"));
        resize(Zero.list(container.getResizePolicy()), path.child("resizePolicy"));
        security.ofContainer(container.getSecurityContext(), path.child("securityContext"));
    }

    private void resize(List<ContainerResizePolicy> policies, FieldPath path) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < policies.size(); i++) {
            String resource = Zero.text(policies.get(i).getResourceName());
            String restart = Zero.text(policies.get(i).getRestartPolicy());
            if (!seen.add(resource)) {
                findings.duplicate(RESIZE, path.index(i), resource);
            }
            if (findings.requireText(RESIZE, path, resource)) {
                findings.oneOf(RESIZE, path, resource, RESIZE_RESOURCES);
            }
            if (findings.requireText(RESIZE, path, restart)) {
                findings.oneOf(RESIZE, path, restart, RESIZE_POLICIES);
            }
            if ("Never".equals(spec.getRestartPolicy()) && !restart.equals("NotRequired")) {
                findings.invalid(RESIZE, path, restart, "must be NotRequired if the pod's restartPolicy is Never");
            }
        }
    }

    private void restart(Container container, FieldPath path) {
        String policy = container.getRestartPolicy();
        List<ContainerRestartRule> rules = Zero.list(container.getRestartPolicyRules());
        if (policy != null) {
            findings.oneOf(RESTART, path.child("restartPolicy"), policy, RESTART_POLICIES);
        } else if (!rules.isEmpty()) {
            findings.required(RESTART, path.child("restartPolicy"), "must be set with restartPolicyRules");
        }
        FieldPath at = path.child("restartPolicyRules");
        if (rules.size() > MOST_RESTART_RULES) {
            findings.tooLong(RESTART, at, MOST_RESTART_RULES, "rules");
        }
        for (int i = 0; i < rules.size(); i++) {
            restartRule(rules.get(i), at.index(i));
        }
    }

    private void restartRule(ContainerRestartRule rule, FieldPath path) {
        findings.oneOf(RESTART, path.child("action"), rule.getAction(), List.of("Restart", "RestartAllContainers"));
        if (rule.getExitCodes() == null) {
            findings.required(RESTART, path.child("exitCodes"), "must set exitCodes");
            return;
        }
        FieldPath codes = path.child("exitCodes");
        String operator = rule.getExitCodes().getOperator();
        findings.oneOf(RESTART, codes.child("operator"), operator, List.of("In", "NotIn"));
        if (Zero.list(rule.getExitCodes().getValues()).size() > MOST_EXIT_CODES) {
            findings.tooLong(RESTART, codes.child("values"), MOST_EXIT_CODES, "exit codes");
        }
    }

    private void hooks(Container container, FieldPath path) {
        probes.lifecycle(container.getLifecycle(), path.child("lifecycle"));
        probes.untilFirstSuccess(container.getLivenessProbe(), path.child("livenessProbe"));
        probes.readiness(container.getReadinessProbe(), path.child("readinessProbe"));
        probes.untilFirstSuccess(container.getStartupProbe(), path.child("startupProbe"));
    }

    private void noHooks(Container container, FieldPath path) {
        noHook(container.getLifecycle(), path.child("lifecycle"));
        noHook(container.getLivenessProbe(), path.child("livenessProbe"));
        noHook(container.getReadinessProbe(), path.child("readinessProbe"));
        noHook(container.getStartupProbe(), path.child("startupProbe"));
        if (!Zero.list(container.getResizePolicy()).isEmpty()) {
            findings.invalid(INIT_RESIZE, path.child("resizePolicy"), "", "must not be set on an init container");
        }
    }

    private void noHook(@Nullable Object hook, FieldPath path) {
        if (hook != null) {
            findings.forbidden(INIT_ONLY, path, "not allowed in an init container unless its restartPolicy is Always");
        }
    }
}
