package com.example.bad;

import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.value.Bytes;
import dev.berth.workload.AccessMode;
import dev.berth.workload.ClaimTemplate;

public final class RelativeMountPath implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        var data = ClaimTemplate.named("data").accessMode(AccessMode.READ_WRITE_ONCE).storage(Bytes.gibi(1)).build();
        var mount = data.at("var/lib/data");
        throw new AssertionError(mount);
    }
}
