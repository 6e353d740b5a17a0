package dev.berth.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceProblemsTest {

    @TempDir
    private Path directory;

    private final List<Throwable> debugged = new ArrayList<>();

    private String reportOn(String... sources) {
        return reportOn(Map.of(), sources);
    }

    private String reportOn(Map<String, String> cluster, String... sources) {
        List<String> names =
                Stream.of(sources).map(name -> "com.example.bridge." + name).toList();
        Optional<String> report = Bridge.generate(
                names,
                directory.resolve("generated"),
                "mvn generate-manifests",
                cluster,
                List.of(),
                line -> {},
                info -> {},
                (message, thrown) -> debugged.add(thrown));
        assertThat(directory).as("nothing is written").isEmptyDirectory();
        return report.orElseThrow();
    }

    @Test
    void a_refused_value_is_reported_with_the_line_that_declares_it() {
        assertThat(reportOn("BadPort")).isEqualTo("""
                        The declarations have 1 problem, so nothing was rendered:
                        Port "postgres": Invalid value: 70000: must be between 1 and 65535, inclusive
                            at com.example.bridge.BadPort.manifests(BadPort.java:11)""");
    }

    @Test
    void a_field_that_the_target_version_lacks_is_reported_with_the_line_that_declares_it() {
        assertThat(reportOn(Map.of("kubernetesVersion", "1.31"), "TooNew")).isEqualTo("""
                        The declarations have 2 problems, so nothing was rendered:
                        Pod "demo": spec.hostUsers: "false": Kubernetes 1.31 has it only behind the feature \
                        gate UserNamespacesSupport, which is on by default since 1.33. (field-not-in-version)
                            declared at com.example.bridge.TooNew.manifests(TooNew.java:32)
                        StorageClass "rbd": provisioner: "kubernetes.io/rbd": Kubernetes 1.31 does not have it: it was \
                        removed in 1.31. (field-not-in-version)
                            declared at com.example.bridge.TooNew.manifests(TooNew.java:32)""");
    }

    @Test
    void an_invalid_version_is_reported_in_one_line() {
        assertThat(reportOn(Map.of("kubernetesVersion", "1.99"), "TooNew"))
                .isEqualTo("KubernetesVersion: Invalid value: \"1.99\": must be one of 1.27, 1.28, 1.29, 1.30, 1.31,"
                        + " 1.32, 1.33, 1.34, 1.35, 1.36, 1.37, or a patch of one such as 1.35.2");
    }

    @Test
    void a_refused_constant_is_reported_like_any_other_value() {
        assertThat(reportOn("BadConstant")).isEqualTo("""
                        The declarations have 1 problem, so nothing was rendered:
                        Quantity: Invalid value: "1GiB": must be a number with one of the suffixes n u m k M G T P E Ki Mi Gi Ti Pi Ei, or none
                            at com.example.bridge.BadConstant.<clinit>(BadConstant.java:9)""");
    }

    @Test
    void another_exception_is_reported_with_its_type_and_the_lines_of_the_user() {
        assertThat(reportOn("Bug")).isEqualTo("""
                        The declarations have 1 problem, so nothing was rendered:
                        com.example.bridge.Bug threw java.lang.IllegalStateException: no file 1
                            at com.example.bridge.Bug.file(Bug.java:15)
                            at com.example.bridge.Bug.manifests(Bug.java:11)""");
        assertThat(debugged).singleElement().isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_endless_recursion_is_reported_with_the_line_that_recurs() {
        assertThat(reportOn("Endless")).isEqualTo("""
                        The declarations have 1 problem, so nothing was rendered:
                        com.example.bridge.Endless threw java.lang.StackOverflowError
                            at com.example.bridge.Endless.manifests(Endless.java:11)""");
    }

    @Test
    void a_source_that_returns_null_is_reported_with_what_to_return() {
        assertThat(reportOn("Nothing")).isEqualTo("""
                        The declarations have 1 problem, so nothing was rendered:
                        com.example.bridge.Nothing.manifests() returned null: return a ManifestSet""");
    }

    @Test
    void the_problems_of_all_sources_are_in_one_report() {
        assertThat(reportOn("Missing", "NoSource", "Hidden", "WithParameter", "BadPort"))
                .isEqualTo("""
                        The declarations have 5 problems, so nothing was rendered:
                        com.example.bridge.Missing is named as a manifest source, but the class path of the project has \
                        no such class: correct the name, or compile the class
                        com.example.bridge.NoSource is named as a manifest source, but does not implement \
                        dev.berth.manifest.ManifestSource
                        com.example.bridge.Hidden is a manifest source, so it must be a public class that is not abstract
                        com.example.bridge.WithParameter is a manifest source, so it must have a public constructor \
                        without parameters
                        Port "postgres": Invalid value: 70000: must be between 1 and 65535, inclusive
                            at com.example.bridge.BadPort.manifests(BadPort.java:11)""");
    }

    @Test
    void an_object_that_the_api_server_refuses_is_reported_with_its_field_paths_and_the_line_that_declares_it() {
        assertThat(reportOn("RefusedByServer")).isEqualTo("""
                        The declarations have 2 problems, so nothing was rendered:
                        Pod "demo" in namespace "demo": spec.containers[0].name: Invalid value: "Main": \
                        must be lower-case letters, digits and '-', with a letter or digit at both ends (container-name)
                            declared at com.example.bridge.RefusedByServer.manifests(RefusedByServer.java:27)
                        Pod "demo" in namespace "demo": spec.restartPolicy: Unsupported value: "Sometimes": \
                        must be one of Always, Never, OnFailure (restart-policy)
                            declared at com.example.bridge.RefusedByServer.manifests(RefusedByServer.java:27)""");
    }

    @Test
    void exceptions_of_user_code_while_it_creates_a_model_are_reported_like_earlier_ones() {
        assertThat(reportOn("OwnManifest")).isEqualTo("""
                        The declarations have 1 problem, so nothing was rendered:
                        com.example.bridge.OwnManifest threw java.lang.IllegalStateException: no model
                            at com.example.bridge.OwnManifest$Own.toModel(OwnManifest.java:20)""");
    }
}
