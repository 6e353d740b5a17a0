package dev.berth.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The interfaces through which a small declaration and a part of it are extended. */
class ExtensionsTest {

    private static final String PART = """
            package com.example;
            import java.util.*;
            @interface DslPart {}
            """;

    private static final String LABELED = """
            package com.example;
            import java.util.*;
            @DslPart
            interface Labeled {
                /** The labels. */
                Map<String, String> labels();
                Optional<Boolean> immutable();
            }
            """;

    private static final String DISK = """
            package com.example;
            import java.util.*;
            import java.util.function.UnaryOperator;
            import org.immutables.value.Value;
            @Value.Immutable @Dsl
            abstract class Disk implements Labeled, ExtensibleDisk {
                public abstract String name();
                /** The size, in bytes. */
                public abstract long size();
                /** The zones, one or more. */
                public abstract List<String> zones();
                public abstract Optional<UnaryOperator<StringBuilder>> customize();
                /** The disk that this one is a copy of. */
                public abstract Disk original();
                static Disk copy(Disk of) { return of.withSize(2).plusZone("a").plusZones("b", "c").plusLabel("k", "v"); }
                static <D extends ExtensibleLabeled<D>> D labeled(D of) { return of.plusLabel("team", "storage"); }
            }
            """;

    @TempDir
    Path directory;

    @Test
    void a_method_replaces_a_single_value() throws IOException {
        assertThat(generated("ExtensibleDisk")).contains("""
                  /**
                   * The size, in bytes.
                   *
                   * <p>Returns a copy with this value.
                   */
                  Disk withSize(long size);
                """);
    }

    @Test
    void methods_add_to_a_list_and_keep_its_elements() throws IOException {
        assertThat(generated("ExtensibleDisk"))
                .contains("""
                          default Disk plusZone(java.lang.String element) {
                            return replaceZones(dev.berth.manifest.Additions.to(((Disk) this).zones(), \
                        """)
                .contains("  default Disk plusZones(java.lang.String... elements) {\n")
                .contains("  default Disk plusAllZones(Iterable<? extends java.lang.String> elements) {\n")
                .contains("""
                           * The zones, one or more.
                           *
                           * <p>Returns a copy with these values, and without those that were declared.
                        """);
    }

    @Test
    void a_function_is_applied_after_the_one_that_was_declared() throws IOException {
        assertThat(generated("ExtensibleDisk"))
                .contains("default Disk plusCustomize(java.util.function.UnaryOperator<java.lang.StringBuilder> more)");
    }

    @Test
    void a_function_changes_a_value_that_is_a_declaration() throws IOException {
        assertThat(generated("ExtensibleDisk")).contains("""
                          default Disk withOriginal(java.util.function.UnaryOperator<com.example.Disk> change) {
                            return withOriginal(change.apply(((Disk) this).original()));
                        """);
    }

    @Test
    void the_identity_of_a_declaration_is_not_replaced() throws IOException {
        assertThat(generated("ExtensibleDisk")).doesNotContain("withName");
    }

    @Test
    void a_part_has_an_interface_for_every_declaration() throws IOException {
        assertThat(generated("ExtensibleLabeled"))
                .contains("public interface ExtensibleLabeled<T> {")
                .contains("  java.util.Map<java.lang.String,java.lang.String> labels();\n")
                .contains("  T replaceLabels(java.util.Map<java.lang.String, ? extends java.lang.String> entries);\n")
                .contains("  T withImmutable(boolean immutable);\n")
                .contains("  T withImmutable(java.util.Optional<java.lang.Boolean> immutable);\n");
        assertThat(generated("ExtensibleDisk"))
                .contains("public interface ExtensibleDisk extends com.example.ExtensibleLabeled<Disk> {")
                .contains("  @Override\n  default Disk replaceLabels(")
                .doesNotContain("withImmutable");
    }

    @Test
    void a_declaration_that_does_not_implement_its_interface_does_not_compile() throws IOException {
        String forgotten = DISK.replace(", ExtensibleDisk", "").replaceAll("(?m)^ +static .*\n", "");

        assertThat(Compilation.errors(directory, sources(forgotten)))
                .contains("Disk must implement ExtensibleDisk, which is generated");
    }

    private static List<Compilation.Source> sources(String disk) {
        return List.of(
                Compilation.STYLE,
                Compilation.ADDITIONS,
                new Compilation.Source("DslPart", PART),
                new Compilation.Source("Labeled", LABELED),
                new Compilation.Source("Disk", disk));
    }

    private String generated(String name) throws IOException {
        assertThat(Compilation.errors(directory, sources(DISK))).isEmpty();
        return Files.readString(directory.resolve("com/example/" + name + ".java"));
    }
}
