package dev.berth.cel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Finding;
import dev.berth.schema.Correlated;
import dev.berth.schema.RuleCompiler;
import dev.berth.schema.RuleEvaluation;
import dev.berth.schema.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of custom resources, compiled and evaluated with the CEL library of Google. */
public final class CelRules implements RuleCompiler {
    /** What {@link java.util.ServiceLoader} calls. */
    public CelRules() {}

    @Override
    public RuleEvaluation compile(Schema root) {
        RuleNode rules = RuleNode.ofResource(root);
        return (object, update) -> rules == null ? List.of() : evaluate(rules, object, update);
    }

    private static List<Finding> evaluate(RuleNode rules, JsonNode object, @Nullable Correlated update) {
        RuleRun run = new RuleRun();
        JsonNode old = update == null ? null : update.oldValue();
        Ratchet ratchet = update == null ? Ratchet.NONE : new Ratchet(update, null);
        run.check(rules, FieldPath.root(), object, old, ratchet);
        return run.findings();
    }

    @Override
    public List<Finding> checkDefinition(Schema root, FieldPath path) {
        return new DefinitionCheck().check(root, path);
    }
}
