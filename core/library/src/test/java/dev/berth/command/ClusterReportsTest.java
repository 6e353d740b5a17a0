package dev.berth.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.cluster.KubernetesVersion;
import dev.berth.finding.Finding;
import dev.berth.report.ReviewText;
import dev.berth.report.SummaryLine;
import dev.berth.review.ApplyOptions;
import dev.berth.review.Review;
import dev.berth.review.Reviewer;
import dev.berth.review.model.ObjectTree;
import dev.berth.review.model.ObjectTreeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reviews of trees against namespaces of clusters. Each directory in {@code live} has the cluster, written in the form of
 * {@code kubectl get --output yaml --show-managed-fields}, the tree, and the findings. Runbooks have tests of their own.
 *
 * <p>{@code -Dberth.rerender=true} writes the reports again.
 */
class ClusterReportsTest {
    private static final Path CASES = Path.of("src/test/resources/live");

    @ParameterizedTest
    @ValueSource(strings = {"autoscaler", "manual-changes", "operator", "stuck-rollout"})
    void the_report_is_the_expected_one(String name) throws IOException {
        Review review = Reviewer.review(
                tree(name, "cluster.yaml"),
                tree(name, "tree.yaml"),
                KubernetesVersion.recorded(),
                ApplyOptions.DEFAULT);
        StringBuilder report = new StringBuilder(SummaryLine.of(review)).append('\n');
        for (Finding finding : review.findings()) {
            report.append('\n').append(ReviewText.line(finding)).append('\n');
            report.append("    ").append(finding.message()).append('\n');
            report.append(finding.remedy().isEmpty() ? "" : "    What to do: " + finding.remedy() + "\n");
        }
        review.notes().forEach(note -> report.append('\n').append(note).append('\n'));
        Path expected = CASES.resolve(name + "/report.txt");
        if (Boolean.getBoolean("berth.rerender") && System.getenv("CI") == null) {
            Files.writeString(expected, report);
        }
        assertThat(report.toString()).isEqualTo(Files.readString(expected));
    }

    private static ObjectTree tree(String name, String file) throws IOException {
        return ObjectTreeReader.read(file, "", Map.of(file, Files.readString(CASES.resolve(name + "/" + file))));
    }
}
