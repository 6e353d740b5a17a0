package dev.berth.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles small declarations as Berth's own are compiled: every lint warning is an error. */
final class Compilation {

    static final Source STYLE = new Source("Dsl", """
            package com.example;
            import org.immutables.value.Value;
            @Value.Style(stagedBuilder = true, implementationNestedInBuilder = true, overshadowImplementation = true,
                    visibility = Value.Style.ImplementationVisibility.PACKAGE, typeBuilder = "*Build", get = "*",
                    builderVisibility = Value.Style.BuilderVisibility.PACKAGE, depluralize = true, jdkOnly = true,
                    allowedClasspathAnnotations = javax.annotation.processing.Generated.class)
            @interface Dsl {}
            """);

    /** The signatures that the generated methods call. */
    static final Source ADDITIONS = new Source("Additions", """
            package dev.berth.manifest;
            import java.util.*;
            import java.util.function.UnaryOperator;
            public final class Additions {
                private Additions() {}
                public static <E> List<E> to(Iterable<? extends E> declared, Iterable<? extends E> more) {
                    throw new UnsupportedOperationException();
                }
                public static <E> UnaryOperator<E> to(
                        Optional<? extends UnaryOperator<E>> declared, UnaryOperator<E> more) {
                    throw new UnsupportedOperationException();
                }
                public static <K, V> Map<K, V> to(
                        Object declaration, String name, String attribute, Map<K, V> declared, Map<K, ? extends V> more) {
                    throw new UnsupportedOperationException();
                }
            }
            """);

    /** A source file in the package that its text states. */
    record Source(String type, String text) {}

    private Compilation() {}

    /** Compiles the sources into the directory, and returns the errors. */
    static String errors(Path directory, List<Source> sources) throws IOException {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK runs the tests");
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<Path> files = new ArrayList<>();
        for (Source source : sources) {
            files.add(Files.writeString(directory.resolve(source.type() + ".java"), source.text()));
        }
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(found, null, null)) {
            String output = directory.toString();
            List<String> options = List.of(
                    "-d", output, "-s", output, "-classpath", classPath(), "-Xlint:all,-processing,-path", "-Werror");
            JavaCompiler.CompilationTask task =
                    compiler.getTask(null, manager, found, options, null, manager.getJavaFileObjectsFromPaths(files));
            task.setProcessors(List.of(new DeclarationProcessor()));
            task.call();
        }
        return found.getDiagnostics().stream()
                .map(diagnostic -> diagnostic.getMessage(Locale.ENGLISH))
                .collect(Collectors.joining("\n"));
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
