package com.example.bad;

import dev.berth.config.ConfigMap;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;

public final class UnknownKey implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        var config = ConfigMap.named("app").putData("DATABASE", "mydb").build();
        var name = config.env("DATABSE");
        throw new AssertionError(name);
    }
}
