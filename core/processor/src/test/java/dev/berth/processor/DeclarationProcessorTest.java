package dev.berth.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The builders of a small declaration, compiled as Berth's own are: every lint warning is an error. */
class DeclarationProcessorTest {

    private static final String NAMED = """
            package com.example;
            interface Named {
                /**
                 * The name, see {@link #size()} and {@link java.util.List the list}.
                 *
                 * @return what no user needs to read
                 */
                String name();
                default int size() { return name().length(); }
            }
            """;

    private static final String DISK = """
            package com.example;
            import java.util.*;
            import org.immutables.value.Value;
            /** @deprecated so that every use of it is a warning */
            @Deprecated @Value.Immutable @Dsl
            public abstract class Disk implements Named, ExtensibleDisk {
                Disk() {}
                /** How fast the disk is. 3000 by default. */
                public abstract Optional<Integer> iops();
                /**
                 * Where the disk may be.
                 * One zone or more.
                 */
                public abstract List<String> zones();
                public abstract Map<String, String> tags();
                public abstract Optional<String> comment();
            }
            """;

    @TempDir
    static Path directory;

    @BeforeAll
    static void compile() throws IOException {
        assertThat(Compilation.errors(
                        directory,
                        List.of(
                                Compilation.STYLE,
                                Compilation.ADDITIONS,
                                new Compilation.Source("Named", NAMED),
                                new Compilation.Source("Disk", DISK))))
                .isEmpty();
    }

    @Test
    void a_required_attribute_is_documented_in_its_own_words_even_if_it_is_inherited() throws IOException {
        assertThat(generated("DiskBuildStages")).contains("""
                    /**
                     * The name, see {@code size()} and {@code the list}.
                     * @param name The value for name\s
                     * @return {@code this} builder for use in a chained invocation
                     */
                    BuildFinal name(String name);
                """);
    }

    @Test
    void an_optional_attribute_is_documented_in_its_own_words() throws IOException {
        assertThat(generated("DiskBuildStages")).contains("""
                     * How fast the disk is. 3000 by default.
                     * @param iops The value for iops
                     * @return {@code this} builder for chained invocation
                     */
                    BuildFinal iops(int iops);
                """);
    }

    @Test
    void a_list_says_what_a_method_does_with_it() throws IOException {
        assertThat(generated("DiskBuildStages")).contains("""
                     * Where the disk may be.
                     * One zone or more.
                     *
                     * <p>Adds one element to {@link Disk#zones() zones} list.
                     * @param element A zones element
                """);
    }

    @Test
    void an_attribute_without_a_description_is_linked() throws IOException {
        assertThat(generated("DiskBuildStages"))
                .contains("     * Sets {@link Disk#comment()}.\n     * @param comment The value for comment\n")
                .contains("     * Put one entry to the {@link Disk#tags() tags} map.\n")
                .doesNotContain("Initializes");
    }

    @Test
    void only_the_package_of_a_declaration_starts_its_builder() throws IOException {
        assertThat(generated("DiskBuildStages"))
                .contains("\n  static BuildStart start() {\n")
                .contains("\n  interface BuildStart {\n")
                .contains("\n  interface NameBuildStage extends BuildStart {}\n")
                .contains("\n  public interface BuildFinal {\n");
    }

    private static String generated(String name) throws IOException {
        return Files.readString(directory.resolve("com/example/" + name + ".java"));
    }
}
