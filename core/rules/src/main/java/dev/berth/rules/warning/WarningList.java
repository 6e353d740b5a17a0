package dev.berth.rules.warning;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Finding;
import dev.berth.finding.Level;
import dev.berth.finding.Location;
import dev.berth.finding.Rule;
import dev.berth.object.ObjectId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects warnings; the same one is sent only once ({@code AddWarning} in {@code filters/warning.go}). */
final class WarningList {
    private final Set<Finding> found = new LinkedHashSet<>();

    /** Adds a warning at a field; one at the root is about the object as a whole. */
    void add(Rule rule, FieldPath field, String message, String remedy) {
        add(rule, field.toString(), message, remedy);
    }

    /** Adds a warning at a field that the server spells in its own way. */
    void add(Rule rule, String field, String message, String remedy) {
        found.add(new Finding(ObjectId.NONE, Location.NONE, field, rule, Level.WARNING, null, message, remedy, null));
    }

    List<Finding> list() {
        return new ArrayList<>(found);
    }
}
