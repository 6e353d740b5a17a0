package dev.berth.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The conflicts are as {@code git merge} of git 2.39 writes them. */
class RenderedHeaderTest {

    @Test
    void a_rendered_file_names_its_class_and_its_path() {
        assertThat(RenderedHeader.of("# Rendered by Berth from com.example.Demo: a/b.yaml\n# Do not edit\n"))
                .contains(new RenderedHeader("com.example.Demo", "", "a/b.yaml"));
        assertThat(RenderedHeader.of("#!/bin/sh\n# Rendered by Berth from Demo: run.sh\n"))
                .contains(new RenderedHeader("Demo", "", "run.sh"));
        assertThat(RenderedHeader.of("<!-- Rendered by Berth from Demo: page.md\r\n"))
                .contains(new RenderedHeader("Demo", "", "page.md"));
        assertThat(RenderedHeader.of("#!/bin/sh")).isEmpty();
        assertThat(RenderedHeader.of("kind: Pod\n# Rendered by Berth from Demo: a.yaml\n"))
                .isEmpty();
    }

    @Property
    void a_line_is_a_header_if_it_has_the_form_of_one(@ForAll("lines") String line) {
        Matcher form = Pattern.compile("(?:# |<!-- |// |-- |; )Rendered by Berth from (.+?)(?: for (\\S+))?: (\\S+)")
                .matcher(line.stripTrailing());
        assertThat(RenderedHeader.of(line + "\nkind: Pod\n"))
                .isEqualTo(
                        form.matches()
                                ? Optional.of(new RenderedHeader(
                                        form.group(1), Objects.requireNonNullElse(form.group(2), ""), form.group(3)))
                                : Optional.empty());
    }

    @Provide
    Arbitrary<String> lines() {
        Arbitrary<String> words =
                Arbitraries.of("com.example.Demo", "a.yaml", " for ", ": ", " ", ":", "for", "\t", "x");
        return Combinators.combine(
                        Arbitraries.of("# ", "<!-- ", "// ", "-- ", "; ", "#", ""),
                        Arbitraries.of("Rendered by Berth from ", "Rendered by Berth "),
                        words.list().ofMaxSize(8))
                .as((comment, start, rest) -> comment + start + String.join("", rest));
    }

    @Test
    void both_versions_of_a_conflict_around_the_header_are_read() {
        String text = """
                <<<<<<< HEAD
                # Rendered by Berth from com.example.Shop: shop.yaml
                =======
                # Rendered by Berth from com.example.Store: shop.yaml
                >>>>>>> rename
                # Do not edit: change the declaration, then run 'mvn generate-manifests'.
                """;
        assertThat(RenderedHeader.isConflicted(text)).isTrue();
        assertThat(RenderedHeader.ofVersions(text))
                .containsExactly(
                        new RenderedHeader("com.example.Shop", "", "shop.yaml"),
                        new RenderedHeader("com.example.Store", "", "shop.yaml"));
    }

    @Test
    void the_common_ancestor_of_a_conflict_is_not_a_version() {
        assertThat(RenderedHeader.ofVersions("""
                        #!/usr/bin/env bash
                        <<<<<<< ours
                        # Rendered by Berth from A: run.sh
                        ||||||| 1f0c2aa
                        # An old script
                        =======
                        # Rendered by Berth from A: run.sh
                        >>>>>>> theirs
                        """)).containsExactly(new RenderedHeader("A", "", "run.sh"));
    }

    @Test
    void a_conflict_with_a_file_of_the_user_has_no_header() {
        assertThat(RenderedHeader.ofVersions("""
                        <<<<<<< HEAD
                        # Written by hand
                        =======
                        # Rendered by Berth from Demo: a.yaml
                        >>>>>>> rendered
                        kind: Pod
                        """)).isEmpty();
    }

    @Test
    void a_conflict_has_a_start_a_middle_and_an_end() {
        assertThat(ConflictMarkers.areIn("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other\nd\n"))
                .isTrue();
        assertThat(ConflictMarkers.areIn("<<<<<<< HEAD\r\nb\r\n=======\r\nc\r\n>>>>>>> other\r\n"))
                .isTrue();
        assertThat(ConflictMarkers.areIn("<<<<<<<<<< HEAD\nb\n==========\nc\n>>>>>>>>>> x\n"))
                .as("with the attribute conflict-marker-size=10")
                .isTrue();
        assertThat(ConflictMarkers.areIn("<<<<<<< HEAD\nb\n=======\nc\n")).isFalse();
        assertThat(ConflictMarkers.areIn("Title\n=======\n")).isFalse();
        assertThat(ConflictMarkers.areIn("    <<<<<<< HEAD\n    =======\n    >>>>>>> in a block\n"))
                .isFalse();
    }

    @Test
    void the_header_of_a_file_for_an_environment_names_its_directory_and_the_path_below_it() {
        RenderedHeader header = new RenderedHeader("com.example.Shop", "clusters/prod", "cart.yaml");

        assertThat(header).hasToString("Rendered by Berth from com.example.Shop for clusters/prod: cart.yaml");
        assertThat(RenderedHeader.of("# " + header + "\n")).contains(header);
        assertThat(header.fullPath()).isEqualTo("clusters/prod/cart.yaml");
    }
}
