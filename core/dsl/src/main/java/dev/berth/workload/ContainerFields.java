package dev.berth.workload;

import dev.berth.config.EnvFrom;
import dev.berth.config.EnvVar;
import dev.berth.manifest.DslPart;
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

/** The attributes that containers, init containers and sidecars have in common. */
@DslPart
public abstract class ContainerFields {

    ContainerFields() {}

    /** The name, which must be unique in the pod. It is used with {@code kubectl logs -c}. */
    public abstract String name();

    /** The image, such as {@code postgres:17}. */
    public abstract String image();

    /**
     * When the node pulls the image. Kubernetes defaults to {@link PullPolicy#ALWAYS} for the tag {@code latest}, and
     * to {@link PullPolicy#IF_NOT_PRESENT} for other tags.
     */
    public abstract Optional<PullPolicy> imagePullPolicy();

    /** The program and its first arguments, run without a shell. Defaults to the entry point of the image. */
    public abstract List<String> command();

    /** The arguments of the command or of the entry point. Defaults to the arguments of the image. */
    public abstract List<String> args();

    /** The working directory. Defaults to that of the image. */
    public abstract Optional<String> workingDir();

    /** The environment variables, in order. A variable can refer to those before it. */
    public abstract List<EnvVar> env();

    /** ConfigMaps and Secrets whose keys become environment variables. Variables of {@link #env()} take precedence. */
    public abstract List<EnvFrom> envFrom();

    /** The volumes and the paths at which they are mounted. Each volume is added to the pod. */
    public abstract List<Mount> mounts();

    /** Claims of volume mode Block, by the path of the device in the container. */
    public abstract Map<String, Mountable> volumeDevices();

    /** The resource requests and limits. Optional; none by default. */
    public abstract Optional<Resources> resources();

    /** The security settings of the container. Defaults to those of the pod and the image. */
    public abstract Optional<SecurityContext> securityContext();

    /** Changes the fabric8 model of the container, for fields that have no method here. Optional. */
    public abstract Optional<UnaryOperator<ContainerBuilder>> customize();

    String what() {
        return getClass().getSuperclass().getSimpleName() + " \"" + name() + "\"";
    }

    void checkFields() {
        if (image().isBlank() || !image().strip().equals(image())) {
            throw InvalidValueException.of(
                    what() + ": image", image(), "must be a name without leading or trailing spaces");
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
                        "must not have Bidirectional propagation in a container that is not privileged");
            }
        });
    }

    private static boolean isBlock(ClaimTemplate claim) {
        return claim.volumeMode().filter(VolumeMode.BLOCK::equals).isPresent();
    }

    private boolean privileged() {
        return securityContext().flatMap(SecurityContext::privileged).orElse(false);
    }

    /** Everything that is mounted, or attached as a device. */
    Stream<Mountable> mountables() {
        return Stream.concat(mounts().stream().map(Mount::source), volumeDevices().values().stream());
    }

    /** The objects outside the rendered set that the container reads. */
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
