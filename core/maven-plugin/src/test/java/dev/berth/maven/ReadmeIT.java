package dev.berth.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Runs the project in the README, to check that its files and its output are what the README shows. */
class ReadmeIT {

    private static final String CART = "src/main/java/com/example/shop/Cart.java";
    private static final Path RENDERED = Path.of("src/test/projects/shop/generated/cart.yaml");

    private static void assertThatReadmeShows(String output) throws IOException {
        String readme = Files.readString(Path.of("../../README.md"));
        assertThat(readme.contains("\n```text\n" + output + "\n```\n"))
                .as("the README shows this output:\n%s", output)
                .isTrue();
    }

    @Test
    void the_first_declaration_renders_the_file_of_the_picture_and_is_checked_and_tested() throws IOException {
        TestProject project = TestProject.copy("shop", "readme").remove("generated/cart.yaml");

        project.mvn("generate-manifests").passed();
        assertThat(project.read("generated/cart.yaml")).isEqualTo(Files.readString(RENDERED));

        project.mvn("test", "-Dberth.golden=update").passed();
        assertThat(project.read("src/test/golden/staging/cart.yaml")).contains("storage: 1Gi");
        project.mvn("verify").passed();

        project.edit(CART, ".replicas(1)", ".replicas(3)");
        String stale = project.mvn("verify", "-DskipTests").failure();
        assertThatReadmeShows(stale);
    }

    @Test
    void a_mistake_is_refused_as_the_readme_shows_and_the_tree_is_unchanged() throws IOException {
        TestProject project = TestProject.copy("shop", "readme-mistake").edit(CART, "\"/data\"", "\"data\"");

        String refused = project.mvn("generate-manifests").failure();

        assertThatReadmeShows(refused);
        assertThat(project.read("generated/cart.yaml")).isEqualTo(Files.readString(RENDERED));
    }

    @Test
    void a_claim_template_without_a_size_does_not_compile() {
        TestProject project = TestProject.copy("shop", "readme-no-size").edit(CART, ".storage(storage)\n", "\n");

        MavenRun run = project.mvn("generate-manifests");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.output()).contains("COMPILATION ERROR").contains("symbol:   method build()");
    }
}
