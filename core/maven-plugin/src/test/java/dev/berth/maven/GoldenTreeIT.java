package dev.berth.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class GoldenTreeIT {

    @Test
    void the_flag_updates_the_golden_tree_but_not_in_ci() {
        TestProject project = TestProject.copy("tested", "tested");

        MavenRun inCi = project.mvn(Map.of("CI", "true"), "test", "-Dberth.golden=update");
        assertThat(inCi.exit()).isEqualTo(1);
        assertThat(inCi.output()).contains("berth.golden=update is refused if the environment variable CI is set");
        assertThat(project.path("src/test/golden")).doesNotExist();

        project.mvn("test", "-Dberth.golden=update").passed();
        assertThat(project.tree("src/test/golden")).containsOnlyKeys("demo.yaml");
        project.mvn("test").passed();

        project.edit("src/test/golden/demo.yaml", "name: demo", "name: other");
        MavenRun stale = project.mvn("test");
        assertThat(stale.exit()).isEqualTo(1);
        assertThat(stale.output()).contains("""
                        golden/ differs from what TestedTest renders:
                            demo.yaml:
                                @@ -7 +7 @@
                                -  name: other
                                +  name: demo
                        Run 'mvn test -Dberth.golden=update' to update, then review the diff.
                        """);
    }
}
