package dev.berth.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Finding;
import java.util.List;
import java.util.function.Predicate;

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
     * cost too much, that use {@code oldSelf} where there is none.
     *
     * @param root the schema, which is structural
     * @param path the path of the schema, such as {@code spec.validation.openAPIV3Schema}
     * @param broken whether the schema at a path, or one below it, has another error; its own rules are not compiled
     */
    List<Finding> checkDefinition(Schema root, FieldPath path, Predicate<FieldPath> broken);

    /**
     * Returns what the rules of a schema refuse of its default: as a value that did not change, and if that is accepted,
     * as a new one.
     *
     * @param schema the schema that has the default
     * @param resource whether the schema is that of an object of Kubernetes
     * @param value the default
     * @param path the path of the default
     */
    List<Finding> checkDefault(Schema schema, boolean resource, JsonNode value, FieldPath path);
}
