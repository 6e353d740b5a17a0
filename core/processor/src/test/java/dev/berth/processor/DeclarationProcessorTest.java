package dev.berth.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The builders of a small declaration, compiled as Berth's own are: every lint warning is an error. */
class DeclarationProcessorTest {

    private static final String STYLE = """
            package com.example;
            import org.immutables.value.Value;
            @Value.Style(stagedBuilder = true, implementationNestedInBuilder = true, overshadowImplementation = true,
                    visibility = Value.Style.ImplementationVisibility.PACKAGE, typeBuilder = "*Build", get = "*",
                    builderVisibility = Value.Style.BuilderVisibility.PACKAGE, depluralize = true, jdkOnly = true,
                    allowedClasspathAnnotations = javax.annotation.processing.Generated.class)
            @interface Dsl {}
            """;

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
            public abstract class Disk implements Named {
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
                public abstract Disk withZones(Iterable<String> zones);
            }
            """;

    @TempDir
    static Path directory;

    @BeforeAll
    static void compile() throws IOException {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK runs the tests");
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, null)) {
            List<Path> sources = List.of(
                    Files.writeString(directory.resolve("Dsl.java"), STYLE),
                    Files.writeString(directory.resolve("Named.java"), NAMED),
                    Files.writeString(directory.resolve("Disk.java"), DISK));
            String output = directory.toString();
            List<String> options = List.of(
                    "-d", output, "-s", output, "-classpath", classPath(), "-Xlint:all,-processing,-path", "-Werror");
            JavaCompiler.CompilationTask task =
                    compiler.getTask(null, files, found, options, null, files.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(List.of(new DeclarationProcessor()));
            assertThat(task.call()).as(found.getDiagnostics().toString()).isTrue();
        }
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

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
