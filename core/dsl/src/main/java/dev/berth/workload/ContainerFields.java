package dev.berth.workload;

import dev.berth.config.EnvFrom;
import dev.berth.config.EnvVar;
import dev.berth.object.ExistingObject;
import dev.berth.value.ContainerPath;
import dev.berth.value.InvalidValueException;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.VolumeDevice;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What every container of a pod has, whether it runs before the others or with them. */
public abstract class ContainerFields {

    ContainerFields() {}

    /** The name, unique in its pod; {@code kubectl logs -c} takes it. */
    public abstract String name();

    /** The image, such as {@code postgres:17}. */
    public abstract String image();

    /** When the node fetches the image. See {@link PullPolicy} for what holds unless given. */
    public abstract Optional<PullPolicy> imagePullPolicy();

    /** The program and its first arguments, run without a shell; the image's entry point unless given. */
    public abstract List<String> command();

    /** The arguments after the command, or after the image's entry point; the image's arguments unless given. */
    public abstract List<String> args();

    /** The working directory; the image's unless given. */
    public abstract Optional<String> workingDir();

    /** The environment variables, in order: a later one can use those before it. */
    public abstract List<EnvVar> env();

    /** Whole ConfigMaps and Secrets as environment variables; those of {@link #env()} win over them. */
    public abstract List<EnvFrom> envFrom();

    /** The volumes and where they are mounted; the pod gets each of them. */
    public abstract List<Mount> mounts();

    /** Claims of volume mode Block, by the path of the device in the container. */
    public abstract Map<String, Mountable> volumeDevices();

    /** What the container is promised and may use. No promise and no limit unless given. */
    public abstract Optional<Resources> resources();

    /** The rights of the container's processes. As image and pod say unless given. */
    public abstract Optional<SecurityContext> securityContext();

    /** A last change of the container in the model, for what has no method here. None unless given. */
    public abstract Optional<UnaryOperator<ContainerBuilder>> customize();

    String what() {
        return getClass().getSuperclass().getSimpleName() + " \"" + name() + "\"";
    }

    void checkFields() {
        if (image().isBlank() || !image().strip().equals(image())) {
            throw InvalidValueException.of(what() + ": image", image(), "must be a name without space around it");
        }
        volumeDevices().keySet().forEach(ContainerPath::of);
        volumeDevices().forEach((path, device) -> {
            if (device instanceof ClaimTemplate claim && !isBlock(claim)) {
                throw InvalidValueException.of(
                        what() + ": device",
                        path,
                        "needs a claim of volume mode Block: mount \"" + claim.name() + "\"");
            }
        });
        mounts().forEach(mount -> {
            if (mount.source() instanceof ClaimTemplate claim && isBlock(claim)) {
                throw InvalidValueException.of(
                        what() + ": mount",
                        mount.path(),
                        "needs a claim of volume mode Filesystem: give \"" + claim.name() + "\" as a device");
            }
            if (mount.needsPrivileges() && !privileged()) {
                throw InvalidValueException.of(
                        what() + ": mount",
                        mount.path(),
                        "must not propagate both ways in a container without privileges");
            }
        });
    }

    private static boolean isBlock(ClaimTemplate claim) {
        return claim.volumeMode().filter(VolumeMode.BLOCK::equals).isPresent();
    }

    private boolean privileged() {
        return securityContext().flatMap(SecurityContext::privileged).orElse(false);
    }

    /** All that is mounted or given as a device. */
    Stream<Mountable> mountables() {
        return Stream.concat(mounts().stream().map(Mount::source), volumeDevices().values().stream());
    }

    /** The objects that the container reads and that live outside of the rendered set. */
    Set<ExistingObject> existing() {
        Set<ExistingObject> all = new LinkedHashSet<>();
        env().forEach(variable -> variable.outside().ifPresent(all::add));
        envFrom().forEach(source -> source.outside().ifPresent(all::add));
        return all;
    }

    ContainerBuilder fields() {
        return new ContainerBuilder()
                .withName(name())
                .withImage(image())
                .withImagePullPolicy(imagePullPolicy().map(PullPolicy::value).orElse(null))
                .withCommand(command())
                .withArgs(args())
                .withWorkingDir(workingDir().orElse(null))
                .withEnv(env().stream().map(EnvVar::toModel).toList())
                .withEnvFrom(envFrom().stream().map(EnvFrom::toModel).toList())
                .withVolumeMounts(mounts().stream().map(Mount::toModel).toList())
                .withVolumeDevices(volumeDevices().entrySet().stream()
                        .map(device -> new VolumeDevice(
                                device.getKey(), device.getValue().name()))
                        .toList())
                .withResources(resources().map(Resources::toModel).orElse(null))
                .withSecurityContext(
                        securityContext().map(SecurityContext::toModel).orElse(null));
    }

    io.fabric8.kubernetes.api.model.Container customized(ContainerBuilder container) {
        return Objects.requireNonNull(
                        customize().orElse(UnaryOperator.identity()).apply(container))
                .build();
    }

    abstract io.fabric8.kubernetes.api.model.Container toModel();
}
