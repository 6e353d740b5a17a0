package dev.berth.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.manifest.ManifestSource;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sources of a package are found in compiled classes, without a list of them. */
class SourcePackagesTest {

    @TempDir
    private Path directory;

    private Path compiled(String element, String... classes) throws Exception {
        Path target = directory.resolve(element);
        List<String> arguments = new ArrayList<>(List.of("-d", target.toString(), "-cp", core().toString()));
        for (String text : classes) {
            String name = text.replaceFirst("(?s).*?(?:class|interface) (\\w+).*", "$1");
            arguments.add(Files.createDirectories(directory.resolve("java-" + element + "-" + name))
                    .resolve(name + ".java")
                    .toString());
            Files.writeString(Path.of(arguments.get(arguments.size() - 1)), text);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        return target;
    }

    private static Path core() throws URISyntaxException {
        return Path.of(ManifestSource.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static String source(String name) {
        int dot = name.lastIndexOf('.');
        return "package %s; public class %s implements dev.berth.manifest.ManifestSource { %s }"
                .formatted(name.substring(0, dot), name.substring(dot + 1), METHOD);
    }

    private static final String METHOD =
            "public dev.berth.manifest.ManifestSet manifests() { return dev.berth.manifest.ManifestSet.of(); }";

    private static List<String> found(List<Path> elements, boolean required, String... packages) throws Exception {
        List<Path> classPath =
                Stream.concat(elements.stream(), Stream.of(core())).toList();
        try (ProjectLibrary library = ProjectLibrary.on(classPath, "1.2.3")) {
            return new SourcePackages(List.of(packages), required).sourcesIn(elements, library);
        }
    }

    @Test
    void the_sources_of_a_package_and_its_subpackages_are_sorted_and_other_classes_are_ignored() throws Exception {
        Path classes = compiled(
                "classes",
                source("com.example.shop.Web"),
                source("com.example.shop.Cache"),
                source("com.example.shop.data.Orders"),
                source("com.example.shopping.Other"),
                "package com.example.shop; public class Names { public static final Object LOCAL ="
                        + " new dev.berth.manifest.ManifestSource() { " + METHOD + " }; }",
                "package com.example.shop; public abstract class Base implements dev.berth.manifest.ManifestSource {}",
                "package com.example.shop; public interface Part extends dev.berth.manifest.ManifestSource {}");

        assertThat(found(List.of(classes), true, "com.example.shop"))
                .containsExactly("com.example.shop.Cache", "com.example.shop.Web", "com.example.shop.data.Orders");
        assertThat(found(List.of(classes), true, "com.example.shop.data", "com.example.shopping"))
                .containsExactly("com.example.shop.data.Orders", "com.example.shopping.Other");
    }

    @Test
    void a_jar_is_searched_like_a_directory() throws Exception {
        Path classes = compiled("library", source("com.example.library.Shared"));
        Path jar = directory.resolve("library.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("com/example/library/Shared.class"));
            out.write(Files.readAllBytes(classes.resolve("com/example/library/Shared.class")));
            out.putNextEntry(new JarEntry("META-INF/versions/21/com/example/library/Shared.class"));
        }

        assertThat(found(List.of(jar), true, "com.example.library")).containsExactly("com.example.library.Shared");
    }

    @Test
    void a_package_without_a_source_is_an_error() throws Exception {
        Path classes = compiled("classes", "package com.example.shop; public class Names {}");

        assertThatThrownBy(() -> found(List.of(classes), true, "com.example.shop"))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("No class of the package com.example.shop is a manifest source: correct <sourcePackages>,"
                        + " or write a public class in it that implements dev.berth.manifest.ManifestSource.");
    }

    @Test
    void a_module_that_inherits_the_plugin_may_have_no_source_in_a_package() throws Exception {
        assertThat(found(List.of(directory.resolve("not-compiled")), false, "com.example.shop"))
                .isEmpty();
    }

    @Test
    void a_class_that_cannot_be_loaded_is_an_error_because_it_may_be_a_source() throws Exception {
        Path classes = compiled(
                "classes",
                "package com.example.shop; public class Gone {}",
                "package com.example.shop; public class Web extends Gone {}");
        Files.delete(classes.resolve("com/example/shop/Gone.class"));

        assertThatThrownBy(() -> found(List.of(classes), true, "com.example.shop"))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("Cannot load com.example.shop.Web to see whether it is a manifest source:"
                        + " java.lang.NoClassDefFoundError: com/example/shop/Gone. Complete the class path, or name the"
                        + " sources in <sources> instead.");
    }
}
