package com.example.declared;

import dev.berth.manifest.Manifest;
import dev.berth.manifest.ManifestFile;
import dev.berth.yaml.YamlWriter;

/** The YAML of a declaration, without the header of the file. */
final class Yaml {

    private Yaml() {}

    static String of(Manifest manifest) {
        return new YamlWriter().toYaml(manifest.toModel(), manifest.comments());
    }

    /** The object as it is in the file. */
    static String of(ManifestFile file, Manifest manifest) {
        return new YamlWriter().toYaml(file.toModel(manifest), manifest.comments());
    }
}
