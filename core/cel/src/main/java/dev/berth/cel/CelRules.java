package dev.berth.cel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Finding;
import dev.berth.schema.Correlated;
import dev.berth.schema.RuleCompiler;
import dev.berth.schema.RuleEvaluation;
import dev.berth.schema.Schema;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rules of custom resources, compiled and evaluated with the CEL library of Google. */
public final class CelRules implements RuleCompiler {
    /** What {@link java.util.ServiceLoader} calls. */
    public CelRules() {}

    @Override
    public RuleEvaluation compile(Schema root) {
        RuleNode rules = RuleNode.of(root, true);
        return (object, update) -> rules == null ? List.of() : evaluate(rules, object, update);
    }

    private static List<Finding> evaluate(RuleNode rules, JsonNode object, @Nullable Correlated update) {
        JsonNode old = update == null ? null : update.oldValue();
        Ratchet ratchet = update == null ? Ratchet.NONE : new Ratchet(update, null);
        return evaluate(rules, FieldPath.root(), object, old, ratchet);
    }

    private static List<Finding> evaluate(
            RuleNode rules, FieldPath path, JsonNode value, @Nullable JsonNode old, Ratchet ratchet) {
        RuleRun run = new RuleRun();
        run.check(rules, path, value, old, ratchet);
        return run.findings();
    }

    @Override
    public List<Finding> checkDefinition(Schema root, FieldPath path, Predicate<FieldPath> broken) {
        return new DefinitionCheck(broken).check(root, path);
    }

    @Override
    public List<Finding> checkDefault(Schema schema, boolean resource, JsonNode value, FieldPath path) {
        RuleNode rules = RuleNode.of(schema, resource);
        if (rules == null) {
            return List.of();
        }
        List<Finding> asUnchanged = evaluate(rules, path, value, value, Ratchet.NONE);
        return asUnchanged.isEmpty() ? evaluate(rules, path, value, null, Ratchet.NONE) : asUnchanged;
    }
}
