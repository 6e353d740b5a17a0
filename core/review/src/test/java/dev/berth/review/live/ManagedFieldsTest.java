package dev.berth.review.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.cluster.KubernetesVersion;
import dev.berth.review.ApplyOptions;
import dev.berth.review.Review;
import dev.berth.review.Reviewer;
import dev.berth.review.model.ObjectTree;
import dev.berth.review.model.ObjectTreeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The workloads and Services of a namespace that kubectl applied client-side, as a server returned them with their managed
 * fields, and the manifests that kubectl applied.
 */
class ManagedFieldsTest {
    private static final Path OUTPUT = Path.of("src/test/resources/live/managed.yaml");

    @Test
    void what_was_applied_last_changes_nothing() throws IOException {
        Review review = review(Optional.empty(), "kubectl");
        assertThat(review.findings()).isEmpty();
        assertThat(review.notes()).isEmpty();
    }

    /** A real server reported exactly these conflicts. */
    @Test
    void server_side_apply_conflicts_with_the_defaults_that_client_side_apply_owns() throws IOException {
        Review review = review(Optional.of(true), "kubectl");
        assertThat(review.findings())
                .extracting(finding -> finding.effect() + " " + finding.object().name() + " " + finding.field() + ": "
                        + finding.message().lines().findFirst().orElseThrow())
                .containsExactly(conflict("nginx-statefulset"), conflict("postgres"), conflict("redis"));
    }

    private static String conflict(String set) {
        String time = set.equals("postgres") ? "2026-11-29T01:40:05Z" : "2026-11-29T01:40:06Z";
        return "REFUSED " + set + " spec.volumeClaimTemplates: Server-side apply stops with a conflict, because"
                + " \"kubectl-client-side-apply\" (" + time + ") set the field. Nothing of the object changes.";
    }

    @Test
    void another_field_manager_changes_nothing_either_but_conflicts_if_it_applies_server_side() throws IOException {
        assertThat(review(Optional.empty(), "argocd-controller").findings()).isEmpty();
        assertThat(review(Optional.of(true), "argocd-controller").findings())
                .extracting(finding -> finding.rule().id())
                .containsOnly("apply-conflict");
    }

    private static Review review(Optional<Boolean> serverSide, String manager) throws IOException {
        ObjectTree before = ObjectTreeReader.read("cluster", "", Map.of("cluster.yaml", Files.readString(OUTPUT)));
        ArrayNode applied = JsonMapper.builder().build().createArrayNode();
        before.objects().forEach(object -> applied.add(manifest(object.live().orElseThrow())));
        assertThat(applied).hasSize(9);
        ObjectNode list = applied.objectNode();
        list.put("apiVersion", "v1").put("kind", "List").set("items", applied);
        return Reviewer.review(
                before,
                ObjectTreeReader.read("tree", "", Map.of("tree.json", list.toString())),
                KubernetesVersion.recorded(),
                new ApplyOptions(Optional.empty(), serverSide, manager, Set.of()));
    }

    private static JsonNode manifest(LiveObject live) {
        return live.lastApplied().orElseThrow();
    }
}
