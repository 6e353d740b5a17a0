package com.example.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.config.ConfigMap;
import dev.berth.finding.Finding;
import dev.berth.gate.SetGate;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.Namespace;
import dev.berth.manifest.TextFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Paths and objects of a set must be unique. */
class UniqueInSetTest {

    private final Namespace shop = Namespace.named("shop").build();
    private final ConfigMap config =
            ConfigMap.named("db-config").putData("DB_NAME", "shop").build();

    @Test
    void an_object_must_be_unique() {
        List<Finding> problems = SetGate.problems(ManifestSet.of(
                        ManifestFile.of("a.yaml", config).in(shop),
                        ManifestFile.of("b.yaml", config).in(shop))
                .models());
        assertThat(problems)
                .extracting(Finding::toString)
                .containsExactly("ConfigMap \"db-config\" in namespace \"shop\": declared twice: in a.yaml at "
                        + config.declaration() + ", and in b.yaml: rename or remove one (object-twice)");
    }

    @Test
    void a_path_must_be_unique_even_on_a_disk_that_ignores_case() {
        TextFile upper = TextFile.of("docs/Readme.md", "a\n");
        TextFile lower = TextFile.of("docs/README.md", "b\n");
        assertThat(SetGate.problems(ManifestSet.of(upper, lower).models()))
                .extracting(Finding::message)
                .containsExactly("docs/README.md is the same file as docs/Readme.md on a disk that ignores case, the"
                        + " other time at " + upper.declaration() + ": rename one");
        assertThat(SetGate.problems(ManifestSet.of(upper, upper).models()))
                .extracting(Finding::message)
                .containsExactly(
                        "docs/Readme.md is declared twice, the other time at " + upper.declaration() + ": rename one");
    }
}
