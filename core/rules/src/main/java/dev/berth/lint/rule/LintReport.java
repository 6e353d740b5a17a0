package dev.berth.lint.rule;

import dev.berth.finding.Finding;
import dev.berth.finding.FindingType;
import dev.berth.finding.Location;
import dev.berth.object.ObjectId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;

/** Collects the findings of the rules in a set. */
public final class LintReport {

    private final List<Finding> found = new ArrayList<>();

    /** Reports a field whose value does not work. */
    public void invalid(SetRule rule, HasMetadata object, String field, String detail) {
        add(rule, object, field, FindingType.INVALID, detail);
    }

    /** Reports a field that names something that does not exist. */
    public void notFound(SetRule rule, HasMetadata object, String field, String detail) {
        add(rule, object, field, FindingType.NOT_FOUND, detail);
    }

    /** Reports that a field names something that is not there, with a remedy for this very name. */
    public void notFound(SetRule rule, HasMetadata object, String field, String detail, String remedy) {
        add(rule, object, field, FindingType.NOT_FOUND, detail, remedy);
    }

    /** Reports something that is missing. */
    public void required(SetRule rule, HasMetadata object, String field, String detail) {
        add(rule, object, field, FindingType.REQUIRED, detail);
    }

    private void add(SetRule rule, HasMetadata object, String field, FindingType type, String detail) {
        add(rule, object, field, type, detail, rule.remedy());
    }

    private void add(SetRule rule, HasMetadata object, String field, FindingType type, String detail, String remedy) {
        found.add(new Finding(
                ObjectId.of(object),
                Location.NONE,
                field,
                rule.rule(),
                rule.level(),
                type,
                detail + " " + rule.consequence(),
                remedy,
                null));
    }

    /** Returns the findings, in the order in which they were reported. */
    public List<Finding> list() {
        return List.copyOf(found);
    }
}
