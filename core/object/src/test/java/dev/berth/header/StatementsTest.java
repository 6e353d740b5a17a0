package dev.berth.header;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.finding.Acknowledgement;
import dev.berth.object.ExistingObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StatementsTest {

    private static final Statements ALL = new Statements(
            new TreeMap<>(Map.of("kubernetesVersion", "1.35.2", "ipFamilies", "IPv4,IPv6")),
            List.of(new ExistingObject("StorageClass", "fast"), new ExistingObject("Secret", "registry")),
            List.of(new Acknowledgement(
                    "StatefulSet/demo/cart", "claim-retention-deletes", null, "Carts: may be lost")),
            Optional.of("manifests/02-storageclass.yaml"));

    @Test
    void each_statement_is_a_line() {
        assertThat(ALL.lines())
                .containsExactly(
                        "Cluster: ipFamilies=IPv4,IPv6 kubernetesVersion=1.35.2",
                        "Already in the cluster: Secret/registry",
                        "Already in the cluster: StorageClass/fast",
                        "Acknowledged: claim-retention-deletes of StatefulSet/demo/cart: Carts: may be lost",
                        "Applied instead of: manifests/02-storageclass.yaml");
        assertThat(Statements.NONE.lines()).isEmpty();
    }

    @Test
    void the_lines_are_read_again() {
        assertThat(Statements.read(ALL.lines())).isEqualTo(ALL);
        assertThat(Statements.read(List.of("Do not edit: change the declaration", "Acknowledged: nothing")))
                .isEqualTo(Statements.NONE);
    }
}
