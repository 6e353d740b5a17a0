package dev.berth.lint.server;

import dev.berth.lint.rule.PodOwner;
import dev.berth.object.TemplatedPod;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Recognizes a server that nothing in its pod can join with others into a cluster. */
final class PlainServer {

    private static final Pattern HINT = Pattern.compile("(?i)repl|cluster|standby|primary|master|slave|follower|join"
            + "|peer|seed|servers|discovery|quorum|node|galera|wsrep|patroni|sentinel|cookie|config|wal_level"
            + "|server[-_]id|gtid|https?://|\\.conf");

    private PlainServer() {}

    /** Whether a server certainly runs alone. Any sign of replication, or anything that may set it up, is enough to say no. */
    static boolean isPlain(Server server) {
        var container = server.container();
        return server.runsServer()
                && server.words().stream().noneMatch(PlainServer::isHint)
                && !server.env().setsAny(PlainServer::isHint)
                && !server.env().maySet("")
                && (container.getLifecycle() == null || container.getLifecycle().getPostStart() == null)
                && MountedVolume.all(server.workload(), server.place()).stream()
                        .allMatch(mount -> mount.isClaim() || isSecretOrScratch(mount))
                && isLeftAlone(server);
    }

    private static boolean isHint(String text) {
        return HINT.matcher(text).find();
    }

    /** A Secret holds passwords and certificates, and an {@code emptyDir} holds nothing if no other container uses it. */
    private static boolean isSecretOrScratch(MountedVolume mount) {
        return mount.workload()
                .volume(mount.volume())
                .map(place -> place.volume())
                .filter(volume -> volume.getSecret() != null || volume.getEmptyDir() != null)
                .isPresent();
    }

    /** Whether no other container shares a volume with the server, except an init container that changes the owner. */
    private static boolean isLeftAlone(Server server) {
        List<String> volumes = new ArrayList<>();
        MountedVolume.all(server.workload(), server.place()).forEach(mount -> volumes.add(mount.volume()));
        PodOwner workload = server.workload();
        for (TemplatedPod.Place place : workload.containers()) {
            if (!place.equals(server.place()) && !changesOwnerOnly(place)) {
                for (MountedVolume mount : MountedVolume.all(workload, place)) {
                    if (volumes.contains(mount.volume())) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static boolean changesOwnerOnly(TemplatedPod.Place place) {
        String text = String.join(" ", PodOwner.orEmpty(place.container().getCommand()))
                + String.join(" ", PodOwner.orEmpty(place.container().getArgs()));
        return place.init() && (text.contains("chown") || text.contains("chmod"));
    }
}
