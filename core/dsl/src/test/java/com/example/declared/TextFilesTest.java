package com.example.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.manifest.CommentStyle;
import dev.berth.manifest.TextFile;
import dev.berth.value.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files without objects: which are accepted, and how comments are written in them. */
class TextFilesTest {

    @ParameterizedTest
    @CsvSource({
        "apply.md, MARKUP",
        "app.properties, HASH",
        "APP.INI, SEMICOLON",
        "a/schema.sql, DASHES",
        "site.js, SLASHES",
        "values.yaml, HASH"
    })
    void the_extension_tells_how_comments_are_written(String path, CommentStyle comments) {
        assertThat(TextFile.of(path, "text\n").comments()).isEqualTo(comments);
    }

    @Test
    void any_other_extension_is_accepted_with_its_comments() {
        TextFile file = TextFile.of("policy.rego", "package a\n", CommentStyle.HASH);

        assertThat(file.comments()).isEqualTo(CommentStyle.HASH);
        assertThat(file.withText("package b\n").comments()).isEqualTo(CommentStyle.HASH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"policy.rego", "Makefile"})
    void an_extension_that_is_not_known_is_refused_without_its_comments(String path) {
        assertRefused(
                path,
                "text\n",
                "TextFile: Invalid value: \"" + path
                        + "\": must have an extension whose comments Berth knows; state them otherwise:"
                        + " TextFile.of(path, text, CommentStyle.HASH)");
    }

    @Test
    void a_format_without_comments_is_refused() {
        assertRefused(
                "settings.json",
                "{}\n",
                "TextFile: Invalid value: \"settings.json\": must not be JSON, which has no comments, so that Berth could not tell its"
                        + " file from yours; put the text into a ConfigMap");
    }

    @Test
    void objects_belong_in_a_file_of_manifests() {
        assertRefused(
                "config.yaml",
                "apiVersion: v1\nkind: ConfigMap\n",
                "TextFile \"config.yaml\": the text has an object of Kubernetes, which no rule would check: declare it in"
                        + " a ManifestFile");
        assertThat(TextFile.of("kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1beta1\n"))
                .isNotNull();
    }

    @Test
    void a_text_ends_with_a_line_end() {
        assertRefused("a.md", "text", "TextFile \"a.md\": the text must end with \\n and must not contain \\r");
        assertRefused("a.md", "a\r\n", "TextFile \"a.md\": the text must end with \\n and must not contain \\r");
    }

    @Test
    void a_script_starts_with_its_interpreter_and_is_executable() {
        assertRefused(
                "a.sh",
                "echo\n",
                "TextFile \"a.sh\": a script must start with its interpreter, such as #!/usr/bin/env bash");
        assertThat(TextFile.of("a.sh", "#!/bin/sh\necho\n").executable()).isTrue();
        assertThat(TextFile.of("a.py", "#!/usr/bin/env python3\n").executable()).isTrue();
        assertThat(TextFile.of("a.py", "print()\n").executable()).isFalse();
    }

    private static void assertRefused(String path, String text, String message) {
        assertThatThrownBy(() -> TextFile.of(path, text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
    }
}
