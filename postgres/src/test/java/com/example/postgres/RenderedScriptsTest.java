package com.example.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.harness.RenderedScripts;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** shellcheck reads the scripts as the pods run them, with all parts that a script is joined from. */
class RenderedScriptsTest {

    @TestFactory
    Stream<DynamicTest> shellcheck_reports_nothing() {
        assumeShellcheck();
        return RenderedScripts.in(Path.of("src/test/golden")).entrySet().stream()
                .map(script -> DynamicTest.dynamicTest(
                        script.getKey(), () -> assertThat(RenderedScripts.check(script.getValue()))
                                .isEmpty()));
    }

    @Test
    void shellcheck_reports_a_variable_without_quotes() {
        assumeShellcheck();
        assertThat(RenderedScripts.check("#!/bin/sh\nls $1\n")).contains("SC2086");
    }

    private static void assumeShellcheck() {
        Optional<String> obstacle = RenderedScripts.obstacle();
        obstacle.ifPresent(reason -> System.out.println("Not run: the check of the scripts, because " + reason));
        assumeTrue(obstacle.isEmpty(), "shellcheck is not installed");
    }
}
