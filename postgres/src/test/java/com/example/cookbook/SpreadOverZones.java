package com.example.cookbook;

import static dev.berth.workload.Toleration.Effect.NO_SCHEDULE;
import static dev.berth.workload.TopologySpreadConstraint.WhenUnsatisfiable.SCHEDULE_ANYWAY;

import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.workload.Affinity;
import dev.berth.workload.Container;
import dev.berth.workload.Deployment;
import dev.berth.workload.PodAffinityTerm;
import dev.berth.workload.Toleration;
import dev.berth.workload.TopologySpreadConstraint;

/** One pod on each node, spread over the zones, on nodes that are reserved for it. */
public final class SpreadOverZones implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        var shop = Deployment.named("shop")
                .replicas(3)
                .container(Container.named("shop")
                        .image("registry.example.com/shop:1.4.2")
                        .build())
                .affinity(Affinity.rules()
                        .addRequiredPodAntiAffinity(PodAffinityTerm.ownPerNode())
                        .build())
                .addTopologySpreadConstraint(TopologySpreadConstraint.overZones(SCHEDULE_ANYWAY))
                .putNodeSelector("node.example.com/pool", "shop")
                .addToleration(Toleration.equal("pool", "shop", NO_SCHEDULE))
                .build();
        return ManifestSet.of(ManifestFile.of("shop.yaml", shop));
    }
}
