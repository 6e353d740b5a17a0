package dev.berth.rules.custom;

import dev.berth.finding.Finding;
import dev.berth.rules.Verdict;
import java.util.List;

/**
 * What the server answers to a custom resource.
 *
 * @param verdict whether it accepts the object
 * @param warnings what it warns of
 */
public record CustomAnswer(Verdict verdict, List<Finding> warnings) {
    public CustomAnswer {
        warnings = List.copyOf(warnings);
    }
}
