package dev.berth.workload;

import dev.berth.manifest.DslOptions;
import dev.berth.value.InvalidValueException;
import io.fabric8.kubernetes.api.model.CapabilitiesBuilder;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The security settings of one container. A setting that is absent defaults to that of the pod, then to that of the
 * image.
 *
 * <pre>{@code
 * SecurityContext.restricted().runAsUser(999).build()
 * }</pre>
 */
@Value.Immutable
@DslOptions
public abstract class SecurityContext implements ExtensibleSecurityContext {

    SecurityContext() {}

    /** Returns a builder for a security context, with nothing set. */
    public static SecurityContextOptions unrestricted() {
        return new SecurityContextOptions();
    }

    /**
     * Returns a builder for a security context that meets the Pod Security Standard "restricted": no root user, no
     * privilege escalation, no capabilities, and the seccomp profile of the container runtime.
     */
    public static SecurityContextOptions restricted() {
        return unrestricted()
                .runAsNonRoot(true)
                .allowPrivilegeEscalation(false)
                .addDroppedCapability("ALL")
                .seccompProfile(SeccompProfile.runtimeDefault());
    }

    /** The user ID of the processes, from 0 to 2147483647. Defaults to the user of the image. */
    public abstract Optional<Long> runAsUser();

    /** The group ID of the processes, from 0 to 2147483647. Defaults to the group of the image. */
    public abstract Optional<Long> runAsGroup();

    /** Whether the kubelet refuses to start the container as root. Defaults to false. */
    public abstract Optional<Boolean> runAsNonRoot();

    /** Whether the root file system of the container is read-only. Volumes can still be written. Defaults to false. */
    public abstract Optional<Boolean> readOnlyRootFilesystem();

    /** Whether a process can gain more privileges than its parent. Defaults to true. */
    public abstract Optional<Boolean> allowPrivilegeEscalation();

    /**
     * Whether the container runs privileged, which is equivalent to root on the node. Defaults to false. The Pod Security
     * levels baseline and restricted forbid it.
     */
    public abstract Optional<Boolean> privileged();

    /** The capabilities to add to the default ones of the container runtime. Optional. */
    public abstract List<String> addedCapabilities();

    /** The capabilities to drop, or {@code ALL}. Optional. */
    public abstract List<String> droppedCapabilities();

    /** The system calls that the processes may make. Defaults to the profile of the pod. */
    public abstract Optional<SeccompProfile> seccompProfile();

    @Value.Check
    void check() {
        runAsUser().ifPresent(id -> checkId("SecurityContext runAsUser", id));
        runAsGroup().ifPresent(id -> checkId("SecurityContext runAsGroup", id));
        if (runAsNonRoot().orElse(false) && runAsUser().filter(id -> id == 0).isPresent()) {
            throw InvalidValueException.of(
                    "SecurityContext runAsUser", 0, "must not be root where runAsNonRoot is true");
        }
        if (addedCapabilities().contains("SYS_ADMIN")
                && !allowPrivilegeEscalation().orElse(true)) {
            throw new InvalidValueException("SecurityContext allowPrivilegeEscalation: Invalid value: false: the"
                    + " capability SYS_ADMIN already allows it");
        }
        if (privileged().orElse(false) && !allowPrivilegeEscalation().orElse(true)) {
            throw new InvalidValueException(
                    "SecurityContext allowPrivilegeEscalation: Invalid value: false: a privileged container has all"
                            + " rights already");
        }
    }

    /** Kubernetes 1.36, {@code IsValidUserID}: 0 to 2^31 - 1. */
    static void checkId(String what, long id) {
        if (id < 0 || id > Integer.MAX_VALUE) {
            throw InvalidValueException.of(what, id, "must be between 0 and 2147483647, inclusive");
        }
    }

    io.fabric8.kubernetes.api.model.SecurityContext toModel() {
        boolean capabilities =
                !addedCapabilities().isEmpty() || !droppedCapabilities().isEmpty();
        return new SecurityContextBuilder()
                .withRunAsUser(runAsUser().orElse(null))
                .withRunAsGroup(runAsGroup().orElse(null))
                .withRunAsNonRoot(runAsNonRoot().orElse(null))
                .withReadOnlyRootFilesystem(readOnlyRootFilesystem().orElse(null))
                .withAllowPrivilegeEscalation(allowPrivilegeEscalation().orElse(null))
                .withPrivileged(privileged().orElse(null))
                .withCapabilities(
                        capabilities
                                ? new CapabilitiesBuilder()
                                        .withAdd(addedCapabilities())
                                        .withDrop(droppedCapabilities())
                                        .build()
                                : null)
                .withSeccompProfile(
                        seccompProfile().map(SeccompProfile::toModel).orElse(null))
                .build();
    }
}
