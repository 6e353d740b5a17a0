package dev.berth.workload;

import dev.berth.value.InvalidValueException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which system calls the processes of a container may make.
 *
 * @param type the kind of profile, as the API takes it
 * @param localhostProfile the profile's file on the node, for that kind only
 */
public record SeccompProfile(String type, Optional<String> localhostProfile) {

    /** Those of the container runtime's own list: what nearly every program can do with. */
    public static SeccompProfile runtimeDefault() {
        return new SeccompProfile("RuntimeDefault", Optional.empty());
    }

    /** All of them. */
    public static SeccompProfile unconfined() {
        return new SeccompProfile("Unconfined", Optional.empty());
    }

    /**
     * Those of a profile on the node.
     *
     * @param file relative to the kubelet's directory of profiles
     * @throws InvalidValueException when the path is absolute or leaves that directory; Kubernetes 1.36,
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
