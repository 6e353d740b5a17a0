package com.example.cookbook;

import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.value.Port;
import dev.berth.volumes.pod.EmptyDir;
import dev.berth.workload.Container;
import dev.berth.workload.Deployment;
import dev.berth.workload.Probe;
import dev.berth.workload.Sidecar;

/** A server with a sidecar that reads its log files. */
public final class SidecarContainer implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        var logs = EmptyDir.named("logs").build();
        var http = Port.tcp("http", 8080);
        var server = Container.named("shop")
                .image("registry.example.com/shop:1.4.2")
                .addPort(http)
                .addMount(logs.at("/var/log/shop"))
                .readinessProbe(Probe.tcpSocket(http).build())
                .build();
        var shipper = Sidecar.named("log-shipper")
                .image("registry.example.com/log-shipper:3.1.0")
                .addMount(logs.at("/logs").readOnly())
                .build();
        var shop = Deployment.named("shop")
                .replicas(2)
                .container(server)
                .addInitContainer(shipper)
                .build();
        return ManifestSet.of(ManifestFile.of("shop.yaml", shop));
    }
}
