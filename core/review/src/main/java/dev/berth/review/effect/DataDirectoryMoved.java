package dev.berth.review.effect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.berth.catalog.image.ImageCatalog;
import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.data.DataDirectories;
import dev.berth.review.data.DataPlace;
import dev.berth.review.data.MountedData;
import dev.berth.review.model.FieldChange;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.PodTemplate;
import dev.berth.review.model.Transition;
import dev.berth.review.model.Trees;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The data directory of a database moves, by a variable or with a new image: the database does not find its data. */
final class DataDirectoryMoved implements TemplateRule {
    private static final Rule RULE = new Rule("data-directory-moved", "docker_setup_env", "docker-entrypoint.sh");

    @Override
    public void review(Transition change, PodTemplate before, PodTemplate after, Trees trees, Outcome outcome) {
        MountedData old = MountedData.of(before, trees.before());
        MountedData now = MountedData.of(after, trees.after());
        for (PodTemplate.Container container : before.containers()) {
            after.counterpart(container, before).ifPresent(next -> new Move(old, container, now, next).tell(outcome));
        }
    }

    /** The data directories of one container before and after. */
    private static final class Move {
        private final MountedData before;
        private final PodTemplate.Container old;
        private final DataDirectories from;
        private final MountedData after;
        private final PodTemplate.Container now;
        private final DataDirectories to;

        Move(MountedData before, PodTemplate.Container old, MountedData after, PodTemplate.Container now) {
            this.before = before;
            this.old = old;
            this.from = DataDirectories.of(old, before);
            this.after = after;
            this.now = now;
            this.to = DataDirectories.of(now, after);
        }

        void tell(Outcome outcome) {
            for (String variable : ImageCatalog.dataDirectoryVariables()) {
                Optional<String> set = from.value(variable);
                Optional<String> later = to.value(variable);
                if (set.isEmpty() && later.isEmpty()) {
                    continue;
                }
                Optional<String> directory = set.or(() -> from.without(variable));
                Optional<String> next = later.or(() -> to.without(variable));
                if (directory.isPresent() && !directory.equals(next) && isLost(directory.get(), next)) {
                    variable(variable, set, directory.get(), later, outcome);
                }
            }
            Optional<String> directory = from.ofImage();
            Optional<String> next = to.ofImage();
            if (directory.isPresent() && next.isPresent() && !directory.equals(next) && isLost(directory.get(), next)) {
                image(directory.get(), next.get(), outcome);
            }
        }

        /** Returns whether data was on a volume, and is not in the directory that the database uses now. */
        private boolean isLost(String directory, Optional<String> next) {
            List<String> later =
                    next.map(value -> List.of(value.split(",", -1))).orElse(List.of());
            for (String path : directory.split(",", -1)) {
                Optional<DataPlace> place = before.at(old, path);
                if (place.isPresent()
                        && later.stream().noneMatch(other -> after.at(now, other)
                                .filter(place.get()::isKeptBy)
                                .isPresent())) {
                    return true;
                }
            }
            return false;
        }

        private void variable(
                String variable, Optional<String> set, String directory, Optional<String> later, Outcome outcome) {
            outcome.add(
                    Effect.DATA_LOSS,
                    RULE,
                    new FieldChange(old.path() + ".env[" + variable + "].value", node(set), node(later)),
                    (set.isPresent()
                                    ? variable + " pointed to " + directory
                                    : "Without " + variable + ", the data is in " + directory)
                            + ": the database starts in another directory, finds it empty and initializes a"
                            + " new database. The old data stays on the volume, unused.",
                    "Move the directory within the volume while the pod is stopped, or keep " + variable + ".");
        }

        private void image(String directory, String next, Outcome outcome) {
            boolean onVolume = after.at(now, next).isPresent();
            outcome.add(
                    Effect.DATA_LOSS,
                    RULE,
                    new FieldChange(
                            old.path() + ".image",
                            old.body().path("image"),
                            now.body().path("image")),
                    "The new image keeps its data in " + next + " instead of " + directory + ". "
                            + (onVolume
                                    ? "It does not find the old data there."
                                    : "No volume that outlives the pod is mounted there: it does not find the old"
                                            + " data, and what it writes is lost with the container."),
                    onVolume
                            ? "Move the directory within the volume while the pod is stopped."
                            : "Mount the volume where the new image keeps its data, and move the data there.");
        }

        private static @Nullable JsonNode node(Optional<String> value) {
            return value.isPresent() ? TextNode.valueOf(value.get()) : null;
        }
    }
}
