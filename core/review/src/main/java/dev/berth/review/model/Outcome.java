package dev.berth.review.model;

import dev.berth.finding.Change;
import dev.berth.finding.Effect;
import dev.berth.finding.Finding;
import dev.berth.finding.Location;
import dev.berth.finding.Rule;
import java.util.ArrayList;
import java.util.List;

/** Collects what the cluster does with one object. */
public final class Outcome {
    private final TreeObject object;
    private final List<Finding> found = new ArrayList<>();

    /** Creates an outcome for this object. */
    public Outcome(TreeObject object) {
        this.object = object;
    }

    /** Adds an effect of the change of a field. */
    public void add(Effect effect, Rule rule, FieldChange change, String message, String remedy) {
        add(effect, rule, change, "", List.of(), message, remedy);
    }

    /** Adds an effect of the change of a field on these claims. */
    public void add(Effect effect, Rule rule, FieldChange change, List<String> claims, String message, String remedy) {
        add(effect, rule, change, "", claims, message, remedy);
    }

    /** Adds an effect of the object as a whole on these claims. */
    public void add(Effect effect, Rule rule, List<String> claims, String message, String remedy) {
        add(effect, rule, new FieldChange("", null, null), claims, message, remedy);
    }

    /** Adds an effect of the object as a whole. */
    public void add(Effect effect, Rule rule, String message, String remedy) {
        add(effect, rule, new FieldChange("", null, null), "", List.of(), message, remedy);
    }

    /** Adds a refusal of the API server, assigned to a field that caused it, and what it means for the object. */
    public void refused(Finding refusal, FieldChange change, String meaning) {
        add(
                Effect.REFUSED,
                refusal.rule(),
                change,
                refusal.field(),
                List.of(),
                refusal.message() + (refusal.message().endsWith(".") ? " " : ". ") + meaning,
                "");
    }

    private void add(
            Effect effect,
            Rule rule,
            FieldChange change,
            String serverField,
            List<String> claims,
            String message,
            String remedy) {
        found.add(new Finding(
                object.id(),
                Location.of(object.path(), object.line(change.path())),
                change.path(),
                rule,
                effect.level(),
                null,
                message,
                remedy,
                new Change(
                        effect,
                        serverField,
                        ShownValue.of(object.id(), change.path(), change.from()),
                        ShownValue.of(object.id(), change.path(), change.to()),
                        claims)));
    }

    /** Returns whether a finding names this field. */
    public boolean speaksOf(FieldChange change) {
        return found.stream().anyMatch(finding -> finding.field().equals(change.path()));
    }

    /**
     * Returns the findings, in the order in which the rules reported them; those that a refusal prevents state that.
     */
    public List<Finding> list() {
        boolean refused = found.stream().anyMatch(finding -> finding.effect() == Effect.REFUSED);
        return found.stream()
                .map(finding -> refused && finding.effect() == Effect.RESTART
                        ? finding.withMessage("This only happens once the change is accepted. " + finding.message())
                        : finding)
                .toList();
    }
}
