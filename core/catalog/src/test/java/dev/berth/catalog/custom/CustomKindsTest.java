package dev.berth.catalog.custom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomKindsTest {

    @Test
    void a_kind_creates_objects_of_known_names() {
        assertThat(CustomKinds.of("cert-manager.io", "Certificate"))
                .isEqualTo(new CustomKind(false, List.of(new CreatedName("Secret", "{spec.secretName}", false))));
        assertThat(CustomKinds.of("cert-manager.io", "ClusterIssuer").creates())
                .containsExactly(new CreatedName("Secret", "{spec.acme.privateKeySecretRef.name}", true));
    }

    @Test
    void a_star_stands_for_the_other_kinds_of_a_group() {
        assertThat(CustomKinds.of("monitoring.coreos.com", "Prometheus").makesPods())
                .isTrue();
        assertThat(CustomKinds.of("monitoring.coreos.com", "ServiceMonitor").makesPods())
                .isFalse();
    }

    @Test
    void the_rows_of_each_section_follow_a_source() throws IOException {
        boolean hasSource = false;
        for (String line : Files.readString(Path.of("src/main/resources/dev/berth/catalog/custom/kinds.txt"))
                .lines()
                .toList()) {
            if (line.startsWith("# Source: ")) {
                hasSource = true;
            } else if (line.matches("# \\S.*")) {
                hasSource = false;
            } else if (!line.startsWith("#")) {
                assertThat(hasSource).as(line).isTrue();
            }
        }
    }

    @Test
    void a_kind_that_is_not_listed_may_start_pods() {
        assertThat(CustomKinds.of("example.com", "Ring")).isEqualTo(CustomKind.UNKNOWN);
        assertThat(CustomKind.UNKNOWN.makesPods()).isTrue();
    }
}
