package dev.berth.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HelpIT {

    private static final String PLUGIN = "dev.berth:berth-maven-plugin:" + System.getProperty("berth.version");

    @Test
    void the_prefix_works_in_a_project_with_the_plugin_and_help_lists_the_goals() {
        MavenRun run = TestProject.copy("single", "help").mvn("berth:help").passed();

        assertThat(run.output())
                .contains(
                        "berth:check\n",
                        "berth:generate-manifests\n",
                        "berth:help\n",
                        "berth:render\n",
                        "berth:review\n",
                        "berth:validate\n");
    }

    @Test
    void the_full_name_works_in_any_directory_and_describes_the_parameters_of_a_goal() {
        MavenRun run = TestProject.copy("plain-yaml", "help-anywhere")
                .mvn(PLUGIN + ":help", "-Dgoal=validate", "-Ddetail")
                .passed();

        assertThat(run.output()).contains("nodePortRange", "User property: berth.nodePortRange");
    }

    @Test
    void validate_without_a_directory_reads_the_rendered_tree() {
        TestProject project = TestProject.copy("single", "validate-tree");
        project.mvn("-q", "generate-manifests").passed();

        assertThat(project.mvn("-q", "berth:validate").passed().printed("1 object in 1 file: "))
                .containsExactly("1 object in 1 file: 0 errors, 0 warnings, 0 notes");
    }
}
