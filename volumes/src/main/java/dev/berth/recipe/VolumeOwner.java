package dev.berth.recipe;

import dev.berth.workload.ClaimTemplate;
import dev.berth.workload.InitContainer;
import dev.berth.workload.PodSecurityContext;
import dev.berth.workload.SeccompProfile;
import dev.berth.workload.SecurityContext;
import dev.berth.workload.SecurityContextOptions;
import dev.berth.workload.StatefulSet;
import java.util.List;
import java.util.Optional;

/**
 * What gives a new volume to the user of the server.
 *
 * @param image the image of the init container that changes the owner, if there is one
 */
public record VolumeOwner(Optional<String> image) {

    /** The kubelet, once for each volume: {@code fsGroup} with {@code OnRootMismatch}. The default. */
    public static VolumeOwner fsGroup() {
        return new VolumeOwner(Optional.empty());
    }

    /**
     * An init container that runs as root, for drivers that ignore {@code fsGroup}, such as {@code hostPath} and some
     * NFS servers. The pods then do not meet the Pod Security level {@code restricted}.
     *
     * @param image an image with {@code chown}, such as {@code busybox:1.37}
     */
    public static VolumeOwner initContainer(String image) {
        return new VolumeOwner(Optional.of(image));
    }

    /** The security context of each container of the server. */
    SecurityContext container(ServerImage server) {
        SecurityContextOptions context = SecurityContext.restricted().readOnlyRootFilesystem(true);
        if (image.isPresent()) {
            context.runAsUser(server.user()).runAsGroup(server.group());
        }
        return context.build();
    }

    /** Adds the security context of the pod, and the init container if there is one. */
    StatefulSet addTo(StatefulSet set, ServerImage server, List<ClaimTemplate> volumes) {
        if (image.isEmpty()) {
            return set.withSecurityContext(PodSecurityContext.restricted()
                    .runAsUser(server.user())
                    .runAsGroup(server.group())
                    .fsGroup(server.group())
                    .fsGroupChangePolicy(PodSecurityContext.FsGroupChangePolicy.ON_ROOT_MISMATCH)
                    .build());
        }
        var owner = InitContainer.named("init-permissions").image(image.orElseThrow());
        if (volumes.size() == 1) {
            owner.addMount(volumes.get(0).at("/data"));
        } else {
            volumes.forEach(volume -> owner.addMount(volume.at("/data/" + volume.name())));
        }
        return set.withSecurityContext(PodSecurityContext.unrestricted()
                        .seccompProfile(SeccompProfile.runtimeDefault())
                        .build())
                .replaceInitContainers(List.of(owner.addCommand(
                                "sh", "-c", "chown -R " + server.user() + ":" + server.group() + " /data")
                        .securityContext(SecurityContext.unrestricted()
                                .runAsUser(0)
                                .runAsGroup(0)
                                .allowPrivilegeEscalation(false)
                                .readOnlyRootFilesystem(true)
                                .addDroppedCapability("ALL")
                                // To change the owner of files, and to enter a data directory that only the user of the
                                // server may enter.
                                .addAddedCapabilities("CHOWN", "DAC_OVERRIDE")
                                .build())
                        .build()))
                .plusAllInitContainers(set.initContainers());
    }
}
