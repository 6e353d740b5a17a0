package dev.berth.rules.pod;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EphemeralContainer;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of ephemeral containers. No object may have them on create, but the server checks them anyway. */
final class EphemeralRules {
    private static final Rule NAME_TWICE = Rule.core("ephemeral-name-twice", "validateEphemeralContainers");
    private static final Rule TARGET = Rule.core("ephemeral-target", "validateEphemeralContainers");
    private static final Rule UNSET = Rule.core("ephemeral-field", "validateFieldAllowList");
    private static final Rule IMAGE = Rule.core("image-spaces", "validateContainerOnlyForPod");

    private EphemeralRules() {}

    static void check(PodSpec spec, ContainerRules containers, FieldPath path, Findings findings) {
        Set<String> others = new HashSet<>();
        Zero.list(spec.getContainers()).forEach(container -> others.add(Zero.text(container.getName())));
        Zero.list(spec.getInitContainers()).forEach(container -> others.add(Zero.text(container.getName())));
        Set<String> names = new HashSet<>(others);
        List<EphemeralContainer> ephemeral = Zero.list(spec.getEphemeralContainers());
        for (int i = 0; i < ephemeral.size(); i++) {
            EphemeralContainer container = ephemeral.get(i);
            FieldPath at = path.index(i);
            containers.common(asContainer(container), at);
            image(container.getImage(), at.child("image"), findings);
            if (!names.add(Zero.text(container.getName()))) {
                findings.duplicate(NAME_TWICE, at.child("name"), container.getName());
            }
            String target = Zero.text(container.getTargetContainerName());
            if (!target.isEmpty() && !others.contains(target)) {
                findings.notFound(TARGET, at.child("targetContainerName"), target);
            }
            unset(container, at, findings);
        }
    }

    /** Refuses spaces around the image; the server checks this in pods and not in templates. */
    static void image(@Nullable String given, FieldPath path, Findings findings) {
        String image = Zero.text(given);
        if (!image.strip().equals(image)) {
            findings.invalid(IMAGE, path, image, "must not have leading or trailing spaces");
        }
    }

    private static void unset(EphemeralContainer container, FieldPath path, Findings findings) {
        boolean resources = container.getResources() != null
                && !(Zero.map(container.getResources().getLimits()).isEmpty()
                        && Zero.map(container.getResources().getRequests()).isEmpty()
                        && Zero.list(container.getResources().getClaims()).isEmpty());
        unset(!Zero.list(container.getPorts()).isEmpty(), path.child("ports"), findings);
        unset(resources, path.child("resources"), findings);
        unset(!Zero.list(container.getResizePolicy()).isEmpty(), path.child("resizePolicy"), findings);
        unset(container.getRestartPolicy() != null, path.child("restartPolicy"), findings);
        unset(!Zero.list(container.getRestartPolicyRules()).isEmpty(), path.child("restartPolicyRules"), findings);
        unset(container.getLivenessProbe() != null, path.child("livenessProbe"), findings);
        unset(container.getReadinessProbe() != null, path.child("readinessProbe"), findings);
        unset(container.getStartupProbe() != null, path.child("startupProbe"), findings);
        unset(container.getLifecycle() != null, path.child("lifecycle"), findings);
        List<VolumeMount> mounts = Zero.list(container.getVolumeMounts());
        for (int i = 0; i < mounts.size(); i++) {
            FieldPath mount = path.child("volumeMounts").index(i);
            unset(!Zero.isEmpty(mounts.get(i).getSubPath()), mount.child("subPath"), findings);
            unset(!Zero.isEmpty(mounts.get(i).getSubPathExpr()), mount.child("subPathExpr"), findings);
        }
    }

    private static void unset(boolean set, FieldPath path, Findings findings) {
        if (set) {
            findings.forbidden(UNSET, path, "not allowed in an ephemeral container");
        }
    }

    private static Container asContainer(EphemeralContainer ephemeral) {
        Container container = new Container();
        container.setName(ephemeral.getName());
        container.setImage(ephemeral.getImage());
        container.setTerminationMessagePolicy(ephemeral.getTerminationMessagePolicy());
        container.setPorts(ephemeral.getPorts());
        container.setEnv(ephemeral.getEnv());
        container.setEnvFrom(ephemeral.getEnvFrom());
        container.setVolumeMounts(ephemeral.getVolumeMounts());
        container.setVolumeDevices(ephemeral.getVolumeDevices());
        container.setImagePullPolicy(ephemeral.getImagePullPolicy());
        container.setResources(ephemeral.getResources());
        container.setResizePolicy(ephemeral.getResizePolicy());
        container.setSecurityContext(ephemeral.getSecurityContext());
        return container;
    }
}
