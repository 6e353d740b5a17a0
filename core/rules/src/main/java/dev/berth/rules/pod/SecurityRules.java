package dev.berth.rules.pod;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Sysctl;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of security contexts: users, groups, privileges and profiles. */
final class SecurityRules {
    private static final List<String> CHANGE_POLICIES = List.of("Always", "OnRootMismatch");
    private static final List<String> GROUP_POLICIES = List.of("Merge", "Strict");
    private static final List<String> SELINUX_POLICIES = List.of("MountOption", "Recursive");
    private static final List<String> PROC_MOUNTS = List.of("Default", "Unmasked");
    private static final int LONGEST_SYSCTL = 253;

    private static final Rule ID = Rule.core("user-or-group-id", "IsValidUserID");
    private static final Rule PROCESS_NAMESPACE =
            Rule.core("share-process-namespace", "validatePodSpecSecurityContext");
    private static final Rule SYSCTL = Rule.core("sysctl", "validateSysctls");
    private static final Rule HOST_SYSCTL = Rule.core("sysctl-of-host", "ValidateHostSysctl");
    private static final Rule CHANGE_POLICY = Rule.core("fs-group-change-policy", "validateFSGroupChangePolicy");
    private static final Rule GROUP_POLICY =
            Rule.core("supplemental-groups-policy", "validateSupplementalGroupsPolicy");
    private static final Rule SELINUX_POLICY = Rule.core("selinux-change-policy", "validateSELinuxChangePolicy");
    private static final Rule PRIVILEGED = Rule.core("privileged", "ValidateSecurityContext");
    private static final Rule PROC_MOUNT = Rule.core("proc-mount", "ValidateProcMountType");
    private static final Rule ESCALATION = Rule.core("privilege-escalation", "ValidateSecurityContext");

    private final PodSpec spec;
    private final boolean privilegedAllowed;
    private final Findings findings;

    SecurityRules(PodSpec spec, boolean privilegedAllowed, Findings findings) {
        this.spec = spec;
        this.privilegedAllowed = privilegedAllowed;
        this.findings = findings;
    }

    void ofPod(PodSecurityContext security, FieldPath path) {
        id(security.getFsGroup(), path.child("fsGroup"));
        id(security.getRunAsUser(), path.child("runAsUser"));
        id(security.getRunAsGroup(), path.child("runAsGroup"));
        List<Long> groups = Zero.list(security.getSupplementalGroups());
        for (int i = 0; i < groups.size(); i++) {
            id(groups.get(i), path.child("supplementalGroups").index(i));
        }
        if (Zero.flag(spec.getShareProcessNamespace()) && Zero.flag(spec.getHostPID())) {
            FieldPath at = path.child("shareProcessNamespace");
            findings.invalid(PROCESS_NAMESPACE, at, true, "shareProcessNamespace and hostPID are mutually exclusive");
        }
        sysctls(Zero.list(security.getSysctls()), path.child("sysctls"));
        if (security.getFsGroupChangePolicy() != null) {
            FieldPath at = path.child("fsGroupChangePolicy");
            findings.oneOf(CHANGE_POLICY, at, security.getFsGroupChangePolicy(), CHANGE_POLICIES);
        }
        ProfileRules.seccomp(security.getSeccompProfile(), path.child("seccompProfile"), findings);
        WindowsRules.options(security.getWindowsOptions(), path.child("windowsOptions"), findings);
        ProfileRules.appArmor(security.getAppArmorProfile(), path.child("appArmorProfile"), findings);
        if (security.getSupplementalGroupsPolicy() != null) {
            FieldPath at = path.child("supplementalGroupsPolicy");
            findings.oneOf(GROUP_POLICY, at, security.getSupplementalGroupsPolicy(), GROUP_POLICIES);
        }
        if (security.getSeLinuxChangePolicy() != null) {
            FieldPath at = path.child("seLinuxChangePolicy");
            findings.oneOf(SELINUX_POLICY, at, security.getSeLinuxChangePolicy(), SELINUX_POLICIES);
        }
    }

    private void id(@Nullable Long id, FieldPath path) {
        if (id != null) {
            findings.within(ID, path, id, 0, Integer.MAX_VALUE);
        }
    }

    private void sysctls(List<Sysctl> sysctls, FieldPath path) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < sysctls.size(); i++) {
            String name = Zero.text(sysctls.get(i).getName());
            FieldPath at = path.index(i).child("name");
            if (name.isEmpty()) {
                findings.required(SYSCTL, at, "");
            } else if (!isSysctl(name)) {
                findings.invalid(
                        SYSCTL,
                        at,
                        name,
                        "must consist of parts with lower-case letters, digits, '-' and '_',"
                                + " separated by '.' or '/', and have at most 253 characters");
            } else if (names.contains(name)) {
                findings.duplicate(SYSCTL, at, name);
            }
            names.add(name);
            ofHost(name.replace('/', '.'), at);
        }
    }

    private static boolean isSysctl(String name) {
        if (name.length() > LONGEST_SYSCTL) {
            return false;
        }
        for (String part : name.split("[./]", -1)) {
            boolean ends = !part.isEmpty()
                    && isLetterOrDigit(part.charAt(0))
                    && isLetterOrDigit(part.charAt(part.length() - 1));
            if (!ends || !part.chars().allMatch(c -> isLetterOrDigit((char) c) || c == '-' || c == '_')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    private void ofHost(String name, FieldPath path) {
        boolean ipc = name.startsWith("kernel.shm")
                || name.startsWith("kernel.msg")
                || name.equals("kernel.sem")
                || name.startsWith("fs.mqueue.");
        if (Zero.flag(spec.getHostNetwork()) && name.startsWith("net.")) {
            findings.invalid(HOST_SYSCTL, path, name, "not allowed if hostNetwork is true");
        } else if (Zero.flag(spec.getHostIPC()) && ipc) {
            findings.invalid(HOST_SYSCTL, path, name, "not allowed if hostIPC is true");
        }
    }

    void ofContainer(@Nullable SecurityContext security, FieldPath path) {
        if (security == null) {
            return;
        }
        boolean privileged = Zero.flag(security.getPrivileged());
        if (privileged && !privilegedAllowed) {
            findings.forbidden(
                    PRIVILEGED, path.child("privileged"), "the API server does not allow privileged containers");
        }
        id(security.getRunAsUser(), path.child("runAsUser"));
        id(security.getRunAsGroup(), path.child("runAsGroup"));
        String procMount = security.getProcMount();
        if (procMount != null) {
            findings.oneOf(PROC_MOUNT, path.child("procMount"), procMount, PROC_MOUNTS);
            boolean hostUsers = spec.getHostUsers() == null || spec.getHostUsers();
            if (hostUsers && procMount.equals("Unmasked")) {
                findings.invalid(PROC_MOUNT, path.child("procMount"), procMount, "requires hostUsers: false");
            }
        }
        ProfileRules.seccomp(security.getSeccompProfile(), path.child("seccompProfile"), findings);
        if (security.getAllowPrivilegeEscalation() != null && !security.getAllowPrivilegeEscalation()) {
            boolean admin = security.getCapabilities() != null
                    && Zero.list(security.getCapabilities().getAdd()).contains("CAP_SYS_ADMIN");
            if (privileged || admin) {
                findings.invalid(
                        ESCALATION,
                        path,
                        "",
                        "must not be false together with" + (privileged ? " privileged" : " CAP_SYS_ADMIN"));
            }
        }
        WindowsRules.options(security.getWindowsOptions(), path.child("windowsOptions"), findings);
        ProfileRules.appArmor(security.getAppArmorProfile(), path.child("appArmorProfile"), findings);
    }
}
