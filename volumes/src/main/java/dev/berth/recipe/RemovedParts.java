package dev.berth.recipe;

import dev.berth.config.EnvVar;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Port;
import dev.berth.workload.AnyInitContainer;
import dev.berth.workload.ClaimTemplate;
import dev.berth.workload.Container;
import dev.berth.workload.Mount;
import dev.berth.workload.StatefulSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a customized StatefulSet no longer has, although it belongs to the recipe. */
final class RemovedParts {

    private final List<String> removed = new ArrayList<>();

    /**
     * Refuses a StatefulSet that lacks a part of the recipe. Additions are always accepted.
     *
     * @throws InvalidValueException with all parts that are missing
     */
    static void refuse(String what, StatefulSet declared, StatefulSet customized) {
        RemovedParts parts = new RemovedParts();
        parts.compare(declared, customized);
        if (!parts.removed.isEmpty()) {
            throw new InvalidValueException(what + ": customize removes or replaces what belongs to the recipe: "
                    + String.join(", ", parts.removed)
                    + ": add with plus…, or leave a safeguard out with putOmission(…, \"the reason\")");
        }
    }

    private void compare(StatefulSet declared, StatefulSet customized) {
        Container before = declared.container();
        Container after = customized.container();
        missing(
                "the mount ",
                before.mounts().stream().map(RemovedParts::path).toList(),
                after.mounts().stream().map(RemovedParts::path).toList());
        missing(
                "the variable ",
                before.env().stream().map(EnvVar::name).toList(),
                after.env().stream().map(EnvVar::name).toList());
        missing(
                "the port ",
                before.ports().stream().map(Port::name).toList(),
                after.ports().stream().map(Port::name).toList());
        missing("the argument ", before.args(), after.args());
        missing(
                "the init container ",
                declared.initContainers().stream().map(AnyInitContainer::name).toList(),
                customized.initContainers().stream().map(AnyInitContainer::name).toList());
        missing(
                "the claim template ",
                declared.allVolumeClaimTemplates().stream()
                        .map(ClaimTemplate::name)
                        .toList(),
                customized.allVolumeClaimTemplates().stream()
                        .map(ClaimTemplate::name)
                        .toList());
        absent("the startup probe", before.startupProbe(), after.startupProbe());
        absent("the liveness probe", before.livenessProbe(), after.livenessProbe());
        absent("the readiness probe", before.readinessProbe(), after.readinessProbe());
        changed("the security context of the container", before.securityContext(), after.securityContext());
        changed("the security context of the pod", declared.securityContext(), customized.securityContext());
    }

    private static String path(Mount mount) {
        return mount.path().toString();
    }

    private void missing(String what, Collection<String> before, Collection<String> after) {
        before.stream().filter(part -> !after.contains(part)).forEach(part -> removed.add(what + part));
    }

    private void absent(String what, Optional<?> before, Optional<?> after) {
        if (before.isPresent() && after.isEmpty()) {
            removed.add(what);
        }
    }

    private void changed(String what, Object before, Object after) {
        if (!before.equals(after)) {
            removed.add(what);
        }
    }
}
