package dev.berth.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.rules.decode.ManifestDocument;
import dev.berth.rules.decode.ManifestReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The roles in {@code docs/ci/cluster-reader.yaml} allow what the review requests, and nothing else. */
class ClusterRoleTest {
    private static final String TREE = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, namespace: shop}\n";

    @Test
    void the_roles_allow_exactly_the_requests_of_a_review() throws Exception {
        Set<String> requested = new TreeSet<>();
        try (MockCluster cluster = new MockCluster()) {
            cluster.source(TREE).files();
            for (String path : cluster.requests()) {
                permission(path).ifPresent(requested::add);
            }
        }
        assertThat(requested).hasSize(19).isEqualTo(allowed());
    }

    /** Every authenticated user may read which kinds there are: {@code /api/v1}, {@code /apis/apps/v1}. */
    private static Optional<String> permission(String path) {
        String[] steps = path.substring(1).split("/", -1);
        int version = steps[0].equals("api") ? 1 : 2;
        if (steps.length == version + 1) {
            return Optional.empty();
        }
        String group = version == 1 ? "" : steps[1];
        int rest = steps.length - version - 1;
        boolean inNamespace = rest == 3;
        String plural = steps[version + (inNamespace ? 3 : 1)];
        String where = inNamespace || plural.equals("namespaces") ? "Role" : "ClusterRole";
        return Optional.of(where + " " + (rest == 2 ? "get" : "list") + " " + group + "/" + plural);
    }

    private static Set<String> allowed() throws IOException {
        Set<String> allowed = new TreeSet<>();
        String text = Files.readString(Path.of("../../docs/ci/cluster-reader.yaml"));
        for (ManifestDocument document : ManifestReader.read(text)) {
            for (JsonNode rule : document.written().orElseThrow().path("rules")) {
                for (JsonNode resource : rule.path("resources")) {
                    allowed.add(
                            document.kind() + " " + rule.path("verbs").path(0).asText() + " "
                                    + rule.path("apiGroups").path(0).asText() + "/" + resource.asText());
                    assertThat(rule.path("verbs")).hasSize(1);
                    assertThat(rule.path("apiGroups")).hasSize(1);
                }
            }
        }
        return allowed;
    }
}
