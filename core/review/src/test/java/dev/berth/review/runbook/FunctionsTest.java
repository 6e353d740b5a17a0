package dev.berth.review.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bash functions of runbooks. */
class FunctionsTest {

    @ParameterizedTest
    @CsvSource({
        "1536Mi, 1610612736",
        "1.5Gi, 1610612736",
        "1610612736, 1610612736",
        "20480Ki, 20971520",
        "20Mi, 20971520",
        "2e9, 2000000000",
        "2G, 2000000000",
        "2E, 2000000000000000000",
        "1k, 1000",
        "5000m, 5"
    })
    void an_amount_is_the_same_in_any_notation(String quantity, String number) throws Exception {
        assertThat(bash(Functions.of(List.of("number x")) + "number '" + quantity + "'"))
                .isEqualTo(number + "\n");
    }

    @Test
    void a_script_contains_the_functions_that_it_calls_and_those_that_they_call() {
        assertThat(Functions.of(List.of("settle 'demo/a' \"$volume\"")))
                .contains("settle() {", "unretain() {", "field() {")
                .doesNotContain("release() {", "grown() {");
    }

    @Test
    void words_in_quotes_call_nothing() {
        assertThat(Functions.of(List.of("kubectl delete pod 'helper'", "{\"name\":\"grow\"}")))
                .isEmpty();
    }

    private static String bash(String script) throws Exception {
        Process process = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
