package dev.berth.lint.rule;

import dev.berth.finding.Finding;
import dev.berth.finding.FindingType;
import dev.berth.finding.Level;
import dev.berth.finding.Location;
import dev.berth.object.ObjectId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the findings of the rules in a set. */
public final class LintReport {

    private final List<Reported> found;
    /** Instead of the level of the rule; null for the level of the rule. */
    private final @Nullable Level level;

    /**
     * A finding, and the object that it is about: two objects of a set may have the same name.
     *
     * @param object the object itself
     * @param finding the finding
     */
    public record Reported(HasMetadata object, Finding finding) {}

    /** Creates an empty report. */
    public LintReport() {
        this(new ArrayList<>(), null);
    }

    private LintReport(List<Reported> found, @Nullable Level level) {
        this.found = found;
        this.level = level;
    }

    /** Returns the same report, for findings that are less severe than others of their rule. */
    public LintReport at(Level lower) {
        return new LintReport(found, lower);
    }

    /** Reports a field whose value does not work. */
    public void invalid(SetRule rule, HasMetadata object, String field, String detail) {
        add(rule, object, field, FindingType.INVALID, message(rule, detail), rule.remedy());
    }

    /** Reports a field whose value does not work, with a remedy for this value. */
    public void invalid(SetRule rule, HasMetadata object, String field, String detail, String remedy) {
        add(rule, object, field, FindingType.INVALID, message(rule, detail), remedy);
    }

    /** Reports a field that names something that does not exist. */
    public void notFound(SetRule rule, HasMetadata object, String field, String detail) {
        add(rule, object, field, FindingType.NOT_FOUND, message(rule, detail), rule.remedy());
    }

    /** Reports that a field names something that is not there, with a remedy for this name. */
    public void notFound(SetRule rule, HasMetadata object, String field, String detail, String remedy) {
        add(rule, object, field, FindingType.NOT_FOUND, message(rule, detail), remedy);
    }

    /** Reports something that is missing, with a remedy for this object. */
    public void required(SetRule rule, HasMetadata object, String field, String detail, String remedy) {
        add(rule, object, field, FindingType.REQUIRED, message(rule, detail), remedy);
    }

    /** Reports something that is missing. */
    public void required(SetRule rule, HasMetadata object, String field, String detail) {
        add(rule, object, field, FindingType.REQUIRED, message(rule, detail), rule.remedy());
    }

    /** Reports that a field names something that may be elsewhere, with a message that also says what happens if not. */
    public void mayNotBeFound(
            SetRule rule, Level certainty, HasMetadata object, String field, String message, String remedy) {
        at(certainty).add(rule, object, field, FindingType.NOT_FOUND, message, remedy);
    }

    /** Reports something that may be intended, with a message that says why it is worth a look. */
    public void note(SetRule rule, HasMetadata object, String field, String message) {
        at(Level.NOTE).add(rule, object, field, FindingType.INVALID, message, "");
    }

    /** Reports something that need not go wrong, unlike what the rule otherwise finds, with a message that says when it does. */
    public void risk(SetRule rule, HasMetadata object, String field, String message) {
        at(Level.WARNING).add(rule, object, field, FindingType.INVALID, message, rule.remedy());
    }

    private static String message(SetRule rule, String detail) {
        return detail + " " + rule.consequence();
    }

    private void add(SetRule rule, HasMetadata object, String field, FindingType type, String message, String remedy) {
        found.add(new Reported(
                object,
                new Finding(
                        ObjectId.of(object),
                        Location.NONE,
                        field,
                        rule.rule(),
                        level == null ? rule.level() : level,
                        type,
                        message,
                        remedy,
                        null)));
    }

    /** Returns the findings, in the order in which they were reported. */
    public List<Finding> list() {
        return found.stream().map(Reported::finding).toList();
    }

    /** Returns the findings with their objects, in the order in which they were reported. */
    public List<Reported> reported() {
        return List.copyOf(found);
    }
}
