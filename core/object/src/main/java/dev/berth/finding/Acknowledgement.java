package dev.berth.finding;

import dev.berth.object.ObjectId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A finding that someone has read and takes responsibility for.
 *
 * @param object the object: {@code Kind/namespace/name}, or {@code Kind/name} without a namespace
 * @param rule the ID of the rule
 * @param value the value after the change; null if there is none, or if the finding is not about a change
 * @param reason why the finding is acceptable, for later readers
 */
public record Acknowledgement(
        String object, String rule, @Nullable String value, String reason) {

    /** Whether this acknowledges the finding. */
    public boolean covers(Finding finding) {
        Change change = finding.change();
        return rule.equals(finding.rule().id())
                && object.equals(name(finding.object()))
                && Objects.equals(value, change == null ? null : change.to());
    }

    /** An object as an acknowledgement names it. */
    public static String name(ObjectId object) {
        return object.kind() + "/" + (object.namespace().isEmpty() ? "" : object.namespace() + "/") + object.name();
    }

    /** The entry as the file of acknowledgements has it, without the reason. */
    @Override
    public String toString() {
        return "object " + object + ", rule " + rule + (value == null ? "" : ", value \"" + value + "\"");
    }
}
