package dev.berth.lint.server;

import dev.berth.catalog.image.StartUser;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The user that a container runs as: that of its own security context, or else of the pod, or else of its image.
 *
 * <p>Source: {@code DetermineEffectiveSecurityContext}, {@code pkg/securitycontext/util.go}.
 */
final class RunAs {

    private RunAs() {}

    /** The user number that the container or the pod sets. */
    static Optional<Long> user(PodOwner workload, Container container) {
        return effective(workload, container, SecurityContext::getRunAsUser, PodSecurityContext::getRunAsUser);
    }

    static Optional<Long> group(PodOwner workload, Container container) {
        return effective(workload, container, SecurityContext::getRunAsGroup, PodSecurityContext::getRunAsGroup);
    }

    static boolean mustNotBeRoot(PodOwner workload, Container container) {
        return effective(workload, container, SecurityContext::getRunAsNonRoot, PodSecurityContext::getRunAsNonRoot)
                .filter(Boolean::booleanValue)
                .isPresent();
    }

    /** The user that the image starts as, if the catalog knows it and nothing else sets one. */
    static Optional<StartUser> ofImage(ObjectSet set, PodOwner workload, TemplatedPod.Place place) {
        return user(workload, place.container()).isPresent()
                ? Optional.empty()
                : Server.of(set, workload, place)
                        .flatMap(server -> server.image().startUser(server.tag()));
    }

    /** Whether the container certainly does not run as root. */
    static boolean isNotRoot(ObjectSet set, PodOwner workload, TemplatedPod.Place place) {
        return user(workload, place.container()).map(user -> user != 0).orElseGet(() -> ofImage(set, workload, place)
                .filter(user -> !user.isRoot())
                .isPresent());
    }

    private static <T> Optional<T> effective(
            PodOwner workload,
            Container container,
            Function<SecurityContext, @Nullable T> own,
            Function<PodSecurityContext, @Nullable T> shared) {
        SecurityContext mine = container.getSecurityContext();
        PodSecurityContext ours = workload.pod().spec().getSecurityContext();
        return Optional.ofNullable(mine == null ? null : own.apply(mine))
                .or(() -> Optional.ofNullable(ours == null ? null : shared.apply(ours)));
    }

    static boolean hasFsGroup(PodOwner workload) {
        PodSecurityContext context = workload.pod().spec().getSecurityContext();
        return context != null && context.getFsGroup() != null;
    }

    static boolean isWindows(PodOwner workload) {
        var os = workload.pod().spec().getOs();
        return os != null && Objects.equals(os.getName(), "windows");
    }
}
