package dev.berth.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GenerateManifestsIT {

    @Test
    void the_goal_also_compiles_and_renders() {
        TestProject project = TestProject.copy("single", "goal");
        project.mvn("berth:generate-manifests").passed();
        assertThat(project.tree("generated")).containsOnlyKeys("manifests/01-namespace.yaml");
    }

    @Test
    void a_project_without_the_plugin_renders_with_its_full_coordinates() {
        TestProject project = TestProject.copy("single", "coordinates");
        String pom = project.read("pom.xml");
        int plugins = pom.lastIndexOf("<plugins>");
        project.write("pom.xml", pom.substring(0, plugins) + pom.substring(pom.lastIndexOf("</plugins>") + 10));
        project.mvn("dev.berth:berth-maven-plugin:" + System.getProperty("berth.version") + ":generate-manifests")
                .passed();
        assertThat(project.tree("generated")).containsOnlyKeys("manifests/01-namespace.yaml");
    }

    @Test
    void a_build_with_the_render_goal_renders_once() {
        TestProject project =
                TestProject.copy("single", "bound").edit("pom.xml", "<goal>check</goal>", "<goal>render</goal>");
        MavenRun run = project.mvn("verify").passed();
        assertThat(run.lines("Rendered"))
                .containsExactly("Rendered 1 file into generated/: 1 written, 0 removed, 0 unchanged");
        assertThat(run.lines("--- compiler:"))
                .as("compiled once, and the tests once")
                .hasSize(2);
    }

    @Test
    void a_build_with_the_generate_manifests_goal_also_renders_once() {
        TestProject project = TestProject.copy("single", "bound-command")
                .edit(
                        "pom.xml",
                        "<goals>\n              <goal>check</goal>",
                        "<phase>process-classes</phase>\n            <goals>\n              <goal>generate-manifests</goal>");
        MavenRun run = project.mvn("verify").passed();
        assertThat(run.lines("Rendered"))
                .containsExactly("Rendered 1 file into generated/: 1 written, 0 removed, 0 unchanged");
    }

    @Test
    void the_parameters_can_be_set_on_the_command_line() {
        TestProject project = TestProject.copy("single", "parameters")
                .remove("src/main/resources/META-INF/services/dev.berth.manifest.ManifestSource");
        project.mvn(
                        "generate-manifests",
                        "-Dberth.sources=com.example.demo.Demo",
                        "-Dberth.outputDirectory=deploy",
                        "-Dberth.renderCommand=make manifests")
                .passed();
        assertThat(project.tree("deploy")).containsOnlyKeys("manifests/01-namespace.yaml");
        assertThat(project.read("deploy/manifests/01-namespace.yaml")).contains("make manifests");
        assertThat(project.path("generated")).doesNotExist();
    }

    @Test
    void the_goal_can_be_skipped() {
        TestProject project = TestProject.copy("single", "skipped");
        MavenRun run =
                project.mvn("generate-manifests", "verify", "-Dberth.skip").passed();
        assertThat(run.lines("Skipped"))
                .containsExactly("Skipped, because berth.skip is set", "Skipped, because berth.skip is set");
        assertThat(project.path("generated")).doesNotExist();
    }

    @Test
    void the_project_and_maven_each_log_with_their_own_library() {
        TestProject project = TestProject.copy("logging", "logging");
        MavenRun run = project.mvn("generate-manifests").passed();
        assertThat(project.read("generated/demo.yaml")).contains("ch.qos.logback.classic.LoggerContext");
        assertThat(run.output())
                .contains("\nthe project's own logback: declared\n")
                .contains("\n[INFO] BUILD SUCCESS\n");
    }

    @Test
    void a_project_without_a_source_gets_instructions() {
        TestProject project = TestProject.copy("single", "no-source")
                .remove("src/main/resources/META-INF/services/dev.berth.manifest.ManifestSource");
        assertThat(project.mvn("generate-manifests").failure())
                .isEqualTo("This project does not declare a manifest source. Write a public class that implements"
                        + " dev.berth.manifest.ManifestSource, and add its name to"
                        + " src/main/resources/META-INF/services/dev.berth.manifest.ManifestSource"
                        + " or to <sources> of berth-maven-plugin.");
    }

    @Test
    void a_project_without_the_library_gets_instructions() {
        TestProject project =
                TestProject.copy("single", "no-library").remove("src/main/java/com/example/demo/Demo.java");
        String pom = project.read("pom.xml");
        project.write(
                "pom.xml",
                pom.substring(0, pom.indexOf("<dependencies>"))
                        + pom.substring(pom.indexOf("</dependencies>") + "</dependencies>".length()));
        assertThat(project.mvn("generate-manifests").failure())
                .isEqualTo("berth-core is not on the class path of the project: add dev.berth:berth-core:"
                        + System.getProperty("berth.version") + " to its <dependencies>.");
    }
}
