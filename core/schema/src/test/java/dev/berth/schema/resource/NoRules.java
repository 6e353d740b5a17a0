package dev.berth.schema.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Finding;
import dev.berth.schema.RuleCompiler;
import dev.berth.schema.RuleEvaluation;
import dev.berth.schema.Schema;
import java.util.List;
import java.util.function.Predicate;

/** Accepts every rule and every object, so that the rest of a schema can be tested without CEL. */
public final class NoRules implements RuleCompiler {

    @Override
    public RuleEvaluation compile(Schema root) {
        return (object, update) -> List.of();
    }

    @Override
    public List<Finding> checkDefinition(Schema root, FieldPath path, Predicate<FieldPath> broken) {
        return List.of();
    }

    @Override
    public List<Finding> checkDefault(Schema schema, boolean resource, JsonNode value, FieldPath path) {
        return List.of();
    }
}
