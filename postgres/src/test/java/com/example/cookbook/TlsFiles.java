package com.example.cookbook;

import dev.berth.config.Secret;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.value.FileMode;
import dev.berth.volumes.pod.SecretVolume;
import dev.berth.workload.Container;
import dev.berth.workload.Deployment;

/** The certificate and the key of a Secret as files. */
public final class TlsFiles implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        var tls = SecretVolume.named("tls")
                .secret(Secret.existing("shop-tls"))
                .defaultMode(FileMode.of("0400"))
                .build();
        var shop = Deployment.named("shop")
                .replicas(2)
                .container(Container.named("shop")
                        .image("registry.example.com/shop:1.4.2")
                        .addArgs("--tls-cert=/tls/tls.crt", "--tls-key=/tls/tls.key")
                        .addMount(tls.at("/tls").readOnly())
                        .build())
                .build();
        return ManifestSet.of(ManifestFile.of("shop.yaml", shop));
    }
}
