package dev.berth.rules.pod;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.WindowsSecurityContextOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields that depend on the pod's operating system. */
final class OsRules {
    private static final Rule NAME = Rule.core("os-name", "validateOS");
    private static final Rule LINUX = Rule.core("os-linux", "validateLinux");
    private static final Rule WINDOWS = Rule.core("os-windows", "validateWindows");
    private static final Rule HOST_PROCESS = Rule.core("windows-host-process", "validateWindowsHostProcessPod");
    private static final Rule HOST_USERS = Rule.core("host-users", "validateHostUsers");

    private final PodSpec spec;
    private final FieldPath path;
    private final Findings findings;

    OsRules(PodSpec spec, FieldPath path, Findings findings) {
        this.spec = spec;
        this.path = path;
        this.findings = findings;
    }

    void check() {
        if (spec.getOs() == null) {
            return;
        }
        String name = Zero.text(spec.getOs().getName());
        switch (name) {
            case "" -> findings.required(NAME, path.child("os", "name"), "must be linux or windows");
            case "linux" -> linux();
            case "windows" -> windows();
            default -> findings.notSupported(NAME, path.child("os"), name, List.of("linux", "windows"));
        }
    }

    private void linux() {
        FieldPath pod = path.child("securityContext", "windowsOptions");
        forbidden(LINUX, windowsOptions(spec.getSecurityContext()), pod);
        PodContainers.visit(spec, path, (security, at) -> {
            if (security != null) {
                forbidden(LINUX, security.getWindowsOptions(), at.child("securityContext", "windowsOptions"));
            }
        });
    }

    private static @Nullable WindowsSecurityContextOptions windowsOptions(@Nullable PodSecurityContext security) {
        return security == null ? null : security.getWindowsOptions();
    }

    private void windows() {
        PodSecurityContext security = spec.getSecurityContext();
        forbidden(WINDOWS, spec.getHostUsers(), path.child("hostUsers"));
        forbidden(WINDOWS, Zero.flag(spec.getHostPID()) ? true : null, path.child("hostPID"));
        forbidden(WINDOWS, Zero.flag(spec.getHostIPC()) ? true : null, path.child("hostIPC"));
        forbidden(WINDOWS, spec.getShareProcessNamespace(), path.child("shareProcessNamespace"));
        if (security != null) {
            FieldPath at = path.child("securityContext");
            forbidden(WINDOWS, security.getAppArmorProfile(), at.child("appArmorProfile"));
            forbidden(WINDOWS, security.getSeLinuxOptions(), at.child("seLinuxOptions"));
            forbidden(WINDOWS, security.getSeccompProfile(), at.child("seccompProfile"));
            forbidden(WINDOWS, security.getFsGroup(), at.child("fsGroup"));
            forbidden(WINDOWS, security.getFsGroupChangePolicy(), at.child("fsGroupChangePolicy"));
            forbidden(WINDOWS, filled(security.getSysctls()), at.child("sysctls"));
            forbidden(WINDOWS, security.getRunAsUser(), at.child("runAsUser"));
            forbidden(WINDOWS, security.getRunAsGroup(), at.child("runAsGroup"));
            forbidden(WINDOWS, filled(security.getSupplementalGroups()), at.child("supplementalGroups"));
            forbidden(WINDOWS, security.getSupplementalGroupsPolicy(), at.child("supplementalGroupsPolicy"));
            forbidden(WINDOWS, security.getSeLinuxChangePolicy(), at.child("seLinuxChangePolicy"));
        }
        PodContainers.visit(spec, path, (container, at) -> windows(container, at.child("securityContext")));
    }

    private void windows(@Nullable SecurityContext security, FieldPath at) {
        if (security == null) {
            return;
        }
        forbidden(WINDOWS, security.getAppArmorProfile(), at.child("appArmorProfile"));
        forbidden(WINDOWS, security.getSeLinuxOptions(), at.child("seLinuxOptions"));
        forbidden(WINDOWS, security.getSeccompProfile(), at.child("seccompProfile"));
        forbidden(WINDOWS, security.getCapabilities(), at.child("capabilities"));
        forbidden(WINDOWS, security.getReadOnlyRootFilesystem(), at.child("readOnlyRootFilesystem"));
        forbidden(WINDOWS, security.getPrivileged(), at.child("privileged"));
        forbidden(WINDOWS, security.getAllowPrivilegeEscalation(), at.child("allowPrivilegeEscalation"));
        forbidden(WINDOWS, security.getProcMount(), at.child("procMount"));
        forbidden(WINDOWS, security.getRunAsUser(), at.child("runAsUser"));
        forbidden(WINDOWS, security.getRunAsGroup(), at.child("runAsGroup"));
    }

    private static @Nullable Object filled(@Nullable List<?> list) {
        return list == null || list.isEmpty() ? null : list;
    }

    private void forbidden(Rule rule, @Nullable Object set, FieldPath at) {
        if (set != null) {
            findings.forbidden(
                    rule, at, "not allowed with os.name: " + spec.getOs().getName());
        }
    }

    /** A pod with its own user namespace must not share other namespaces of the node. */
    void hostUsers() {
        if (spec.getHostUsers() == null || spec.getHostUsers()) {
            return;
        }
        if (Zero.flag(spec.getHostNetwork())) {
            findings.forbidden(HOST_USERS, path.child("hostNetwork"), "not allowed with hostUsers: false");
        }
        if (Zero.flag(spec.getHostPID())) {
            findings.forbidden(HOST_USERS, path.child("HostPID"), "not allowed with hostUsers: false");
        }
        if (Zero.flag(spec.getHostIPC())) {
            findings.forbidden(HOST_USERS, path.child("HostIPC"), "not allowed with hostUsers: false");
        }
        devices(Zero.list(spec.getInitContainers()), path.child("initContainers"));
        devices(Zero.list(spec.getContainers()), path.child("containers"));
    }

    private void devices(List<Container> containers, FieldPath at) {
        for (int i = 0; i < containers.size(); i++) {
            if (!Zero.list(containers.get(i).getVolumeDevices()).isEmpty()) {
                FieldPath field = at.index(i).child("volumeDevices");
                findings.forbidden(HOST_USERS, field, "not allowed with hostUsers: false");
            }
        }
    }

    /** Windows host processes: either all containers of a pod or none. */
    void hostProcess(boolean privilegedAllowed) {
        WindowsSecurityContextOptions options = windowsOptions(spec.getSecurityContext());
        Boolean ofPod = options == null ? null : options.getHostProcess();
        int[] counts = new int[2];
        PodContainers.visit(spec, path, (security, at) -> {
            WindowsSecurityContextOptions own = security == null ? null : security.getWindowsOptions();
            Boolean ofContainer = own == null ? null : own.getHostProcess();
            counts[0]++;
            if (ofPod != null && ofContainer != null && !ofPod.equals(ofContainer)) {
                FieldPath field = at.child("securityContext", "windowsOptions", "hostProcess");
                findings.invalid(HOST_PROCESS, field, ofContainer, "must equal the pod's value, " + ofPod);
            }
            if (ofContainer != null ? ofContainer : Zero.flag(ofPod)) {
                counts[1]++;
            }
        });
        if (counts[1] == 0) {
            return;
        }
        if (counts[1] != counts[0]) {
            findings.invalid(HOST_PROCESS, path, "", "must be set for all containers or none");
        }
        if (!Zero.flag(spec.getHostNetwork())) {
            findings.invalid(
                    HOST_PROCESS, path.child("hostNetwork"), false, "must be true if containers are host processes");
        }
        if (!privilegedAllowed) {
            findings.forbidden(HOST_PROCESS, path, "the API server does not allow privileged containers");
        }
    }
}
