package dev.berth.review.model;

import dev.berth.rules.Finding;
import dev.berth.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/** Collects what the cluster does with one object. */
public final class Outcome {
    private final TreeObject object;
    private final List<ChangeFinding> found = new ArrayList<>();

    /** An outcome for this object. */
    public Outcome(TreeObject object) {
        this.object = object;
    }

    /** Adds what follows from the change of a field. */
    public void add(Effect effect, Rule rule, FieldChange change, String message, String remedy) {
        add(effect, rule.id(), rule.source(), change, "", List.of(), message, remedy);
    }

    /** Adds what follows from the change of a field, for these claims. */
    public void add(Effect effect, Rule rule, FieldChange change, List<String> claims, String message, String remedy) {
        add(effect, rule.id(), rule.source(), change, "", claims, message, remedy);
    }

    /** Adds what follows from the object as a whole, for these claims. */
    public void add(Effect effect, Rule rule, List<String> claims, String message, String remedy) {
        add(effect, rule, new FieldChange("", null, null), claims, message, remedy);
    }

    /** Adds what follows from the object as a whole. */
    public void add(Effect effect, Rule rule, String message, String remedy) {
        add(effect, rule.id(), rule.source(), new FieldChange("", null, null), "", List.of(), message, remedy);
    }

    /** Adds a refusal of the API server, brought to a field that caused it, and what that means for the object. */
    public void refused(Finding refusal, FieldChange change, String meaning) {
        add(
                Effect.REFUSED,
                refusal.rule(),
                refusal.source(),
                change,
                refusal.field(),
                List.of(),
                refusal.message() + (refusal.message().endsWith(".") ? " " : ". ") + meaning,
                "");
    }

    private void add(
            Effect effect,
            String rule,
            String source,
            FieldChange change,
            String cause,
            List<String> claims,
            String message,
            String remedy) {
        found.add(new ChangeFinding(
                object.id(),
                object.path(),
                object.line(change.path()),
                effect,
                rule,
                change.path(),
                cause,
                ShownValue.of(object.id(), change.path(), change.from()),
                ShownValue.of(object.id(), change.path(), change.to()),
                claims,
                message,
                remedy,
                source));
    }

    /** Whether a finding names this field. */
    public boolean speaksOf(FieldChange change) {
        return found.stream().anyMatch(finding -> finding.field().equals(change.path()));
    }

    /** What was found, in the order in which the rules found it; what a refusal keeps from happening says so. */
    public List<ChangeFinding> list() {
        boolean refused = found.stream().anyMatch(finding -> finding.effect() == Effect.REFUSED);
        return found.stream()
                .map(finding -> refused && finding.effect() == Effect.RESTART
                        ? finding.saying("This waits until the change is accepted. " + finding.message())
                        : finding)
                .toList();
    }
}
