package dev.berth.testing;

import static dev.berth.testing.BerthAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.cluster.KubernetesVersion;
import dev.berth.cluster.TargetCluster;
import dev.berth.manifest.InvalidManifestsException;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.manifest.Namespace;
import dev.berth.manifest.RawManifest;
import dev.berth.manifest.TextFile;
import io.fabric8.kubernetes.api.model.storage.StorageClassBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestsAssertTest {

    @TempDir
    private Path directory;

    private static ManifestSet demo(String file, String namespace) {
        return ManifestSet.of(
                ManifestFile.of(file, Namespace.named(namespace).build()),
                TextFile.of("deploy.sh", "#!/usr/bin/env bash\nkubectl apply -f manifests/\n"));
    }

    private static ManifestSet demo() {
        return demo("manifests/01-namespace.yaml", "demo");
    }

    private Path golden() {
        Path golden = directory.resolve("golden");
        assertThat(demo()).matchesGoldenTree(golden, true);
        return golden;
    }

    private static void assertFails(ManifestSet set, Path golden, String message) {
        assertThatThrownBy(() -> assertThat(set).matchesGoldenTree(golden, false))
                .isInstanceOf(AssertionError.class)
                .hasMessage(message);
    }

    @Test
    void a_rendered_tree_matches() throws Exception {
        Path golden = golden();
        assertThat(demo()).matchesGoldenTree(golden, false);
        assertThat(Files.readString(golden.resolve("deploy.sh"))).isEqualTo("""
                        #!/usr/bin/env bash
                        # Rendered by Berth from dev.berth.testing.ManifestsAssertTest: deploy.sh
                        # Do not edit: change the declaration, then run 'mvn test -Dberth.golden=update'.
                        kubectl apply -f manifests/
                        """);
    }

    @Test
    void an_object_that_a_cluster_does_not_support_fails_with_the_line_that_declares_it() {
        ManifestSet set = ManifestSet.of(ManifestFile.of(
                "class.yaml",
                RawManifest.of(new StorageClassBuilder()
                        .withNewMetadata()
                        .withName("rbd")
                        .endMetadata()
                        .withProvisioner("kubernetes.io/rbd")
                        .withReclaimPolicy("Retain")
                        .withVolumeBindingMode("WaitForFirstConsumer")
                        .build())));
        assertThat(set).runsOn(TargetCluster.of(KubernetesVersion.V1_30));
        assertThatThrownBy(() -> assertThat(set).runsOn(TargetCluster.of(KubernetesVersion.V1_31)))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("""
                        Kubernetes 1.31 does not run them:
                        StorageClass "rbd": provisioner: "kubernetes.io/rbd": Kubernetes 1.31 does not have it: it was \
                        removed in 1.31. (field-not-in-version)
                            declared at\s""");
    }

    @Test
    void a_file_that_differs_is_shown_with_the_command_that_renders_it() {
        assertFails(demo("manifests/01-namespace.yaml", "other"), golden(), """
                golden/ differs from what ManifestsAssertTest renders:
                    manifests/01-namespace.yaml:
                        @@ -7 +7 @@
                        -  name: demo
                        +  name: other
                Run 'mvn test -Dberth.golden=update' to update, then review the diff.""");
    }

    @Test
    void a_missing_file_and_an_obsolete_file_are_reported() {
        assertFails(demo("manifests/02-namespace.yaml", "demo"), golden(), """
                golden/ differs from what ManifestsAssertTest renders:
                    manifests/01-namespace.yaml: no declaration renders this file
                    manifests/02-namespace.yaml: is missing
                Run 'mvn test -Dberth.golden=update' to update, then review the diff.""");
    }

    @Test
    void a_script_that_is_not_executable_is_reported() throws Exception {
        Path golden = golden();
        Files.setPosixFilePermissions(golden.resolve("deploy.sh"), PosixFilePermissions.fromString("rw-r--r--"));
        assertFails(demo(), golden, """
                golden/ differs from what ManifestsAssertTest renders:
                    deploy.sh: should be executable
                Run 'mvn test -Dberth.golden=update' to update, then review the diff.""");
    }

    @Test
    void a_file_in_the_tree_that_no_declaration_renders_is_reported() throws Exception {
        Path golden = golden();
        Files.writeString(golden.resolve("README.md"), "# Ours\n");
        Files.createDirectory(golden.resolve("manifests/more"));
        Files.writeString(golden.resolve("manifests/more/02-pod.json"), "{}\n");
        assertFails(demo(), golden, """
                golden/ contains files that no declaration renders:
                    README.md
                    manifests/more/02-pod.json
                Remove them, or move them out of the tree.""");
    }

    @Test
    void files_outside_the_tree_are_ignored() throws Exception {
        Path golden = golden();
        Files.writeString(golden.resolve("pom.xml"), "<project/>\n");
        Files.createDirectory(golden.resolve("src"));
        Files.writeString(golden.resolve("src/values.yaml"), "a: 1\n");
        assertThat(demo()).matchesGoldenTree(golden, false);
    }

    @Test
    void manifests_with_problems_are_not_rendered() {
        ManifestSet twice = demo().and(demo());
        assertThatThrownBy(() -> assertThat(twice).matchesGoldenTree(directory, true))
                .isInstanceOf(InvalidManifestsException.class)
                .hasMessageContaining("Namespace \"demo\": declared twice");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void the_tree_of_a_source_is_the_one_that_the_maven_plugin_renders() throws Exception {
        ManifestSource source = new Demo();
        assertThat(source).matchesGoldenTree(directory, true);
        assertThat(directory.resolve("demo.yaml")).hasContent("""
                        # Rendered by Berth from dev.berth.testing.ManifestsAssertTest$Demo: demo.yaml
                        # Do not edit: change the declaration, then run 'mvn generate-manifests'.

                        apiVersion: v1
                        kind: Namespace
                        metadata:
                          name: demo
                        """);
    }

    @Test
    void the_render_command_can_be_changed() throws Exception {
        assertThat(new Demo()).renderedBy("make manifests").matchesGoldenTree(directory, true);
        assertThat(Files.readString(directory.resolve("demo.yaml")))
                .contains("# Do not edit: change the declaration, then run 'make manifests'.\n");
    }

    private static final class Demo implements ManifestSource {

        @Override
        public ManifestSet manifests() {
            return ManifestSet.of(
                    ManifestFile.of("demo.yaml", Namespace.named("demo").build()));
        }
    }
}
