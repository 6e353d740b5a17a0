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
 * The security settings of all containers of a pod and the group of its volumes: {@code spec.securityContext} of the
 * pod. A {@link SecurityContext} of a container takes precedence.
 */
@Value.Immutable
@DslOptions
public abstract class PodSecurityContext implements ExtensiblePodSecurityContext {

    PodSecurityContext() {}

    /** Returns a builder for a security context, with nothing set. */
    public static PodSecurityContextOptions unrestricted() {
        return new PodSecurityContextOptions();
    }

    /**
     * Returns a builder for a security context that meets the pod-level part of the Pod Security Standard "restricted":
     * no root user, and the seccomp profile of the container runtime. Each container must also drop its capabilities:
     * {@link SecurityContext#restricted()}.
     */
    public static PodSecurityContextOptions restricted() {
        return unrestricted().runAsNonRoot(true).seccompProfile(SeccompProfile.runtimeDefault());
    }

    /** When the kubelet changes the group of the files of a volume to {@link #fsGroup()}. */
    public enum FsGroupChangePolicy {
        /** At each mount, which takes long with many files. The default of Kubernetes. */
        ALWAYS("Always"),
        /** Only if the root directory of the volume does not have the group and the permissions. */
        ON_ROOT_MISMATCH("OnRootMismatch");

        private final String value;

        FsGroupChangePolicy(String value) {
            this.value = value;
        }
    }

    /** The user ID of the processes, from 0 to 2147483647. Defaults to the user of the image. */
    public abstract Optional<Long> runAsUser();

    /** The group ID of the processes, from 0 to 2147483647. Defaults to the group of the image. */
    public abstract Optional<Long> runAsGroup();

    /** Whether the kubelet refuses to start a container as root. Defaults to false. */
    public abstract Optional<Boolean> runAsNonRoot();

    /** The group that owns the files of the volumes and that all processes belong to. Optional. */
    public abstract Optional<Long> fsGroup();

    /** When the kubelet changes the group of the files. Defaults to {@link FsGroupChangePolicy#ALWAYS}. */
    public abstract Optional<FsGroupChangePolicy> fsGroupChangePolicy();

    /** Groups that the processes belong to in addition. Optional. */
    public abstract List<Long> supplementalGroups();

    /**
     * Kernel parameters by name, such as {@code net.core.somaxconn}. Optional. The kubelet refuses a pod with an unsafe
     * sysctl that it is not configured to allow.
     */
    public abstract Map<String, String> sysctls();

    /** The system calls that the processes may make. Defaults to the profile that the node is configured with. */
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
