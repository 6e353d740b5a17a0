package dev.berth.review.effect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.review.data.DataMount;
import dev.berth.review.data.DataPlace;
import dev.berth.review.data.MountedData;
import dev.berth.review.model.PodTemplate;
import java.util.ArrayList;
import java.util.List;

/** A process whose arguments and variables change together with the mount path: it finds its data at the new path. */
final class MovedPath {
    private MovedPath() {}

    /** Returns whether each mention of the old path is replaced by the path where the same directory is mounted now. */
    static boolean follows(DataMount mount, DataPlace place, MountedData after, PodTemplate.Container now) {
        List<String> old = texts(mount.container());
        if (old.stream().noneMatch(text -> text.contains(mount.path()))) {
            return false;
        }
        List<String> texts = texts(now);
        return after.mounts(now).stream()
                .filter(other -> after.place(other).filter(place::isKeptBy).isPresent())
                .anyMatch(other -> old.stream()
                        .filter(text -> text.contains(mount.path()))
                        .allMatch(text -> texts.contains(text.replace(mount.path(), other.path()))));
    }

    private static List<String> texts(PodTemplate.Container container) {
        List<String> texts = new ArrayList<>();
        for (String field : List.of("command", "args")) {
            for (JsonNode word : container.body().path(field)) {
                texts.add(word.asText());
            }
        }
        for (JsonNode variable : container.body().path("env")) {
            texts.add(variable.path("name").asText() + "="
                    + variable.path("value").asText(""));
        }
        return texts;
    }
}
