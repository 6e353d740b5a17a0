package com.example.bad;

import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.value.Port;

public final class Port70000 implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        var sql = Port.tcp("sql", 70000);
        throw new AssertionError(sql);
    }
}
