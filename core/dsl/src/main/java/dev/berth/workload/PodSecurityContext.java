package dev.berth.workload;

import dev.berth.manifest.DslOptions;
import dev.berth.value.InvalidValueException;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.fabric8.kubernetes.api.model.Sysctl;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The rights of all processes of a pod, and who owns its volumes: {@code spec.securityContext} of the pod. A container's
 * {@link SecurityContext} wins over it.
 */
@Value.Immutable
@DslOptions
public abstract class PodSecurityContext {

    PodSecurityContext() {}

    /** Starts a security context in which nothing is set. */
    public static PodSecurityContextOptions unrestricted() {
        return new PodSecurityContextOptions();
    }

    /**
     * Starts the security context that the Pod Security Standard "restricted" requires: not as root, the runtime's seccomp
     * profile. Each container still has to give up its capabilities: {@link SecurityContext#restricted()}.
     */
    public static PodSecurityContextOptions restricted() {
        return unrestricted().runAsNonRoot(true).seccompProfile(SeccompProfile.runtimeDefault());
    }

    /** When the kubelet changes the group of a volume's files to {@link #fsGroup()}. */
    public enum FsGroupChangePolicy {
        /** At each start; with many files that takes long. Kubernetes does so unless told. */
        ALWAYS("Always"),
        /** When the volume's root directory has another group. */
        ON_ROOT_MISMATCH("OnRootMismatch");

        private final String value;

        FsGroupChangePolicy(String value) {
            this.value = value;
        }
    }

    /** The user id of the processes. The image's user unless given. */
    public abstract Optional<Long> runAsUser();

    /** The group id of the processes. The image's group unless given. */
    public abstract Optional<Long> runAsGroup();

    /** Whether the kubelet refuses to start a container as root. It does not unless given. */
    public abstract Optional<Boolean> runAsNonRoot();

    /** The group that owns the files of volumes and that processes are members of. None unless given. */
    public abstract Optional<Long> fsGroup();

    /** When the kubelet changes the group of files. See {@link FsGroupChangePolicy#ALWAYS} for what holds unless given. */
    public abstract Optional<FsGroupChangePolicy> fsGroupChangePolicy();

    /** Further groups that processes are members of. None unless given. */
    public abstract List<Long> supplementalGroups();

    /**
     * Settings of the kernel, by their names, such as {@code net.core.somaxconn}. None unless given; the kubelet refuses a
     * pod with those that it does not call safe.
     */
    public abstract Map<String, String> sysctls();

    /** The system calls that the processes may make. The node's choice unless given. */
    public abstract Optional<SeccompProfile> seccompProfile();

    @Value.Check
    void check() {
        runAsUser().ifPresent(id -> SecurityContext.checkId("PodSecurityContext runAsUser", id));
        runAsGroup().ifPresent(id -> SecurityContext.checkId("PodSecurityContext runAsGroup", id));
        fsGroup().ifPresent(id -> SecurityContext.checkId("PodSecurityContext fsGroup", id));
        supplementalGroups().forEach(id -> SecurityContext.checkId("PodSecurityContext supplementalGroups", id));
        sysctls().keySet().stream()
                .filter(name -> name.length() > 253
                        || !name.matches("[a-z0-9]([-_a-z0-9]*[a-z0-9])?([./][a-z0-9]([-_a-z0-9]*[a-z0-9])?)*"))
                .forEach(name -> {
                    throw InvalidValueException.of(
                            "PodSecurityContext sysctls",
                            name,
                            "must be lower case words with '.' or '/' between them");
                });
        if (runAsNonRoot().orElse(false) && runAsUser().filter(id -> id == 0).isPresent()) {
            throw InvalidValueException.of(
                    "PodSecurityContext runAsUser", 0, "must not be root where runAsNonRoot is true");
        }
    }

    io.fabric8.kubernetes.api.model.PodSecurityContext toModel() {
        return new PodSecurityContextBuilder()
                .withRunAsUser(runAsUser().orElse(null))
                .withRunAsGroup(runAsGroup().orElse(null))
                .withRunAsNonRoot(runAsNonRoot().orElse(null))
                .withFsGroup(fsGroup().orElse(null))
                .withFsGroupChangePolicy(
                        fsGroupChangePolicy().map(change -> change.value).orElse(null))
                .withSupplementalGroups(supplementalGroups())
                .withSysctls(sysctls().entrySet().stream()
                        .map(setting -> new Sysctl(setting.getKey(), setting.getValue()))
                        .toList())
                .withSeccompProfile(
                        seccompProfile().map(SeccompProfile::toModel).orElse(null))
                .build();
    }
}
