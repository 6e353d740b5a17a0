package dev.berth.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.MergeResult;
import org.eclipse.jgit.api.MergeResult.MergeStatus;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.Test;

/** Two branches change one project, and git merges them. */
class MergeIT {

    private static final PersonIdent AUTHOR = new PersonIdent("Demo", "demo@example.com");
    private static final String JAVA = "src/main/java/com/example/shop/";

    private static TestProject project(String test) {
        return TestProject.copy("merging", test).write(".gitignore", "target/\n");
    }

    private static Git repository(TestProject project) throws GitAPIException {
        Git git = Git.init()
                .setDirectory(project.path("").toFile())
                .setInitialBranch("main")
                .call();
        commit(git);
        return git;
    }

    private static void commit(Git git) throws GitAPIException {
        git.add().addFilepattern(".").call();
        git.add().addFilepattern(".").setUpdate(true).call();
        git.commit()
                .setMessage("Change")
                .setAuthor(AUTHOR)
                .setCommitter(AUTHOR)
                .setSign(false)
                .call();
    }

    private static void branch(Git git, String name) throws GitAPIException {
        git.checkout().setCreateBranch(true).setStartPoint("main").setName(name).call();
    }

    private static MergeResult mergeWebIntoCache(Git git) throws GitAPIException, IOException {
        return git.merge()
                .include(git.getRepository().resolve("web"))
                .setMessage("Merge")
                .call();
    }

    private static String workload(String type) {
        return """
                package com.example.shop;

                public final class %s extends Workload {

                    @Override
                    String name() {
                        return "%s";
                    }

                    @Override
                    int replicas() {
                        return 2;
                    }
                }
                """.formatted(type, type.toLowerCase(Locale.ROOT));
    }

    private static void render(TestProject project) {
        project.mvn("-q", "generate-manifests").passed();
    }

    @Test
    void two_branches_that_each_add_a_workload_merge_without_a_conflict() throws GitAPIException, IOException {
        TestProject project = project("merge-packages");
        render(project);
        try (Git git = repository(project)) {
            for (String type : List.of("Web", "Cache")) {
                branch(git, type.toLowerCase(Locale.ROOT));
                project.write(JAVA + type + ".java", workload(type));
                render(project);
                commit(git);
            }

            assertThat(mergeWebIntoCache(git).getMergeStatus()).isEqualTo(MergeStatus.MERGED);
        }
        MavenRun run = project.mvn("generate-manifests", "verify").passed();
        assertThat(run.lines("Rendered"))
                .as("the merged tree is what both branches declare")
                .containsExactly("Rendered 3 files into generated/: 0 written, 0 removed, 3 unchanged");
        assertThat(project.read("generated/web.yaml"))
                .startsWith("# Rendered by Berth from com.example.shop.Web: web.yaml\n");
    }

    @Test
    void a_shared_service_file_also_merges_with_the_attribute_union() throws GitAPIException, IOException {
        String services = "src/main/resources/META-INF/services/dev.berth.manifest.ManifestSource";
        String before = "com.example.shop.Checkout\n";
        TestProject project = project("merge-services")
                .write(".gitattributes", "**/META-INF/services/* merge=union\n")
                .write(services, before);
        String pom = project.read("pom.xml");
        project.write("pom.xml", pom.replaceFirst("(?s)\\s*<configuration>.*?</configuration>", ""));
        render(project);
        try (Git git = repository(project)) {
            for (String type : List.of("Web", "Cache")) {
                branch(git, type.toLowerCase(Locale.ROOT));
                project.write(JAVA + type + ".java", workload(type));
                project.write(services, before + "com.example.shop." + type + "\n");
                render(project);
                commit(git);
            }

            assertThat(mergeWebIntoCache(git).getMergeStatus()).isEqualTo(MergeStatus.MERGED);
        }
        project.mvn("verify").passed();
        assertThat(project.tree("generated")).containsOnlyKeys("cache.yaml", "checkout.yaml", "web.yaml");
    }

    @Test
    void a_conflicted_file_is_rendered_again_after_the_declaration_is_resolved() throws GitAPIException, IOException {
        TestProject project = project("merge-conflict");
        render(project);
        String checkout = JAVA + "Checkout.java";
        String original = project.read(checkout);
        try (Git git = repository(project)) {
            branch(git, "web");
            project.remove(checkout).write(JAVA + "Store.java", original.replace("Checkout", "Store"));
            render(project);
            commit(git);
            branch(git, "cache");
            project.remove(checkout).write(JAVA + "Basket.java", original.replace("Checkout", "Basket"));
            render(project);
            commit(git);

            MergeResult merge = mergeWebIntoCache(git);
            assertThat(merge.getMergeStatus()).isEqualTo(MergeStatus.CONFLICTING);
            assertThat(merge.getConflicts()).containsKey("generated/checkout.yaml");
        }
        assertThat(project.read("generated/checkout.yaml")).startsWith("""
                <<<<<<< HEAD
                # Rendered by Berth from com.example.shop.Basket: checkout.yaml
                =======
                # Rendered by Berth from com.example.shop.Store: checkout.yaml
                >>>>>>>""");

        if (project.path(JAVA + "Store.java").toFile().exists()) {
            project.remove(JAVA + "Store.java");
        }
        project.write(JAVA + "Basket.java", original.replace("Checkout", "Basket"));
        assertThat(project.mvn("clean", "verify").failure()).isEqualTo("""
                generated/ differs from what Basket renders:
                    checkout.yaml: contains conflict markers of a merge: render it again instead of resolving them
                Run 'mvn generate-manifests' to update, then review the diff.""");

        MavenRun run = project.mvn("generate-manifests").passed();
        assertThat(run.lines(project.path("generated/checkout.yaml") + " contained"))
                .containsExactly(project.path("generated/checkout.yaml")
                        + " contained conflict markers of a merge, so it was rendered again");
        project.mvn("verify").passed();
    }
}
