package com.example.shop;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.workload.AccessMode.READ_WRITE_ONCE;

import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.network.HeadlessService;
import dev.berth.value.Bytes;
import dev.berth.value.Port;
import dev.berth.workload.ClaimTemplate;
import dev.berth.workload.Container;
import dev.berth.workload.Probe;
import dev.berth.workload.StatefulSet;

public final class Cart implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        return sized(gibi(10));
    }

    static ManifestSet sized(Bytes storage) {
        var port = Port.tcp("redis", 6379);
        var data = ClaimTemplate.named("data")
                .accessMode(READ_WRITE_ONCE)
                .storage(storage)
                .build();
        var server = Container.named("redis")
                .image("redis:7.2-alpine")
                .addPort(port)
                .addMount(data.at("/data"))
                .readinessProbe(Probe.tcpSocket(port).build())
                .build();
        var cart = StatefulSet.named("cart")
                .service(HeadlessService.named("cart"))
                .replicas(1)
                .container(server)
                .build();
        return ManifestSet.of(ManifestFile.of("cart.yaml", cart.headlessService(), cart));
    }
}
