package com.example.shop;

import static dev.berth.testing.BerthAssertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShopTest {

    @Test
    void development_is_what_is_in_the_repository() {
        assertThat(new Shop()).environment("dev").matchesGoldenTree(Path.of("clusters"));
    }

    @Test
    void production_is_what_is_in_the_repository() {
        assertThat(new Shop()).environment("prod").matchesGoldenTree(Path.of("clusters"));
    }
}
