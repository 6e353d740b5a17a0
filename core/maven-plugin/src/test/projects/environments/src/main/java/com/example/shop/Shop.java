package com.example.shop;

import static dev.berth.workload.AccessMode.READ_WRITE_ONCE;

import dev.berth.manifest.Difference;
import dev.berth.manifest.Environments;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.manifest.Namespace;
import dev.berth.network.HeadlessService;
import dev.berth.policy.PodDisruptionBudget;
import dev.berth.value.Port;
import dev.berth.workload.ClaimTemplate;
import dev.berth.workload.Container;
import dev.berth.workload.ExistingStorageClass;
import dev.berth.workload.PodAmount;
import dev.berth.workload.Probe;
import dev.berth.workload.StatefulSet;
import java.util.List;
import java.util.Map;

public final class Shop implements ManifestSource {

    @Override
    public Environments<Stage> manifests() {
        return Environments.of(List.of(Stage.values()), Stage::label, Shop::in)
                .cluster(Stage::cluster)
                .mayDiffer(
                        Difference.field("StatefulSet", "cart", "spec.replicas"),
                        Difference.field("StatefulSet", "cart", "spec.volumeClaimTemplates[data].spec"))
                .differencesIn("differences.md");
    }

    static ManifestSet in(Stage stage) {
        var shop = Namespace.named("shop").build();
        var port = Port.tcp("redis", 6379);
        var data = ClaimTemplate.named("data")
                .accessMode(READ_WRITE_ONCE)
                .storage(stage.storage())
                .storageClass(fastDisk(stage.cloud()))
                .build();
        var server = Container.named("redis")
                .image("redis:7.2-alpine")
                .addPort(port)
                .addMount(data.at("/data"))
                .readinessProbe(Probe.tcpSocket(port).build())
                .build();
        var cart = StatefulSet.named("cart")
                .service(HeadlessService.named("cart"))
                .replicas(stage.replicas())
                .container(server)
                .build();
        var budget = PodDisruptionBudget.named("cart")
                .selecting(cart)
                .limit(PodDisruptionBudget.minAvailable(PodAmount.pods(1)))
                .putAllAcknowledgements(acknowledged(stage))
                .build();
        return ManifestSet.of(
                ManifestFile.of("namespace.yaml", shop),
                ManifestFile.of("cart.yaml", cart.headlessService(), cart, budget)
                        .in(shop));
    }

    private static ExistingStorageClass fastDisk(Cloud cloud) {
        return new ExistingStorageClass(
                switch (cloud) {
                    case AWS -> "gp3";
                    case GOOGLE -> "premium-rwo";
                });
    }

    private static Map<String, String> acknowledged(Stage stage) {
        return switch (stage) {
            case DEV -> Map.of("budget-never-allows", "Nodes of the development cluster are drained at night.");
            case STAGING, PROD -> Map.of();
        };
    }
}
