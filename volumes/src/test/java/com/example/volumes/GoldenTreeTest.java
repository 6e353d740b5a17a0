package com.example.volumes;

import static dev.berth.testing.BerthAssertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GoldenTreeTest {

    @Test
    void the_examples_of_volumes_and_storage_classes_render_as_reviewed() {
        assertThat(new VolumeExamples().manifests().and(new StorageClassExamples().manifests()))
                .matchesGoldenTree(Path.of("src/test/golden"));
    }
}
