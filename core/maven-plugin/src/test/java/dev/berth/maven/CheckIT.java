package dev.berth.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckIT {

    private static final String DEMO = "src/main/java/com/example/demo/Demo.java";

    private static TestProject rendered(String test) {
        TestProject project = TestProject.copy("single", test);
        project.mvn("generate-manifests").passed();
        return project;
    }

    @Test
    void a_missing_file_and_an_obsolete_file_are_reported_and_rendering_fixes_both() {
        TestProject project = rendered("missing-and-extra").edit(DEMO, "01-namespace", "02-namespace");
        assertThat(project.mvn("verify").failure()).isEqualTo("""
                        generated/ differs from what Demo renders:
                            manifests/01-namespace.yaml: no declaration renders this file
                            manifests/02-namespace.yaml: is missing
                        Run 'mvn generate-manifests' to update, then review the diff.""");

        MavenRun run = project.mvn("generate-manifests", "verify").passed();
        assertThat(run.lines("Rendered"))
                .containsExactly("Rendered 1 file into generated/: 1 written, 1 removed, 0 unchanged");
        assertThat(project.tree("generated")).containsOnlyKeys("manifests/02-namespace.yaml");
    }

    @Test
    void an_edited_byte_is_shown_with_the_configured_command() {
        TestProject project = rendered("edited")
                .edit("generated/manifests/01-namespace.yaml", "name: demo", "name: Demo")
                .edit("generated/manifests/01-namespace.yaml", "mvn generate-manifests", "make manifests");
        assertThat(project.mvn("verify", "-Dberth.renderCommand=make manifests").failure())
                .isEqualTo("""
                        generated/ differs from what Demo renders:
                            manifests/01-namespace.yaml:
                                @@ -7 +7 @@
                                -  name: Demo
                                +  name: demo
                        Run 'make manifests' to update, then review the diff.""");
    }

    @Test
    void a_file_that_berth_did_not_render_is_never_overwritten() {
        TestProject project =
                TestProject.copy("single", "user-file").write("generated/manifests/01-namespace.yaml", "kind: Mine\n");
        assertThat(project.mvn("generate-manifests").failure())
                .isEqualTo(project.path("generated/manifests/01-namespace.yaml")
                        + " is not a file that Berth rendered, so it is left as it is: move it away,"
                        + " or render to another path");
        assertThat(project.read("generated/manifests/01-namespace.yaml")).isEqualTo("kind: Mine\n");
    }
}
