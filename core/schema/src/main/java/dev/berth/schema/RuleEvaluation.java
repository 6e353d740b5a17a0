package dev.berth.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of {@code x-kubernetes-validations} of one schema, compiled. */
public interface RuleEvaluation {

    /**
     * Returns what the rules refuse of an object, root node included: the findings of a server, in its types and with
     * its field paths. It is not called if an earlier check found a wrong type, a missing field, a value outside of its
     * enum, or a value that is too long or has too many entries. A rule that an unchanged value breaks is a finding of
     * the level {@link dev.berth.finding.Level#WARNING}.
     *
     * @param object the object with its defaults, in the form of {@link Values#of}
     * @param update the object and the one that it replaces; null if it is created. Its value is {@code object}
     */
    List<Finding> check(JsonNode object, @Nullable Correlated update);
}
