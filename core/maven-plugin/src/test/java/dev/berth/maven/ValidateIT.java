package dev.berth.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ValidateIT {

    private static final String GOAL =
            "dev.berth:berth-maven-plugin:" + System.getProperty("berth.version") + ":validate";

    @Test
    void any_directory_of_yaml_is_validated_without_a_project() {
        TestProject project = TestProject.copy("plain-yaml", "validate");
        project.mvn(GOAL, "-Dberth.directory=before").passed();

        project.edit("before/data.yaml", "ReadWriteOnce", "ReadWriteSometimes");
        MavenRun run = project.mvn(GOAL, "-Dberth.directory=before", "-Dberth.report=findings.sarif");
        assertThat(run.failure()).isEqualTo("2 objects in 2 files: 1 error, 0 warnings, 0 notes");
        assertThat(run.printed("data.yaml:"))
                .containsExactly(
                        "data.yaml:7: error: PersistentVolumeClaim \"data\": spec.accessModes: Unsupported value:"
                                + " \"ReadWriteSometimes\": must be one of ReadOnlyMany, ReadWriteMany, ReadWriteOnce,"
                                + " ReadWriteOncePod (access-mode)");
        assertThat(project.read("findings.sarif")).contains("data.yaml");
    }

    @Test
    void findings_are_printed_under_quiet_too_and_as_annotations_for_github() {
        TestProject project = TestProject.copy("plain-yaml", "validate-quiet");
        project.edit("before/data.yaml", "ReadWriteOnce", "ReadWriteSometimes");
        MavenRun quiet = project.mvn("-q", GOAL, "-Dberth.directory=before");
        assertThat(quiet.printed("data.yaml:7: error: PersistentVolumeClaim")).hasSize(1);
        assertThat(quiet.printed("2 objects in 2 files: 1 error")).hasSize(1);

        MavenRun annotated = project.mvn("-q", GOAL, "-Dberth.directory=before", "-Dberth.format=github");
        assertThat(annotated.printed("::error file=")).singleElement().satisfies(line -> assertThat(line)
                .contains("before/data.yaml,line=7,title=access-mode::PersistentVolumeClaim \"data\""));
    }
}
