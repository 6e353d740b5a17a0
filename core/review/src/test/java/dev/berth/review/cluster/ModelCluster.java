package dev.berth.review.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A cluster with one node. After each request, its controllers run until nothing changes. */
final class ModelCluster {
    private static final int MOST_ROUNDS = 1000;

    final Store store = new Store();
    final ApiServer api = new ApiServer(store);
    final Deletion deletion = new Deletion(store);
    final DeploymentController deployments = new DeploymentController(store, deletion);
    final Disks disks;
    final Server server;
    final Kubelet kubelet;
    private final GarbageCollector garbage = new GarbageCollector(store, deletion);
    private final SetController sets = new SetController(store, deletion);
    private final ClaimProtection protection = new ClaimProtection(store);
    private final Volumes volumes;

    ModelCluster(Path disks, boolean resizesOnline) {
        this.disks = new Disks(disks);
        this.server = new Server(this.disks, store);
        this.kubelet = new Kubelet(store, server);
        this.volumes = new Volumes(store, this.disks, resizesOnline);
    }

    /** Applies manifests for the first time; the servers insert their first rows. */
    void deploy(List<ObjectNode> manifests) throws RefusedException {
        for (ObjectNode manifest : manifests) {
            if (api.find(manifest).isEmpty()) {
                api.apply(manifest);
            }
        }
        server.insertFirstRows(true);
        settle();
        server.insertFirstRows(false);
    }

    /** Lets the controllers run until nothing changes. */
    void settle() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            boolean changed = garbage.sync();
            changed |= protection.sync();
            changed |= volumes.sync();
            changed |= kubelet.sync();
            changed |= sets.sync();
            changed |= deployments.sync();
            if (!changed) {
                return;
            }
        }
        throw new IllegalStateException("The controllers never come to rest");
    }

    /** Returns every line that a server has ever written and that no disk has anymore. */
    Set<String> lostRows() {
        Set<String> lost = new java.util.TreeSet<>();
        server.written().values().forEach(lost::addAll);
        lost.removeAll(disks.lines());
        return lost;
    }
}
