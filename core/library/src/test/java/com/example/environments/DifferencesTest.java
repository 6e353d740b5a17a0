package com.example.environments;

import static dev.berth.manifest.Difference.field;
import static dev.berth.manifest.Difference.file;
import static dev.berth.manifest.Difference.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.config.ConfigMap;
import dev.berth.config.Secret;
import dev.berth.environment.EnvironmentTrees;
import dev.berth.finding.Finding;
import dev.berth.manifest.Difference;
import dev.berth.manifest.Environments;
import dev.berth.manifest.InvalidManifestsException;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.TextFile;
import dev.berth.manifest.TreeFile;
import dev.berth.tree.ManifestTree;
import dev.berth.value.Bytes;
import dev.berth.value.Cpu;
import dev.berth.value.TreePath;
import dev.berth.workload.Container;
import dev.berth.workload.Deployment;
import dev.berth.workload.Resources;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What may differ between environments, and how other differences are reported. */
class DifferencesTest {

    private static List<String> problems(Function<String, List<? extends TreeFile>> files, Difference... mayDiffer) {
        try {
            render(files, mayDiffer);
            return List.of();
        } catch (InvalidManifestsException e) {
            return e.problems().stream().map(Finding::toString).toList();
        }
    }

    private static ManifestTree render(Function<String, List<? extends TreeFile>> files, Difference... mayDiffer) {
        var environments = Environments.of(
                        List.of("dev", "staging", "prod"),
                        Function.identity(),
                        name -> ManifestSet.of(files.apply(name)))
                .mayDiffer(mayDiffer)
                .differencesIn("differences.md");
        return EnvironmentTrees.render(environments, "com.example.Shop", "mvn generate-manifests", List.of());
    }

    private static String table(Function<String, List<? extends TreeFile>> files, Difference... mayDiffer) {
        String page = new String(render(files, mayDiffer).bytes(TreePath.of("differences.md")), StandardCharsets.UTF_8);
        return page.substring(page.indexOf("|---"));
    }

    private static List<ManifestFile> objects(Manifest... objects) {
        return List.of(ManifestFile.of("web.yaml", objects));
    }

    private static List<ManifestFile> web(int replicas, String image, Resources resources) {
        var container = Container.named("web").image(image).resources(resources).build();
        return objects(
                Deployment.named("web").replicas(replicas).container(container).build());
    }

    private static List<ManifestFile> web(int replicas, String image) {
        return web(replicas, image, memory(Bytes.mebi(64)));
    }

    private static Resources memory(Bytes amount) {
        return Resources.requests(Cpu.millicores(100), amount);
    }

    @Test
    void a_difference_that_is_not_declared_is_reported_with_its_values_and_the_remedy() {
        assertThat(problems(name -> web(name.equals("prod") ? 3 : 1, "web:1")))
                .containsExactly("Deployment \"web\": spec.replicas: differs between the environments: \"1\" in dev,"
                        + " staging; \"3\" in prod. Use the same in each environment, or add"
                        + " Difference.field(\"Deployment\", \"web\", \"spec.replicas\") to mayDiffer."
                        + " (undeclared-difference)");
    }

    @Test
    void a_declared_difference_is_accepted_for_this_field_and_all_fields_below_it() {
        Function<String, List<? extends TreeFile>> files = name -> web(name.equals("prod") ? 3 : 1, "web:" + name);

        assertThat(problems(
                        files,
                        field("Deployment", "web", "spec.replicas"),
                        field("Deployment", "*", "spec.template.spec.containers[*].image")))
                .isEmpty();
        assertThat(problems(files, field("Deployment", "web", "spec"))).isEmpty();
        assertThat(problems(files, object("Deployment", "web"))).isEmpty();
        assertThat(problems(files, field("Deployment", "web", "spec.replicas"))).hasSize(1);
    }

    @Test
    void a_default_that_one_environment_states_is_no_difference() {
        assertThat(problems(name -> {
                    var container = Container.named("web").image("web:1").build();
                    var web = Deployment.named("web").replicas(1).container(container);
                    return objects(
                            name.equals("dev") ? web.revisionHistoryLimit(10).build() : web.build());
                }))
                .isEmpty();
    }

    @Test
    void an_amount_that_is_written_differently_is_no_difference() {
        assertThat(problems(name -> web(1, "web:1", memory(name.equals("dev") ? Bytes.gibi(1) : Bytes.mebi(1024)))))
                .isEmpty();
    }

    @Test
    void an_object_that_some_environments_do_not_have_must_be_declared_as_a_whole() {
        Function<String, List<? extends TreeFile>> files = name -> name.equals("dev")
                ? objects(ConfigMap.named("web").putData("a", "1").build())
                : objects(
                        ConfigMap.named("web").putData("a", "1").build(),
                        ConfigMap.named("extra").putData("a", "1").build());

        assertThat(problems(files))
                .containsExactly("ConfigMap \"extra\": differs between the environments: not set in dev; declared in"
                        + " staging, prod. Use the same in each environment, or add Difference.object(\"ConfigMap\","
                        + " \"extra\") to mayDiffer. (undeclared-difference)");
        assertThat(problems(files, field("ConfigMap", "extra", "data"))).hasSize(1);
        assertThat(table(files, object("ConfigMap", "extra"))).isEqualTo("""
                |---|---|---|---|---|
                | ConfigMap `extra` |  | – | declared | declared |
                """);
    }

    @Test
    void the_value_of_a_secret_is_never_shown() {
        Function<String, List<? extends TreeFile>> files = name -> objects(
                Secret.named("web").putDemoValue("password", "hunter2-" + name).build());

        assertThat(problems(files))
                .containsExactly("Secret \"web\": data[password]: differs between the environments: \"(not shown)\""
                        + " in dev, staging, prod. Use the same in each environment, or add"
                        + " Difference.field(\"Secret\", \"web\", \"data[password]\") to mayDiffer."
                        + " (undeclared-difference)");
        assertThat(table(files, field("Secret", "web", "data"))).doesNotContain("hunter2");
    }

    @Test
    void a_file_of_text_may_differ_only_if_it_is_declared() {
        Function<String, List<? extends TreeFile>> files =
                name -> List.of(TextFile.of("notes.md", "The cluster of " + name + ".\n"));

        assertThat(problems(files))
                .containsExactly("notes.md: differs between the environments: \"The cluster of dev.⏎\" in dev; \"The"
                        + " cluster of staging.⏎\" in staging; \"The cluster of prod.⏎\" in prod. Use the same in each"
                        + " environment, or add Difference.file(\"notes.md\") to mayDiffer. (undeclared-difference)");
        assertThat(problems(files, file("notes.md"))).isEmpty();
    }

    @Test
    void long_values_are_cut_to_where_they_differ() {
        String start = "x".repeat(100);
        assertThat(problems(name -> objects(
                        ConfigMap.named("web").putData("a", start + name).build())))
                .singleElement()
                .asString()
                .contains("\"…xxxxxxxxxxdev\" in dev; \"…xxxxxxxxxxstaging\" in staging; \"…xxxxxxxxxxprod\" in prod");
    }

    @Test
    void what_may_differ_but_does_not_exist_is_refused_with_the_nearest_name() {
        Function<String, List<? extends TreeFile>> files = name -> web(1, "web:1");

        assertThat(problems(
                        files,
                        field("Deployment", "web", "spec.replica"),
                        field("Deployment", "wep", "spec.replicas"),
                        field("Deploiment", "web", "spec.replicas"),
                        field("Deployment", "web", "spec.template.spec.containers[wob].image"),
                        object("ConfigMap", "web"),
                        file("notes.md")))
                .containsExactly(
                        nowhere(
                                "Deployment/web spec.replica",
                                "no environment sets this field: nothing has the name \"replica\". Did you mean"
                                        + " \"replicas\"?"),
                        nowhere(
                                "Deployment/wep spec.replicas",
                                "no environment has a Deployment with the name \"wep\". Did you mean \"web\"?"),
                        nowhere(
                                "Deploiment/web spec.replicas",
                                "no environment has an object of the kind Deploiment. Did you mean \"Deployment\"?"),
                        nowhere(
                                "Deployment/web spec.template.spec.containers[wob].image",
                                "no environment sets this field: nothing has the name \"wob\". Did you mean \"web\"?"),
                        nowhere("ConfigMap/web", "no environment has an object of the kind ConfigMap."),
                        nowhere("notes.md", "no environment has the file notes.md."));
    }

    private static String nowhere(String difference, String reason) {
        return "mayDiffer: Invalid value: \"" + difference + "\": " + reason
                + " Correct it, or remove it. (difference-without-object)";
    }
}
