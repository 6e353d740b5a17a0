package dev.berth.schema;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Finding;
import java.util.List;

/**
 * Compiles the rules of {@code x-kubernetes-validations}.
 *
 * <p>Found with {@link java.util.ServiceLoader} when a schema has a rule, and not before, so that the evaluation of CEL
 * is loaded only for those who need it.
 */
public interface RuleCompiler {

    /** Returns the rules of a schema of a CustomResourceDefinition, ready to be evaluated. */
    RuleEvaluation compile(Schema root);

    /**
     * Returns what the server refuses of the rules when the definition is created: expressions that do not compile, that
     * cost too much, messages and paths that are wrong.
     *
     * @param root the schema, which is structural
     * @param path the path of the schema, such as {@code spec.validation.openAPIV3Schema}
     */
    List<Finding> checkDefinition(Schema root, FieldPath path);
}
