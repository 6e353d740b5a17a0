package com.example.volumes;

import dev.berth.manifest.Manifest;
import dev.berth.workload.Volume;
import dev.berth.yaml.YamlWriter;

/** The YAML of one declaration. */
final class Yaml {

    private Yaml() {}

    static String rendered(Manifest manifest) {
        return new YamlWriter().toYaml(manifest.toModel(), manifest.comments());
    }

    static String rendered(Volume volume) {
        return new YamlWriter().toYaml(volume.toModel());
    }
}
