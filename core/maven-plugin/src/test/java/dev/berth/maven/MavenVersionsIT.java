package dev.berth.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MavenVersionsIT {

    @ParameterizedTest
    @ValueSource(strings = {"maven.minimum", "maven.latest", "maven.next"})
    void a_project_renders_its_tree_and_the_check_fails_if_it_is_outdated(String property) {
        String version = System.getProperty(property);
        TestProject project = TestProject.copy("single", "single-" + version);

        MavenRun first = project.maven(version, "generate-manifests").passed();
        assertThat(first.lines("Rendered"))
                .containsExactly("Rendered 1 file into generated/: 1 written, 0 removed, 0 unchanged");
        assertThat(project.tree("generated")).containsOnlyKeys("manifests/01-namespace.yaml");
        assertThat(project.path("generated/manifests/01-namespace.yaml")).hasContent("""
                        # Rendered by Berth from com.example.demo.Demo: manifests/01-namespace.yaml
                        # Do not edit: change the declaration, then run 'mvn generate-manifests'.

                        apiVersion: v1
                        kind: Namespace
                        metadata:
                          name: demo
                        """);

        var before = project.tree("generated");
        MavenRun second =
                project.maven(version, "--offline", "generate-manifests").passed();
        assertThat(second.lines("Rendered"))
                .containsExactly("Rendered 1 file into generated/: 0 written, 0 removed, 1 unchanged");
        MavenRun third = project.maven(version, "verify").passed();
        assertThat(third.lines("generated/"))
                .containsExactly("generated/ is what com.example.demo.Demo declares: 1 file");

        project.edit(
                "src/main/java/com/example/demo/Demo.java",
                "Namespace.named(\"demo\")",
                "Namespace.named(\"demo\").putLabel(\"team\", \"data\")");
        assertThat(project.maven(version, "--offline", "verify").failure()).isEqualTo("""
                        generated/ differs from what Demo renders:
                            manifests/01-namespace.yaml:
                                @@ -7,0 +8,2 @@
                                +  labels:
                                +    team: data
                        Run 'mvn generate-manifests' to update, then review the diff.""");
        assertThat(project.tree("generated")).as("the tree is untouched").isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"maven.minimum", "maven.latest", "maven.next"})
    void each_module_of_a_reactor_renders_its_own_sources_with_the_classes_of_its_siblings(String property) {
        String version = System.getProperty(property);
        TestProject project = TestProject.copy("reactor", "reactor-" + version);

        MavenRun rendering = project.maven(version, "generate-manifests").passed();
        assertThat(rendering.output()).doesNotContain("WARN");
        assertThat(project.tree("databases/generated")).containsOnlyKeys("databases.yaml");
        assertThat(project.tree("caches/generated")).containsOnlyKeys("caches.yaml");
        assertThat(project.path("parts/generated")).doesNotExist();
        assertThat(project.path("generated")).doesNotExist();

        // Once with network access, so that "verify" works offline afterwards, whichever test runs first.
        project.maven(version, "verify").passed();
        MavenRun checking = project.maven(version, "--offline", "-T2", "verify").passed();
        assertThat(checking.lines("generated/ is"))
                .containsExactlyInAnyOrder(
                        "generated/ is what com.example.databases.Databases declares: 1 file",
                        "generated/ is what com.example.caches.Caches declares: 1 file");
    }
}
