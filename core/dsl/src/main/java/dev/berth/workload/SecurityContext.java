package dev.berth.workload;

import dev.berth.manifest.DslOptions;
import dev.berth.value.InvalidValueException;
import io.fabric8.kubernetes.api.model.CapabilitiesBuilder;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The rights of the processes of one container. What is not given is as the image and the pod say.
 *
 * <pre>{@code
 * SecurityContext.restricted().runAsUser(999).build()
 * }</pre>
 */
@Value.Immutable
@DslOptions
public abstract class SecurityContext {

    SecurityContext() {}

    /** Starts a security context in which nothing is set. */
    public static SecurityContextOptions unrestricted() {
        return new SecurityContextOptions();
    }

    /**
     * Starts the security context that the Pod Security Standard "restricted" asks for: not as root, no way to gain
     * rights, no capability, the runtime's seccomp profile.
     */
    public static SecurityContextOptions restricted() {
        return unrestricted()
                .runAsNonRoot(true)
                .allowPrivilegeEscalation(false)
                .addDroppedCapability("ALL")
                .seccompProfile(SeccompProfile.runtimeDefault());
    }

    /** The user id of the processes. The image's user unless given. */
    public abstract Optional<Long> runAsUser();

    /** The group id of the processes. The image's group unless given. */
    public abstract Optional<Long> runAsGroup();

    /** Whether the kubelet refuses to start the container as root. It does not unless given. */
    public abstract Optional<Boolean> runAsNonRoot();

    /** Whether the container's own file system can't be written; volumes still can. It can be unless given. */
    public abstract Optional<Boolean> readOnlyRootFilesystem();

    /** Whether a process can gain more rights than its parent has. It can unless given. */
    public abstract Optional<Boolean> allowPrivilegeEscalation();

    /** Whether the processes are root on the node. They are not unless given; few clusters allow it. */
    public abstract Optional<Boolean> privileged();

    /** The capabilities that the runtime gives beyond its own list. None unless given. */
    public abstract List<String> addedCapabilities();

    /** The capabilities that the runtime takes away, or {@code ALL}. None unless given. */
    public abstract List<String> droppedCapabilities();

    /** The system calls that the processes may make. The pod's profile unless given. */
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
                    + " capability SYS_ADMIN gives all rights already");
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
