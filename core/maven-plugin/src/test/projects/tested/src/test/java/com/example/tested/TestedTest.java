package com.example.tested;

import static dev.berth.testing.BerthAssertions.assertThat;

import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.Namespace;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TestedTest {

    @Test
    void the_tree_matches_the_golden_tree() {
        var demo = Namespace.named("demo").build();
        assertThat(ManifestSet.of(ManifestFile.of("demo.yaml", demo))).matchesGoldenTree(Path.of("src/test/golden"));
    }
}
