package dev.berth.review;

import dev.berth.review.model.ChangeFinding;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A finding that someone has read and takes responsibility for.
 *
 * @param object the object: {@code Kind/namespace/name}, or {@code Kind/name} without a namespace
 * @param rule the ID of the rule
 * @param value the value after the change; null where the field or the object is gone
 * @param reason why it is right, for whoever reads the file later
 */
public record Acknowledgement(
        String object, String rule, @Nullable String value, String reason) {

    /** Whether this is about the finding. */
    public boolean covers(ChangeFinding finding) {
        return rule.equals(finding.rule()) && object.equals(name(finding)) && Objects.equals(value, finding.to());
    }

    /** The object of a finding, as an acknowledgement names it. */
    public static String name(ChangeFinding finding) {
        String namespace = finding.object().namespace();
        return finding.object().kind() + "/" + (namespace.isEmpty() ? "" : namespace + "/")
                + finding.object().name();
    }

    /** The entry as the file has it, without the reason. */
    @Override
    public String toString() {
        return "object " + object + ", rule " + rule + (value == null ? "" : ", value \"" + value + "\"");
    }
}
