package dev.berth.workload;

import dev.berth.value.InvalidValueException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which system calls the processes of a container may make.
 *
 * @param type the type of the profile, as in the API
 * @param localhostProfile the file of the profile on the node, for the type {@code Localhost} only
 */
public record SeccompProfile(String type, Optional<String> localhostProfile) {

    /** The system calls on the list of the container runtime, which are sufficient for nearly every program. */
    public static SeccompProfile runtimeDefault() {
        return new SeccompProfile("RuntimeDefault", Optional.empty());
    }

    /** All system calls. */
    public static SeccompProfile unconfined() {
        return new SeccompProfile("Unconfined", Optional.empty());
    }

    /**
     * The system calls of a profile on the node.
     *
     * @param file the path, relative to the profile directory of the kubelet
     * @throws InvalidValueException if the path is absolute or leaves that directory; Kubernetes 1.36,
     *     {@code validateLocalDescendingPath}
     */
    public static SeccompProfile localhost(String file) {
        if (file.isEmpty()
                || file.startsWith("/")
                || Arrays.asList(file.split("/", -1)).contains("..")) {
            throw InvalidValueException.of("SeccompProfile localhost", file, "must be relative and without '..'");
        }
        return new SeccompProfile("Localhost", Optional.of(file));
    }

    io.fabric8.kubernetes.api.model.SeccompProfile toModel() {
        return new io.fabric8.kubernetes.api.model.SeccompProfile(localhostProfile.orElse(null), type);
    }
}
