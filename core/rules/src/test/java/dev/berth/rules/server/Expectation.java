package dev.berth.rules.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.finding.Finding;
import dev.berth.rules.ClusterFacts;
import dev.berth.rules.Verdict;
import java.util.List;
import java.util.Objects;

/** A document, and all findings for it: {@code rule-id reason field}. */
public final class Expectation {
    private final Verdict verdict;

    private Expectation(Verdict verdict) {
        this.verdict = verdict;
    }

    public static Expectation of(String document) {
        return new Expectation(ApiServerRules.of(ClusterFacts.defaults()).verdict(document));
    }

    public static Expectation of(String document, ClusterFacts facts) {
        return new Expectation(ApiServerRules.of(facts).verdict(document));
    }

    /** A pod with one container, with these lines added to its spec. */
    public static Expectation ofPod(String lines) {
        return of(pod(lines));
    }

    public static String pod(String lines) {
        return """
                apiVersion: v1
                kind: Pod
                metadata: {name: p}
                spec:
                  containers: [{name: c, image: "nginx:1.27"}]
                """ + lines.indent(2);
    }

    /** A pod whose only container has these lines. */
    public static Expectation ofContainer(String lines) {
        return of("""
                apiVersion: v1
                kind: Pod
                metadata: {name: p}
                spec:
                  volumes: [{name: v}, {name: claim, persistentVolumeClaim: {claimName: claim}}]
                  containers:
                  - name: c
                    image: nginx:1.27
                """ + lines.indent(4));
    }

    public void isAccepted() {
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.isAccepted()).isTrue();
    }

    public void finds(String... expected) {
        assertThat(verdict.findings().stream()
                        .map(finding -> finding.rule().id() + " "
                                + Objects.requireNonNull(finding.type()).reason() + " " + finding.field()))
                .containsExactlyInAnyOrder(expected);
    }

    public List<Finding> findings() {
        return verdict.findings();
    }
}
