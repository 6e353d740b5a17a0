package dev.berth.review.model;

import dev.berth.finding.Change;
import dev.berth.finding.Effect;
import dev.berth.finding.Finding;
import dev.berth.finding.Location;
import dev.berth.finding.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects what the cluster does with one object. */
public final class Outcome {
    /** A value that is not a string or a number, which the reader finds in the manifest. */
    private static final Pattern STRUCTURE = Pattern.compile("(?s)Invalid value: (?:\"\"|[{\\[].*[}\\]]): (.+)");

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
                inWords(refusal.message()) + (refusal.message().endsWith(".") ? " " : ". ") + meaning,
                "");
    }

    /** Returns the message of a refusal without a structure that the server quotes as JSON. */
    private static String inWords(String message) {
        Matcher quoted = STRUCTURE.matcher(message);
        return quoted.matches()
                ? Character.toUpperCase(quoted.group(1).charAt(0))
                        + quoted.group(1).substring(1)
                : message;
    }

    private void add(
            Effect effect,
            Rule rule,
            FieldChange change,
            String serverField,
            List<String> claims,
            String message,
            String remedy) {
        Finding finding = new Finding(
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
                        claims));
        if (!found.contains(finding)) {
            found.add(finding);
        }
    }

    /** Returns whether a finding names this field. */
    public boolean speaksOf(FieldChange change) {
        return found.stream().anyMatch(finding -> finding.field().equals(change.path()));
    }

    /**
     * Returns the findings, in the order in which the rules reported them. If the server refuses the change, nothing
     * happens to the object: only what would be lost by making the change in another way is still reported.
     */
    public List<Finding> list() {
        if (found.stream().noneMatch(finding -> finding.effect() == Effect.REFUSED)) {
            return List.copyOf(found);
        }
        return found.stream()
                .filter(finding -> finding.effect() == Effect.REFUSED || finding.effect() == Effect.DATA_LOSS)
                .map(finding -> finding.effect() == Effect.REFUSED
                        ? finding
                        : finding.withMessage(
                                "This happens once the object is recreated with this change. " + finding.message()))
                .toList();
    }
}
