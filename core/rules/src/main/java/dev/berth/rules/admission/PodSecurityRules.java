package dev.berth.rules.admission;

import dev.berth.finding.FieldPath;
import dev.berth.finding.FindingType;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.PodSecurityLevel;
import dev.berth.rules.Zero;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SELinuxOptions;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Sysctl;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The Pod Security Standards, which apply to a Pod and not to the workloads that create Pods. */
public final class PodSecurityRules {
    private static final String POLICY = "staging/src/k8s.io/pod-security-admission/policy/check_";

    private static final Set<String> CAPABILITIES = Set.of(
            "AUDIT_WRITE",
            "CHOWN",
            "DAC_OVERRIDE",
            "FOWNER",
            "FSETID",
            "KILL",
            "MKNOD",
            "NET_BIND_SERVICE",
            "SETFCAP",
            "SETGID",
            "SETPCAP",
            "SETUID",
            "SYS_CHROOT");
    private static final Set<String> SYSCTLS = Set.of(
            "kernel.shm_rmid_forced",
            "net.ipv4.ip_local_port_range",
            "net.ipv4.ip_local_reserved_ports",
            "net.ipv4.ip_unprivileged_port_start",
            "net.ipv4.ping_group_range",
            "net.ipv4.tcp_fin_timeout",
            "net.ipv4.tcp_keepalive_intvl",
            "net.ipv4.tcp_keepalive_probes",
            "net.ipv4.tcp_keepalive_time",
            "net.ipv4.tcp_rmem",
            "net.ipv4.tcp_syncookies",
            "net.ipv4.tcp_wmem");
    private static final Set<String> SELINUX_TYPES =
            Set.of("", "container_t", "container_init_t", "container_kvm_t", "container_engine_t");

    private static final Rule HOST_NAMESPACES = rule("host-namespaces", "hostNamespaces");
    private static final Rule HOST_PATH = rule("host-path-volumes", "hostPathVolumes");
    private static final Rule HOST_PORTS = rule("host-ports", "hostPorts");
    private static final Rule PRIVILEGED = rule("privileged", "privileged");
    private static final Rule BASE_CAPABILITIES = rule("capabilities-baseline", "capabilities_baseline");
    private static final Rule PROC_MOUNT = rule("proc-mount", "procMount");
    private static final Rule SELINUX = rule("selinux-options", "seLinuxOptions");
    private static final Rule SECCOMP_BASE = rule("seccomp-profile-baseline", "seccompProfile_baseline");
    private static final Rule SYSCTL = rule("sysctls", "sysctls");
    private static final Rule HOST_PROCESS = rule("windows-host-process", "windowsHostProcess");
    private static final Rule ESCALATION = rule("allow-privilege-escalation", "allowPrivilegeEscalation");
    private static final Rule NO_CAPABILITIES = rule("capabilities-restricted", "capabilities_restricted");
    private static final Rule NON_ROOT = rule("run-as-non-root", "runAsNonRoot");
    private static final Rule ROOT_USER = rule("run-as-user", "runAsUser");
    private static final Rule SECCOMP = rule("seccomp-profile-restricted", "seccompProfile_restricted");
    private static final Rule VOLUMES = rule("volume-types", "restrictedVolumes");

    private final PodSpec spec;
    private final FieldPath root;
    private final Findings findings;

    private PodSecurityRules(PodSpec spec, FieldPath root, Findings findings) {
        this.spec = spec;
        this.root = root;
        this.findings = findings;
    }

    private static Rule rule(String id, String check) {
        return new Rule("pod-security-" + id, check, POLICY + check + ".go");
    }

    /** Checks a Pod; accepts any other kind. */
    public static void check(HasMetadata model, PodSecurityLevel level, Findings findings) {
        if (model instanceof Pod pod) {
            check(pod.getSpec(), FieldPath.of("spec"), level, findings);
        }
    }

    /** Checks the spec of a pod at the given path. */
    public static void check(PodSpec spec, FieldPath path, PodSecurityLevel level, Findings findings) {
        PodSecurityRules rules = new PodSecurityRules(spec, path, findings);
        if (level != PodSecurityLevel.PRIVILEGED) {
            rules.baseline();
        }
        if (level == PodSecurityLevel.RESTRICTED) {
            rules.restricted();
        }
    }

    private void deny(Rule rule, boolean violated, FieldPath path) {
        if (violated) {
            findings.add(rule, path, FindingType.DENIED, "the namespace's Pod Security level does not allow it");
        }
    }

    private void baseline() {
        FieldPath path = root;
        deny(HOST_NAMESPACES, Zero.flag(spec.getHostNetwork()), path.child("hostNetwork"));
        deny(HOST_NAMESPACES, Zero.flag(spec.getHostPID()), path.child("hostPID"));
        deny(HOST_NAMESPACES, Zero.flag(spec.getHostIPC()), path.child("hostIPC"));
        List<Volume> volumes = Zero.list(spec.getVolumes());
        for (int i = 0; i < volumes.size(); i++) {
            Volume volume = volumes.get(i);
            deny(
                    HOST_PATH,
                    volume != null && volume.getHostPath() != null,
                    path.child("volumes").index(i).child("hostPath"));
        }
        PodSecurityContext security = spec.getSecurityContext();
        if (security != null) {
            FieldPath at = path.child("securityContext");
            selinux(security.getSeLinuxOptions(), at);
            deny(SECCOMP_BASE, isUnconfined(security.getSeccompProfile()), at.child("seccompProfile", "type"));
            List<Sysctl> sysctls = Zero.list(security.getSysctls());
            for (int i = 0; i < sysctls.size(); i++) {
                deny(
                        SYSCTL,
                        !SYSCTLS.contains(Zero.text(sysctls.get(i).getName())),
                        at.child("sysctls").index(i));
            }
            boolean hostProcess = security.getWindowsOptions() != null
                    && Zero.flag(security.getWindowsOptions().getHostProcess());
            deny(HOST_PROCESS, hostProcess, at.child("windowsOptions", "hostProcess"));
        }
        baseline(Zero.list(spec.getInitContainers()), path.child("initContainers"));
        baseline(Zero.list(spec.getContainers()), path.child("containers"));
    }

    private void baseline(List<Container> containers, FieldPath path) {
        for (int i = 0; i < containers.size(); i++) {
            Container container = containers.get(i);
            if (container == null) {
                continue;
            }
            FieldPath ports = path.index(i).child("ports");
            boolean hostPort = Zero.list(container.getPorts()).stream()
                    .anyMatch(port -> port != null && Zero.number(port.getHostPort()) != 0);
            deny(HOST_PORTS, hostPort, ports);
            SecurityContext security = container.getSecurityContext();
            if (security != null) {
                baseline(security, path.index(i).child("securityContext"));
            }
        }
    }

    private void baseline(SecurityContext security, FieldPath at) {
        deny(PRIVILEGED, Zero.flag(security.getPrivileged()), at.child("privileged"));
        boolean added = security.getCapabilities() != null
                && !CAPABILITIES.containsAll(
                        Zero.list(security.getCapabilities().getAdd()));
        deny(BASE_CAPABILITIES, added, at.child("capabilities", "add"));
        boolean procMount =
                security.getProcMount() != null && !security.getProcMount().equals("Default");
        deny(PROC_MOUNT, procMount && (spec.getHostUsers() == null || spec.getHostUsers()), at.child("procMount"));
        selinux(security.getSeLinuxOptions(), at);
        deny(SECCOMP_BASE, isUnconfined(security.getSeccompProfile()), at.child("seccompProfile", "type"));
        boolean hostProcess = security.getWindowsOptions() != null
                && Zero.flag(security.getWindowsOptions().getHostProcess());
        deny(HOST_PROCESS, hostProcess, at.child("windowsOptions", "hostProcess"));
    }

    private void selinux(@Nullable SELinuxOptions options, FieldPath at) {
        if (options != null) {
            boolean other = !SELINUX_TYPES.contains(Zero.text(options.getType()))
                    || !Zero.isEmpty(options.getUser())
                    || !Zero.isEmpty(options.getRole());
            deny(SELINUX, other, at.child("seLinuxOptions"));
        }
    }

    private static boolean isUnconfined(@Nullable SeccompProfile profile) {
        return profile != null && "Unconfined".equals(profile.getType());
    }

    private boolean isWindows() {
        return spec.getOs() != null && "windows".equals(spec.getOs().getName());
    }

    private void restricted() {
        List<Volume> volumes = Zero.list(spec.getVolumes());
        for (int i = 0; i < volumes.size(); i++) {
            Volume volume = volumes.get(i);
            deny(
                    VOLUMES,
                    volume == null || !isRestricted(volume),
                    root.child("volumes").index(i));
        }
        PodSecurityContext pod = spec.getSecurityContext();
        boolean zero = pod != null && pod.getRunAsUser() != null && pod.getRunAsUser() == 0;
        deny(ROOT_USER, zero, root.child("securityContext", "runAsUser"));
        restricted(Zero.list(spec.getInitContainers()), root.child("initContainers"));
        restricted(Zero.list(spec.getContainers()), root.child("containers"));
    }

    private static boolean isRestricted(Volume volume) {
        return volume.getConfigMap() != null
                || volume.getCsi() != null
                || volume.getDownwardAPI() != null
                || volume.getEmptyDir() != null
                || volume.getEphemeral() != null
                || volume.getImage() != null
                || volume.getPersistentVolumeClaim() != null
                || volume.getProjected() != null
                || volume.getSecret() != null;
    }

    private void restricted(List<Container> containers, FieldPath path) {
        PodSecurityContext pod =
                spec.getSecurityContext() == null ? new PodSecurityContext() : spec.getSecurityContext();
        for (int i = 0; i < containers.size(); i++) {
            FieldPath at = path.index(i).child("securityContext");
            SecurityContext own =
                    containers.get(i) == null ? null : containers.get(i).getSecurityContext();
            SecurityContext security = own == null ? new SecurityContext() : own;
            Boolean nonRoot = security.getRunAsNonRoot() == null ? pod.getRunAsNonRoot() : security.getRunAsNonRoot();
            deny(NON_ROOT, !Zero.flag(nonRoot), at.child("runAsNonRoot"));
            boolean zero = security.getRunAsUser() != null && security.getRunAsUser() == 0;
            deny(ROOT_USER, zero, at.child("runAsUser"));
            if (isWindows()) {
                continue;
            }
            Boolean escalation = security.getAllowPrivilegeEscalation();
            deny(ESCALATION, escalation == null || escalation, at.child("allowPrivilegeEscalation"));
            boolean dropped = security.getCapabilities() != null
                    && Zero.list(security.getCapabilities().getDrop()).contains("ALL")
                    && Set.of("NET_BIND_SERVICE")
                            .containsAll(Zero.list(security.getCapabilities().getAdd()));
            deny(NO_CAPABILITIES, !dropped, at.child("capabilities"));
            SeccompProfile profile =
                    security.getSeccompProfile() == null ? pod.getSeccompProfile() : security.getSeccompProfile();
            deny(SECCOMP, profile == null || isUnconfined(profile), at.child("seccompProfile", "type"));
        }
    }
}
