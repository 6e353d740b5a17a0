package com.example.declared;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes do not compile: each case of the file fails on its line for its reason, and its valid twin compiles. */
class DoesNotCompileTest {

    private static final String BEFORE = """
            import static dev.berth.value.Bytes.*;
            import static dev.berth.value.Cpu.millicores;
            import static dev.berth.workload.ClaimRetention.Policy.*;
            import dev.berth.access.*;
            import dev.berth.autoscaling.*;
            import dev.berth.certificate.*;
            import dev.berth.config.*;
            import dev.berth.gateway.*;
            import dev.berth.ingress.*;
            import dev.berth.scheduling.*;
            import dev.berth.manifest.*;
            import dev.berth.monitoring.*;
            import dev.berth.value.*;
            import dev.berth.network.*;
            import dev.berth.policy.*;
            import dev.berth.secret.*;
            import dev.berth.selector.*;
            import dev.berth.workload.*;
            import java.time.Duration;
            class Case {
            Port sql = Port.tcp("sql", 5432);
            ConfigMap config = ConfigMap.named("db-config").putData("DB", "shop").build();
            ClaimTemplate data = ClaimTemplate.named("data").accessMode(AccessMode.READ_WRITE_ONCE).storage(gibi(1)).build();
            Container db = Container.named("db").image("db:1").addPort(sql).build();
            StatefulSet set = StatefulSet.named("db").service(HeadlessService.named("db")).replicas(1).container(db).build();
            void declare() {
            var container = Container.named("db").image("db:1");
            """;
    private static final long LINES_BEFORE = BEFORE.lines().count();

    private static final List<CompileCase> CASES = CompileCase.read("/does-not-compile/declarations.txt");
    private static final List<Diagnostic<? extends JavaFileObject>> GOOD = errors(CompileCase::good);
    private static final List<Diagnostic<? extends JavaFileObject>> BAD = errors(CompileCase::bad);

    static Stream<CompileCase> cases() {
        return CASES.stream();
    }

    @Test
    void there_are_the_cases_of_the_file() {
        assertThat(CASES).hasSizeGreaterThanOrEqualTo(25).doesNotHaveDuplicates();
        assertThat(CASES).extracting(CompileCase::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void compiles(CompileCase twin) {
        assertThat(of(twin, GOOD)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void does_not_compile(CompileCase broken) {
        assertThat(of(broken, BAD)).singleElement().satisfies(error -> {
            assertThat(message(error)).contains(broken.reason());
            assertThat(error.getLineNumber()).isEqualTo(LINES_BEFORE + broken.lineOfTheError() + 1);
        });
    }

    /** The message in one line, with types by their simple names. */
    private static String message(Diagnostic<?> error) {
        return error.getMessage(Locale.ENGLISH).replaceAll("\\s+", " ").replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "");
    }

    private static List<Diagnostic<? extends JavaFileObject>> of(
            CompileCase broken, List<Diagnostic<? extends JavaFileObject>> errors) {
        return errors.stream()
                .filter(error ->
                        Objects.requireNonNull(error.getSource()).getName().contains("/" + broken.name() + "/"))
                .toList();
    }

    /** The errors of all cases in one run of the compiler, which writes nothing. */
    private static List<Diagnostic<? extends JavaFileObject>> errors(Function<CompileCase, String> snippet) {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK runs the tests");
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<Source> sources = CASES.stream()
                .map(one -> new Source(one.name(), snippet.apply(one)))
                .toList();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        // A switch that forgets a case is found after the types are, so the other cases must not end the run before.
        List<String> options = List.of(
                "-classpath", classPath, "-proc:none", "-Xmaxerrs", "0", "-Xlint:none", "--should-stop=ifError=FLOW");
        JavacTask task = (JavacTask) compiler.getTask(null, null, found, options, null, sources);
        try {
            task.analyze();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Diagnostic<? extends JavaFileObject>> errors = new ArrayList<>();
        found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .forEach(errors::add);
        return errors;
    }

    /** A class around a declaration, in a package of its own. */
    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String name, String snippet) {
            super(URI.create("string:///" + name + "/Case.java"), Kind.SOURCE);
            this.text = "package " + name + "; " + BEFORE + snippet + "\n}\n}\n";
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
