package dev.berth.review.effect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.catalog.image.ImageCatalog;
import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.model.FieldChange;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.PodTemplate;
import dev.berth.review.model.Transition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A variable with the data directory of a database has another value: the database initializes a new, empty directory.
 */
final class DataDirectoryMoved implements TemplateRule {
    private static final Rule RULE = new Rule("data-directory-moved", "docker_setup_env", "docker-entrypoint.sh");

    @Override
    public void review(Transition change, PodTemplate before, PodTemplate after, Outcome outcome) {
        for (PodTemplate.Container old : before.containers()) {
            Optional<PodTemplate.Container> now = after.container(old.path());
            if (now.isEmpty() || !before.keepsData(old)) {
                continue;
            }
            for (String variable : ImageCatalog.dataDirectoryVariables()) {
                JsonNode from = value(old, variable);
                JsonNode to = value(now.get(), variable);
                if (from != null && !from.equals(to)) {
                    outcome.add(
                            Effect.DATA_LOSS,
                            RULE,
                            new FieldChange(old.path() + ".env[" + variable + "].value", from, to),
                            variable + " pointed to " + from.asText()
                                    + ": the database starts in another directory, finds it empty and initializes a"
                                    + " new database. The old data stays on the volume, unused.",
                            "Move the directory within the volume while the pod is stopped, or keep " + variable + ".");
                }
            }
        }
    }

    private static @Nullable JsonNode value(PodTemplate.Container container, String variable) {
        for (JsonNode entry : container.body().path("env")) {
            if (entry.path("name").asText().equals(variable) && entry.hasNonNull("value")) {
                return entry.path("value");
            }
        }
        return null;
    }
}
