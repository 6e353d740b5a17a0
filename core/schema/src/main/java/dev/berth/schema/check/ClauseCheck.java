package dev.berth.schema.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.FindingType;
import dev.berth.schema.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clauses {@code anyOf}, {@code oneOf}, {@code allOf} and {@code not}, which the server checks on every update. Where
 * no clause holds, it also reports what is wrong with the one that comes closest. Mirrors {@code
 * pkg/validation/validate/schema_props.go} of {@code k8s.io/kube-openapi}.
 */
final class ClauseCheck {
    private ClauseCheck() {}

    static CheckResult check(Schema schema, JsonNode value, FieldPath path) {
        CheckResult result = new CheckResult();
        anyOf(schema.anyOf(), value, path, result);
        oneOf(schema.oneOf(), value, path, result);
        allOf(schema.allOf(), value, path, result);
        Schema not = schema.not();
        if (not != null && SchemaCheck.node(not, value, path).isValid()) {
            report(result, path, "must not fit the schema in not");
        }
        result.count();
        return result;
    }

    private static void anyOf(List<Schema> clauses, JsonNode value, FieldPath path, CheckResult result) {
        CheckResult closest = null;
        for (Schema clause : clauses) {
            CheckResult ofClause = SchemaCheck.node(clause, value, path);
            if (ofClause.isValid()) {
                result.merge(ofClause);
                return;
            }
            closest = closer(closest, ofClause);
        }
        if (closest != null) {
            report(result, path, "must fit at least one of the schemas in anyOf");
            result.merge(closest);
        }
    }

    private static void oneOf(List<Schema> clauses, JsonNode value, FieldPath path, CheckResult result) {
        CheckResult closest = null;
        CheckResult first = null;
        int valid = 0;
        for (Schema clause : clauses) {
            CheckResult ofClause = SchemaCheck.node(clause, value, path);
            if (ofClause.isValid()) {
                valid++;
                first = first == null ? ofClause : first;
            } else if (valid == 0) {
                closest = closer(closest, ofClause);
            }
        }
        if (valid == 1 && first != null) {
            result.merge(first);
        } else if (valid > 1) {
            report(result, path, "must fit exactly one of the schemas in oneOf, not " + valid);
        } else if (closest != null) {
            report(result, path, "must fit exactly one of the schemas in oneOf, not none");
            result.merge(closest);
        }
    }

    private static void allOf(List<Schema> clauses, JsonNode value, FieldPath path, CheckResult result) {
        boolean valid = true;
        for (Schema clause : clauses) {
            CheckResult ofClause = SchemaCheck.node(clause, value, path);
            valid &= ofClause.isValid();
            result.merge(ofClause);
        }
        if (!valid) {
            report(result, path, "must fit all of the schemas in allOf");
        }
    }

    private static CheckResult closer(@Nullable CheckResult known, CheckResult other) {
        return known == null || other.matches() > known.matches() ? other : known;
    }

    /** The server reports this without a field. */
    private static void report(CheckResult result, FieldPath path, String what) {
        String place = path.toString().isEmpty() ? "the object" : path.toString();
        result.add(findings ->
                findings.add(SchemaRules.CLAUSES, FieldPath.root(), FindingType.INVALID, place + " " + what));
    }
}
