package dev.berth.review.effect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.model.FieldChange;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.PodTemplate;
import dev.berth.review.model.Transition;
import dev.berth.review.model.Trees;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Quantity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A scratch volume gets a lower limit, or moves to memory. */
final class ScratchVolume implements TemplateRule {
    private static final String FILE = "pkg/volume/emptydir/empty_dir.go";
    private static final Rule LIMIT = new Rule("empty-dir-smaller", "calculateEmptyDirMemorySize", FILE);
    private static final Rule MEMORY = new Rule("empty-dir-in-memory", "setupTmpfs", FILE);

    @Override
    public void review(Transition change, PodTemplate before, PodTemplate after, Trees trees, Outcome outcome) {
        for (JsonNode old : before.spec().path("volumes")) {
            String name = old.path("name").asText();
            JsonNode now = after.volume(name).path("emptyDir");
            if (!old.path("emptyDir").isObject() || !now.isObject()) {
                continue;
            }
            String path = before.pathOf("spec.volumes[" + name + "].emptyDir");
            if (isSmaller(now.path("sizeLimit"), old.path("emptyDir").path("sizeLimit"))) {
                outcome.add(
                        Effect.DATA_LOSS,
                        LIMIT,
                        new FieldChange(
                                path + ".sizeLimit",
                                present(old.path("emptyDir").path("sizeLimit")),
                                now.path("sizeLimit")),
                        "A pod that writes more than " + now.path("sizeLimit").asText() + " to " + name
                                + " is evicted, and the contents of the volume are lost.",
                        "Check what the pods use now before lowering the limit.");
            }
            if (now.path("medium").asText("").equals("Memory")
                    && !old.path("emptyDir").path("medium").asText("").equals("Memory")) {
                outcome.add(
                        Effect.DATA_LOSS,
                        MEMORY,
                        new FieldChange(
                                path + ".medium", present(old.path("emptyDir").path("medium")), now.path("medium")),
                        "What is written to " + name
                                + " counts as memory of the containers, and is lost when the node restarts.",
                        "Raise the memory limits by the size of the volume, and do not keep important data there.");
            }
        }
    }

    private static boolean isSmaller(JsonNode now, JsonNode old) {
        Optional<Quantity> limit = quantity(now);
        Optional<Quantity> was = quantity(old);
        return limit.isPresent() && (was.isEmpty() || limit.get().compareTo(was.get()) < 0);
    }

    private static Optional<Quantity> quantity(JsonNode value) {
        try {
            return value.isValueNode() && !value.isNull() ? Optional.of(Quantity.of(value.asText())) : Optional.empty();
        } catch (InvalidValueException refusedByItsOwnRule) {
            return Optional.empty();
        }
    }

    private static @Nullable JsonNode present(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? null : value;
    }
}
