package dev.berth.lint.server;

import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.object.TemplatedPod;

/** What init containers do to a volume before the other containers start. */
final class InitContainers {

    private InitContainers() {}

    /** Whether an init container may change the owner or mode of a volume: it mounts it, and may run as root. */
    static boolean mayPrepare(ObjectSet set, PodOwner workload, String volume) {
        for (TemplatedPod.Place place : workload.containers()) {
            if (place.init() && !RunAs.isNotRoot(set, workload, place)) {
                for (MountedVolume mount : MountedVolume.all(workload, place)) {
                    if (mount.volume().equals(volume) && !mount.isReadOnly()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
