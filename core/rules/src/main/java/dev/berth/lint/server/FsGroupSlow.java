package dev.berth.lint.server;

import dev.berth.catalog.image.ServerTrait;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.WorkloadRule;
import dev.berth.object.TemplatedPod;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Quantity;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import java.math.BigDecimal;
import java.util.Optional;

/** A pod with {@code fsGroup} that changes every file of a large volume at every start. */
public final class FsGroupSlow extends WorkloadRule {

    private static final BigDecimal LARGE = BigDecimal.valueOf(100L << 30);

    public FsGroupSlow() {
        super(
                Level.WARNING,
                new Rule("fs-group-changes-all-files", "SetVolumeOwnership", "pkg/volume/volume_linux.go"),
                "The policy defaults to Always: before each start, the kubelet changes the group and mode of every file on"
                        + " the volume, which can take minutes to hours.",
                "Set fsGroupChangePolicy: OnRootMismatch.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, LintReport report) {
        if (!RunAs.hasFsGroup(workload)
                || workload.pod().spec().getSecurityContext().getFsGroupChangePolicy() != null) {
            return;
        }
        slow(set, workload)
                .ifPresent(why -> report.required(
                        this,
                        workload.object(),
                        workload.pod().specPath() + ".securityContext.fsGroupChangePolicy",
                        why));
    }

    private static Optional<String> slow(ObjectSet set, PodOwner workload) {
        for (TemplatedPod.Place place : workload.containers()) {
            boolean hasManyFiles = Server.of(set, workload, place)
                    .filter(server -> server.has(ServerTrait.STORES_MANY_FILES))
                    .isPresent();
            for (MountedVolume mount : MountedVolume.all(workload, place)) {
                Optional<String> size = mount.claim(set)
                        .filter(claim -> !"Block".equals(claim.getVolumeMode()))
                        .map(FsGroupSlow::size);
                if (size.isPresent() && !ClaimFileSystem.isDirectory(set, mount)) {
                    if (hasManyFiles) {
                        return Optional.of("Container \"" + place.container().getName() + "\" stores very many files on"
                                + " volume \"" + mount.volume() + "\".");
                    }
                    if (isLarge(size.get())) {
                        return Optional.of("Volume \"" + mount.volume() + "\" has " + size.get() + ".");
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static String size(PersistentVolumeClaimSpec claim) {
        var requests =
                claim.getResources() == null ? null : claim.getResources().getRequests();
        var size = requests == null ? null : requests.get("storage");
        return size == null ? "" : size.toString();
    }

    private static boolean isLarge(String size) {
        try {
            return !size.isEmpty() && Quantity.of(size).amount().compareTo(LARGE) >= 0;
        } catch (InvalidValueException refusedByTheServer) {
            return false;
        }
    }
}
