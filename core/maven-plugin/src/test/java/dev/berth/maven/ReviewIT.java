package dev.berth.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.Test;

class ReviewIT {

    private static final PersonIdent SOMEBODY = new PersonIdent("Somebody", "somebody@example.com");

    @Test
    void the_working_tree_is_reviewed_against_the_default_branch() throws Exception {
        TestProject project = TestProject.copy("single", "review");
        project.mvn("generate-manifests").passed();
        try (Git git = Git.init()
                .setDirectory(project.path("").toFile())
                .setInitialBranch("main")
                .call()) {
            git.add().addFilepattern("generated").call();
            git.commit()
                    .setAuthor(SOMEBODY)
                    .setCommitter(SOMEBODY)
                    .setSign(false)
                    .setMessage("tree")
                    .call();
        }
        project.edit("src/main/java/com/example/demo/Demo.java", "\"demo\"", "\"other\"");

        MavenRun run = project.mvn("generate-manifests", "berth:review", "-Dberth.report=review.md,review.sarif");
        assertThat(run.failure()).isEqualTo("""
                        The review has 1 finding to resolve or to acknowledge:
                            DATA_LOSS Namespace "demo" [namespace-gone] at generated/manifests/01-namespace.yaml:5
                        The report says what happens and what to do; -Dberth.report=review.md writes it to a file.""");
        assertThat(project.read("review.md")).contains("- **DATA LOSS** (`namespace-gone`)");
        assertThat(project.path("review.sarif")).isNotEmptyFile();
    }

    @Test
    void any_two_directories_of_yaml_are_reviewed_without_a_project() throws Exception {
        TestProject project = TestProject.copy("plain-yaml", "review-plain");
        Git.init().setDirectory(project.path("").toFile()).call().close();
        String goal = "dev.berth:berth-maven-plugin:" + System.getProperty("berth.version") + ":review";
        assertThat(project.mvn(goal, "-Dberth.before=before", "-Dberth.after=after")
                        .failure())
                .isEqualTo("""
                        The review has 1 finding to resolve or to acknowledge:
                            DATA_LOSS PersistentVolumeClaim "data" in namespace "demo" [claim-gone] at before/data.yaml:2
                        The report says what happens and what to do; -Dberth.report=review.md writes it to a file.""");
        project.mvn(goal, "-Dberth.before=before", "-Dberth.after=after", "-Dberth.failOn=REFUSED")
                .passed();
        assertThat(project.mvn(goal, "-Dberth.before=", "-Dberth.after=after").failure())
                .isEqualTo("The review is not possible: berth.before and berth.after name a directory or a revision,"
                        + " and one of them is empty: was a variable not set?");
    }
}
