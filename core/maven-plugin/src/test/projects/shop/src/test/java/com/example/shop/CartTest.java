package com.example.shop;

import static dev.berth.testing.BerthAssertions.assertThat;
import static dev.berth.value.Bytes.gibi;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CartTest {

    @Test
    void staging_has_a_smaller_disk() {
        assertThat(Cart.sized(gibi(1))).matchesGoldenTree(Path.of("src/test/golden/staging"));
    }
}
