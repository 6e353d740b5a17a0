package dev.berth.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.Test;

/** Three environments on two clouds from one declaration. */
class EnvironmentsIT {

    private static final String SHOP = "src/main/java/com/example/shop/Shop.java";
    private static final String STAGE = "src/main/java/com/example/shop/Stage.java";
    private static final PersonIdent SOMEBODY = new PersonIdent("Somebody", "somebody@example.com");

    @Test
    void the_committed_trees_are_what_is_declared_and_each_has_a_golden_tree() {
        TestProject project = TestProject.copy("environments", "environments");

        project.mvn("verify").passed();
        assertThat(project.tree("clusters"))
                .containsOnlyKeys(
                        "dev/cart.yaml",
                        "dev/namespace.yaml",
                        "differences.md",
                        "prod/cart.yaml",
                        "prod/namespace.yaml",
                        "staging/cart.yaml",
                        "staging/namespace.yaml");
    }

    @Test
    void a_difference_that_is_not_declared_is_refused_and_the_trees_are_unchanged() {
        TestProject project = TestProject.copy("environments", "environments-guard")
                .edit(
                        SHOP,
                        ".image(\"redis:7.2-alpine\")",
                        ".image(stage == Stage.PROD ? \"redis:7.4-alpine\" : \"redis:7.2-alpine\")");
        String before = project.read("clusters/prod/cart.yaml");

        assertThat(project.mvn("generate-manifests").failure()).startsWith("""
                The declarations have 1 problem, so nothing was rendered:
                StatefulSet "cart" in namespace "shop": spec.template.spec.containers[redis].image: differs between the \
                environments: "redis:7.2-alpine" in dev, staging; "redis:7.4-alpine" in prod. Use the same in each \
                environment, or add Difference.field("StatefulSet", "cart", \
                "spec.template.spec.containers[redis].image") to mayDiffer. (undeclared-difference)
                    declared at com.example.shop.Shop.in(Shop.java:""");
        assertThat(project.read("clusters/prod/cart.yaml")).isEqualTo(before);
    }

    @Test
    void an_acknowledgement_applies_to_the_environment_that_declares_it() {
        TestProject project = TestProject.copy("environments", "environments-acknowledgement")
                .edit(
                        STAGE,
                        "STAGING(\"staging\", AWS, KubernetesVersion.V1_36, 2",
                        "STAGING(\"staging\", AWS, KubernetesVersion.V1_36, 1");

        assertThat(project.mvn("generate-manifests").failure())
                .startsWith("The declarations have 1 problem, so nothing was rendered:\n"
                        + "In staging: PodDisruptionBudget \"cart\" in namespace \"shop\": ")
                .contains("(budget-never-allows)");
    }

    @Test
    void a_named_environment_is_rendered_and_the_others_are_left_as_they_are() {
        TestProject project = TestProject.copy("environments", "environments-named")
                .edit(STAGE, "gibi(100)", "gibi(200)")
                .edit(STAGE, "gibi(1)", "gibi(2)");
        String dev = project.read("clusters/dev/cart.yaml");

        project.mvn("generate-manifests", "-Dberth.environments=prod").passed();
        assertThat(project.read("clusters/prod/cart.yaml")).contains("storage: 200Gi");
        assertThat(project.read("clusters/dev/cart.yaml")).isEqualTo(dev);

        project.mvn("process-classes", "berth:check", "-Dberth.environments=prod")
                .passed();
        assertThat(project.mvn("process-classes", "berth:check", "-Dberth.environments=dev")
                        .failure())
                .contains("dev/cart.yaml:")
                .contains("storage: 2Gi");
        assertThat(project.mvn("generate-manifests", "-Dberth.environments=prd").failure())
                .isEqualTo("""
                        The declarations have 1 problem, so nothing was rendered:
                        berth.environments: Invalid value: "prd": must be one of dev, staging, prod. Did you mean "prod"?""");
    }

    @Test
    void a_review_of_a_change_of_one_environment_mentions_only_that_one() throws Exception {
        TestProject project = TestProject.copy("environments", "environments-review");
        try (Git git = Git.init()
                .setDirectory(project.path("").toFile())
                .setInitialBranch("main")
                .call()) {
            git.add().addFilepattern("clusters").call();
            git.commit()
                    .setAuthor(SOMEBODY)
                    .setCommitter(SOMEBODY)
                    .setSign(false)
                    .setMessage("trees")
                    .call();
        }
        project.edit(STAGE, "KubernetesVersion.V1_35, 3", "KubernetesVersion.V1_35, 4");

        MavenRun run = project.mvn("generate-manifests", "berth:review", "-Dberth.report=review.md")
                .passed();

        assertThat(run.printed("prod: ")).hasSize(1);
        assertThat(run.printed("dev: ")).isEmpty();
        assertThat(project.read("review.md"))
                .startsWith("## What this change does to the cluster of `prod`\n")
                .contains("`spec.replicas`")
                .doesNotContain("clusters/dev")
                .doesNotContain("clusters/staging");
    }

    @Test
    void several_executions_render_into_their_own_directories_with_one_command() {
        TestProject project = TestProject.copy("executions", "executions");

        MavenRun run = project.mvn("generate-manifests").passed();

        assertThat(run.lines("Rendered"))
                .containsExactly(
                        "Rendered 1 file into databases/: 1 written, 0 removed, 0 unchanged",
                        "Rendered 1 file into caches/: 1 written, 0 removed, 0 unchanged");
        assertThat(project.tree("databases")).containsOnlyKeys("databases.yaml");
        assertThat(project.tree("caches")).containsOnlyKeys("caches.yaml");
        assertThat(project.path("generated")).doesNotExist();
        project.mvn("verify").passed();
    }
}
