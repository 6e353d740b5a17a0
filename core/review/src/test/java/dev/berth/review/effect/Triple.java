package dev.berth.review.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.cluster.KubernetesVersion;
import dev.berth.finding.Effect;
import dev.berth.finding.Finding;
import dev.berth.review.Review;
import dev.berth.review.Reviewer;
import dev.berth.review.model.ObjectTreeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A tree before, a tree after, and exactly what the review must find. */
final class Triple {
    private final Review review;
    private final List<Finding> unexpected;

    private Triple(Review review) {
        this.review = review;
        this.unexpected = new ArrayList<>(review.findings());
    }

    static Triple of(String before, String after) {
        return of(before, after, KubernetesVersion.recorded());
    }

    static Triple of(String before, String after, KubernetesVersion version) {
        return new Triple(Reviewer.review(
                ObjectTreeReader.read("before", "", Map.of("tree.yaml", before)),
                ObjectTreeReader.read("after", "", Map.of("tree.yaml", after)),
                version));
    }

    /** Returns the tree before, and the same with one text replaced. */
    static Triple replacing(String before, String text, String by) {
        assertThat(before).contains(text);
        return of(before, before.replace(text, by));
    }

    Triple finds(Effect effect, String rule, String field, String from, String to) {
        Finding found = review.findings().stream()
                .filter(finding -> finding.effect() == effect
                        && finding.rule().id().equals(rule)
                        && finding.field().equals(field)
                        && String.valueOf(finding.requireChange().from()).equals(from)
                        && String.valueOf(finding.requireChange().to()).equals(to))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Not found: " + effect + " " + rule + " " + field + " " + from
                        + " -> " + to + "\nbut: " + all()));
        unexpected.remove(found);
        return this;
    }

    Triple saying(String rule, String message) {
        assertThat(review.findings().stream()
                        .filter(finding -> finding.rule().id().equals(rule))
                        .map(Finding::message))
                .contains(message);
        return this;
    }

    void findsNo(String rule) {
        assertThat(review.findings().stream().map(finding -> finding.rule().id()))
                .isNotEmpty()
                .doesNotContain(rule);
    }

    Triple naming(String rule, String... claims) {
        assertThat(review.findings().stream()
                        .filter(finding -> finding.rule().id().equals(rule))
                        .flatMap(finding -> finding.requireChange().claims().stream()))
                .containsExactly(claims);
        return this;
    }

    void andNothingElse() {
        assertThat(unexpected).as("findings that nobody expected").isEmpty();
    }

    private String all() {
        StringBuilder all = new StringBuilder();
        for (Finding finding : review.findings()) {
            all.append("\n  ")
                    .append(finding.effect())
                    .append(' ')
                    .append(finding.rule().id())
                    .append(' ')
                    .append(finding.field())
                    .append(' ')
                    .append(finding.requireChange().from())
                    .append(" -> ")
                    .append(finding.requireChange().to())
                    .append(" : ")
                    .append(finding.message());
        }
        return all.toString();
    }
}
