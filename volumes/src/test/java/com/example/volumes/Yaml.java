package com.example.volumes;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.berth.manifest.Manifest;
import dev.berth.workload.Volume;

/** The model of a declaration as plain YAML: what this module declares, without the style of the rendered tree. */
final class Yaml {

    private static final ObjectMapper MAPPER = new YAMLMapper(YAMLFactory.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build());

    private Yaml() {}

    static String yaml(Manifest manifest) throws Exception {
        return MAPPER.writeValueAsString(manifest.toModel());
    }

    static String yaml(Volume volume) throws Exception {
        return MAPPER.writeValueAsString(volume.toModel());
    }
}
