package com.example.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.finding.Effect;
import dev.berth.finding.Finding;
import dev.berth.review.Review;
import dev.berth.review.Reviewer;
import dev.berth.review.model.ObjectTree;
import dev.berth.review.model.ObjectTreeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the review says about leaving the Bitnami chart: with the rendered tree, and with one written by hand. */
class ReviewedMoveTest {

    @Test
    void the_rendered_tree_loses_nothing_and_only_the_selector_is_refused() throws IOException {
        Review review = review(rendered());

        assertThat(review.findings()).noneMatch(finding -> finding.effect() == Effect.DATA_LOSS);
        assertThat(with(review, Effect.REFUSED)).containsExactly("statefulset-spec-immutable");
    }

    @Test
    void a_mount_where_the_official_image_has_its_data_by_default_would_start_an_empty_database() throws IOException {
        String handwritten = rendered()
                .replace("/bitnami/postgresql/data", "/var/lib/postgresql/data/pgdata")
                .replace("/bitnami/postgresql\n", "/var/lib/postgresql/data\n");

        assertThat(with(review(handwritten), Effect.DATA_LOSS)).containsExactly("data-directory-moved");
    }

    @Test
    void another_claim_template_would_leave_the_claim_behind() throws IOException {
        String renamed = rendered()
                .replace("- name: data\n", "- name: orders-data\n")
                .replace("      name: data\n", "      name: orders-data\n");

        assertThat(with(review(renamed), Effect.DATA_LOSS)).isNotEmpty();
    }

    @Test
    void another_major_version_cannot_read_the_data() throws IOException {
        String newer = rendered().replace("postgres:15.14-bookworm", "postgres:17.6-bookworm");

        assertThat(with(review(newer), Effect.DATA_LOSS)).containsExactly("database-major-version");
    }

    private static List<String> with(Review review, Effect effect) {
        return review.findings().stream()
                .filter(finding -> finding.effect() == effect)
                .map(Finding::rule)
                .map(rule -> rule.id())
                .distinct()
                .toList();
    }

    private static String rendered() throws IOException {
        return Files.readString(Path.of("src/test/golden/bitnami/orders.yaml"));
    }

    private static Review review(String after) throws IOException {
        return Reviewer.review(read(Files.readString(Path.of("src/test/bitnami/chart.yaml"))), read(after));
    }

    private static ObjectTree read(String objects) {
        return ObjectTreeReader.read("tree", "", Map.of("orders.yaml", objects));
    }
}
