package dev.berth.schema.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Finding;
import dev.berth.rules.Stage;
import dev.berth.rules.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Counts, prints one line and the first differences, and fails on any difference. */
final class Agreement {
    private static final int SHOWN = Integer.getInteger("berth.oracle.shown", 20);

    private final String name;
    private final List<String> differences = new ArrayList<>();
    private int cases;
    private int sameVerdict;
    private int refusedWithFields;
    private int sameFields;

    Agreement(String name) {
        this.name = name;
    }

    /** Compares the answer to a line; rules are not evaluated here, so that what a rule alone refuses is accepted. */
    void compare(JsonNode recorded, Verdict verdict) {
        cases++;
        boolean byRule = recorded.path("cel").asBoolean() || areOfExpressions(recorded.path("causes"));
        boolean alsoByRule = recorded.path("celAlso").asBoolean();
        boolean accepted = byRule || recorded.get("accepted").asBoolean();
        boolean agrees = accepted == !verdict.isRefused();
        sameVerdict += agrees ? 1 : 0;
        Set<String> expected = new TreeSet<>();
        if (!byRule) {
            recorded.path("causes")
                    .forEach(cause -> expected.add(
                            cause.get(0).asText() + " " + cause.get(1).asText()));
        }
        Set<String> actual = new TreeSet<>();
        for (Finding finding : verdict.findings()) {
            String field = finding.field().isEmpty() ? "<nil>" : finding.field();
            actual.add(Objects.requireNonNull(finding.type()).reason() + " " + field);
        }
        boolean fields = true;
        if (!expected.isEmpty()) {
            refusedWithFields++;
            fields = alsoByRule ? expected.containsAll(actual) : expected.equals(actual);
            sameFields += fields ? 1 : 0;
        } else if (!accepted && agrees) {
            int code = recorded.path("code").asInt();
            fields = verdict.stage().code() == code || (code == 500 && verdict.stage() == Stage.DECODE);
        }
        if (!agrees || !fields) {
            differences.add(shortened(recorded) + "\n    server: " + (accepted ? "accepted" : expected)
                    + "\n    rules:  " + verdict.stage() + " " + verdict.findings());
        }
    }

    /** Whether a definition is refused for nothing but its expressions, or their cost. */
    private static boolean areOfExpressions(JsonNode causes) {
        for (JsonNode cause : causes) {
            String field = cause.get(1).asText();
            boolean cost = cause.get(0).asText().endsWith("Forbidden") && field.endsWith("openAPIV3Schema");
            if (!cost
                    && !field.matches(
                            ".*x-kubernetes-validations\\[[0-9]+]\\.(rule|messageExpression|optionalOldSelf)")) {
                return false;
            }
        }
        return !causes.isEmpty();
    }

    private static String shortened(JsonNode recorded) {
        String text = recorded.toString();
        return text.length() <= 600 ? text : text.substring(0, 600) + "...";
    }

    void conclude() {
        System.out.printf(
                "%s: %d cases, %d with the server's verdict, %d of %d refusals with its fields%n",
                name, cases, sameVerdict, sameFields, refusedWithFields);
        differences.stream().limit(SHOWN).forEach(System.out::println);
        assertThat(cases).isGreaterThan(100);
        assertThat(differences).isEmpty();
    }
}
