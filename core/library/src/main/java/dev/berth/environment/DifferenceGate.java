package dev.berth.environment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Finding;
import dev.berth.finding.Level;
import dev.berth.finding.Location;
import dev.berth.finding.Rule;
import dev.berth.manifest.Difference;
import dev.berth.object.ObjectId;
import dev.berth.value.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks that environments differ only in what their declaration allows, and that it allows only what exists. */
public final class DifferenceGate {

    private static final Rule UNDECLARED = Rule.ofBerth("undeclared-difference");
    private static final Rule LEADS_NOWHERE = Rule.ofBerth("difference-without-object");

    private final EnvironmentDifferences differences;
    private final List<Allowed> allowed;
    private final List<Finding> problems = new ArrayList<>();

    /** What may differ, with its pattern. */
    private record Allowed(Difference difference, FieldPattern pattern) {

        boolean covers(DifferentField found) {
            if (difference.isFile() || found.object().isNone()) {
                return difference.isFile()
                        && found.object().isNone()
                        && difference.path().equals(found.path());
            }
            return isOf(found.object())
                    && (difference.path().isEmpty() || (!found.isWholeObject() && pattern.covers(found.path())));
        }

        boolean isOf(ObjectId object) {
            return difference.kind().equals(object.kind())
                    && (difference.name().equals(Difference.ANY)
                            || difference.name().equals(object.name()));
        }
    }

    private DifferenceGate(EnvironmentDifferences differences, List<Difference> mayDiffer) {
        this.differences = differences;
        this.allowed = mayDiffer.stream()
                .map(difference -> new Allowed(difference, new FieldPattern(difference.path())))
                .toList();
    }

    /** Returns each difference that is not allowed, and each allowed one that leads to nothing. */
    public static List<Finding> problems(EnvironmentDifferences differences, List<Difference> mayDiffer) {
        DifferenceGate gate = new DifferenceGate(differences, mayDiffer);
        differences.found().forEach(gate::check);
        gate.allowed.forEach(gate::check);
        return List.copyOf(gate.problems);
    }

    private void check(DifferentField found) {
        if (allowed.stream().noneMatch(one -> one.covers(found))) {
            String field = found.object().isNone() ? "" : found.path();
            String file = found.object().isNone() ? found.path() + ": " : "";
            problems.add(Finding.error(
                    UNDECLARED,
                    found.object(),
                    found.location(),
                    field,
                    file + "differs between the environments: " + values(found)
                            + ". Use the same in each environment, or add " + remedy(found)
                            + " to mayDiffer."));
        }
    }

    private String values(DifferentField found) {
        Map<@Nullable String, List<String>> environments = new LinkedHashMap<>();
        for (int i = 0; i < differences.names().size(); i++) {
            environments
                    .computeIfAbsent(found.values().get(i), any -> new ArrayList<>())
                    .add(differences.names().get(i));
        }
        return environments.entrySet().stream()
                .map(entry -> (entry.getKey() == null ? "not set" : value(entry.getKey())) + " in "
                        + String.join(", ", entry.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String value(String value) {
        return value.equals(DifferentField.PRESENT) ? "declared" : "\"" + value + "\"";
    }

    private static String remedy(DifferentField found) {
        if (found.object().isNone()) {
            return "Difference.file(\"" + found.path() + "\")";
        }
        String names = "\"" + found.object().kind() + "\", \"" + found.object().name() + "\"";
        return found.isWholeObject()
                ? "Difference.object(" + names + ")"
                : "Difference.field(" + names + ", \"" + found.path() + "\")";
    }

    private void check(Allowed one) {
        Difference difference = one.difference();
        if (difference.isFile()) {
            if (!differences.texts().contains(difference.path())) {
                nowhere(
                        difference,
                        "no environment has the file " + difference.path() + "."
                                + Nearest.question(difference.path(), differences.texts()));
            }
            return;
        }
        List<JsonNode> bodies = new ArrayList<>();
        Set<String> kinds = new TreeSet<>();
        Set<String> names = new TreeSet<>();
        differences.bodies().forEach((object, found) -> {
            kinds.add(object.kind());
            if (object.kind().equals(difference.kind())) {
                names.add(object.name());
            }
            if (one.isOf(object)) {
                bodies.addAll(found);
            }
        });
        if (bodies.isEmpty()) {
            nowhere(
                    difference,
                    names.isEmpty()
                            ? "no environment has an object of the kind " + difference.kind() + "."
                                    + Nearest.question(difference.kind(), kinds)
                            : "no environment has a " + difference.kind() + " with the name \"" + difference.name()
                                    + "\"." + Nearest.question(difference.name(), names));
            return;
        }
        one.pattern()
                .missingIn(bodies)
                .ifPresent(missing -> nowhere(
                        difference,
                        "no environment sets this field: nothing has the name \"" + missing.name() + "\"."
                                + Nearest.question(missing.name(), missing.others())));
    }

    private void nowhere(Difference difference, String reason) {
        problems.add(Finding.of(
                LEADS_NOWHERE,
                Level.ERROR,
                Location.of(difference.declaration()),
                "mayDiffer: Invalid value: \"" + difference + "\": " + reason + " Correct it, or remove it."));
    }
}
