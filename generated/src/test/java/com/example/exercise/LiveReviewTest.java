package com.example.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.exercise.ReviewExamplesTest.Example;
import dev.berth.cluster.KubernetesVersion;
import dev.berth.finding.Effect;
import dev.berth.finding.Finding;
import dev.berth.review.ApplyOptions;
import dev.berth.review.DirectorySource;
import dev.berth.review.Review;
import dev.berth.review.Reviewer;
import dev.berth.review.SeveralSources;
import dev.berth.review.model.ObjectTree;
import dev.berth.review.model.ObjectTreeReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Reviews against a cluster that runs the exercise: {@code live/exercise} in the test resources of
 * {@code core/review} is what {@code kubectl get --output
 * yaml} printed after {@code deploy-all.sh}.
 */
class LiveReviewTest {
    private static final String POSTGRES = "manifests/03-postgresql-statefulset.yaml";
    private static final ApplyOptions PRUNING =
            new ApplyOptions(Optional.of(true), Optional.empty(), "kubectl", Set.of());

    @Test
    void a_cluster_that_runs_the_exercise_does_not_change() throws IOException {
        ObjectTree cluster = cluster();
        assertThat(cluster.objects()).hasSize(26);
        assertThat(cluster.others()).hasSize(40);
        Review review = review(cluster, tree(exercise()), ApplyOptions.DEFAULT);
        assertThat(review.findings()).isEmpty();
        assertThat(review.runbooks()).isEmpty();
        assertThat(review.notes())
                .containsExactly("Namespace \"statefulset-demo\" is not compared: what was read contains objects in it,"
                        + " but not the Namespace.");
    }

    @Test
    void pruning_deletes_nothing_that_the_exercise_did_not_create() throws IOException {
        assertThat(review(cluster(), tree(exercise()), PRUNING).findings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_change_has_the_same_verdicts_as_between_two_trees(Example example) throws IOException {
        Map<String, String> before = exercise();
        Map<String, String> after = new TreeMap<>(before);
        after.compute(POSTGRES, (file, text) -> example.change(text));
        Review trees = Reviewer.review(tree(before), tree(after));
        Review live = review(cluster(), tree(after), PRUNING);
        assertThat(verdicts(live)).isNotEmpty().isEqualTo(verdicts(trees));
    }

    @Test
    void a_loss_names_the_claims_and_volumes_of_the_cluster() throws IOException {
        Map<String, String> after = exercise();
        after.compute(POSTGRES, (file, text) -> Example.SCALE_DOWN.change(text));
        assertThat(review(cluster(), tree(after), ApplyOptions.DEFAULT).findings())
                .extracting(Finding::message)
                .containsExactly("whenScaled is Delete: together with the pods postgres-1 and postgres-2 their claims"
                        + " postgres-data-postgres-1 and postgres-data-postgres-2 are deleted, and so are their volumes if"
                        + " the reclaim policy is Delete. In the cluster: postgres-data-postgres-1 is on volume"
                        + " pvc-58e9940a-c5e1-4586-bf7f-388eb182ca5f (1Gi, class standard, Delete: it is deleted with its"
                        + " claim); postgres-data-postgres-2 is on volume pvc-7a115aac-c7ef-4b62-95ff-4b8c2d8ba2f7 (1Gi, class standard, Delete: it is deleted"
                        + " with its claim).");
    }

    @Test
    void growth_says_whether_the_class_of_the_real_claims_allows_it() throws IOException {
        Map<String, String> after = exercise();
        after.compute(POSTGRES, (file, text) -> Example.GROW_CLAIM_TEMPLATE.change(text));
        assertThat(review(cluster(), tree(after), ApplyOptions.DEFAULT).findings())
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("postgres-data-postgres-1 is on volume pvc-58e9940a-c5e1-4586-bf7f-388eb182ca5f (1Gi, class"
                        + " standard, Delete: it is deleted with its claim);")
                .endsWith("Class standard does not allow volumes to grow.");
    }

    @Test
    void an_object_that_is_removed_from_the_tree_stays_without_pruning() throws IOException {
        Map<String, String> after = exercise();
        after.remove("manifests/05-redis-statefulset.yaml");
        Review review = review(cluster(), tree(after), ApplyOptions.DEFAULT);
        assertThat(review.findings()).allSatisfy(finding -> {
            assertThat(finding.effect()).isEqualTo(Effect.IN_PLACE);
            assertThat(finding.rule().id()).isEqualTo("remains");
            assertThat(finding.message())
                    .isEqualTo(
                            "The tree does not contain the object, and nothing deletes it without pruning: it stays in"
                                    + " the cluster as it is.");
        });
        assertThat(review.findings())
                .extracting(finding -> finding.object().toString())
                .containsExactly(
                        "ConfigMap \"redis-config\" in namespace \"statefulset-demo\"",
                        "Service \"redis\" in namespace \"statefulset-demo\"",
                        "Service \"redis-headless\" in namespace \"statefulset-demo\"",
                        "StatefulSet \"redis\" in namespace \"statefulset-demo\"");
    }

    @Test
    void with_pruning_the_loss_is_reported() throws IOException {
        Map<String, String> after = exercise();
        after.remove("manifests/05-redis-statefulset.yaml");
        Review review = review(cluster(), tree(after), PRUNING);
        assertThat(review.findings())
                .extracting(finding -> finding.effect() + " " + finding.object().kind() + " "
                        + finding.object().name())
                .containsExactly(
                        "DELETED ConfigMap redis-config",
                        "DELETED Service redis",
                        "DELETED Service redis-headless",
                        "DATA_LOSS StatefulSet redis");
    }

    private static List<String> verdicts(Review review) {
        return review.findings().stream()
                .map(finding -> String.join(
                        " ",
                        finding.effect().toString(),
                        finding.object().toString(),
                        finding.field(),
                        finding.rule().id(),
                        change(finding),
                        finding.requireChange().claims().toString()))
                .sorted()
                .toList();
    }

    private static String change(Finding finding) {
        return finding.requireChange().from() + " -> " + finding.requireChange().to();
    }

    private static Review review(ObjectTree before, ObjectTree after, ApplyOptions options) {
        return Reviewer.review(before, after, KubernetesVersion.recorded(), options);
    }

    private static ObjectTree cluster() throws IOException {
        Path directory = Path.of("../core/review/src/test/resources/live/exercise");
        return ObjectTreeReader.read("live", "", new DirectorySource(directory, "").files());
    }

    private static Map<String, String> exercise() throws IOException {
        return new TreeMap<>(new SeveralSources(List.of(
                        new DirectorySource(Path.of("manifests"), "manifests"),
                        new DirectorySource(Path.of("examples"), "examples")))
                .files());
    }

    private static ObjectTree tree(Map<String, String> files) {
        return ObjectTreeReader.read("exercise", "", files);
    }
}
