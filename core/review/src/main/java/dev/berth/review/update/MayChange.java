package dev.berth.review.update;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The fields of a spec that may change although an update of the object was refused for others. */
public final class MayChange {
    private static final Map<String, List<Pattern>> FIELDS = Map.of(
            "StatefulSet",
                    StatefulSetUpdate.MAY_CHANGE.stream()
                            .map(field -> within("spec." + field))
                            .toList(),
            "PersistentVolume",
                    PersistentVolumeUpdate.BESIDE_SOURCE.stream()
                            .map(field -> within("spec." + field))
                            .toList(),
            "PersistentVolumeClaim",
                    List.of(
                            within("spec.resources.requests[storage]"),
                            within("spec.volumeName"),
                            within("spec.volumeAttributesClassName")),
            "Pod",
                    List.of(
                            Pattern.compile("spec\\.(init)?[cC]ontainers\\[[^]]*]\\.image"),
                            within("spec.activeDeadlineSeconds"),
                            within("spec.tolerations"),
                            within("spec.schedulingGates")));

    private MayChange() {}

    /** Whether the field of an object of this kind may change by itself. */
    public static boolean of(String kind, String field) {
        return FIELDS.getOrDefault(kind, List.of()).stream()
                .anyMatch(pattern -> pattern.matcher(field).matches());
    }

    private static Pattern within(String field) {
        return Pattern.compile(Pattern.quote(field) + "([.\\[].*)?");
    }
}
