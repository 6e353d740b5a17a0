package dev.berth.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GoldenFlagTest {

    @Test
    void without_the_flag_trees_are_compared() {
        assertThat(GoldenFlag.asksForUpdate(null, null)).isFalse();
        assertThat(GoldenFlag.asksForUpdate(null, "true")).isFalse();
    }

    @Test
    void with_the_flag_trees_are_rendered() {
        assertThat(GoldenFlag.asksForUpdate("update", null)).isTrue();
        assertThat(GoldenFlag.asksForUpdate("update", "")).isTrue();
    }

    @Test
    void the_flag_is_refused_in_ci() {
        assertThatThrownBy(() -> GoldenFlag.asksForUpdate("update", "true"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("berth.golden=update is refused if the environment variable CI is set, because a test that"
                        + " updates its own expectation proves nothing: run it locally and commit the tree");
    }

    @Test
    void another_value_of_the_flag_is_refused_everywhere() {
        assertThatThrownBy(() -> GoldenFlag.asksForUpdate("true", null))
                .isInstanceOf(AssertionError.class)
                .hasMessage("berth.golden: Invalid value: \"true\": must be update if it is set");
    }
}
