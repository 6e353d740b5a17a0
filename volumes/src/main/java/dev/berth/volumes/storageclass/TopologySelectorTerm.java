package dev.berth.volumes.storageclass;

import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.TopologySelectorTermBuilder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where volumes may be provisioned: on nodes that have, for each label key, one of the values. The StorageClass of each
 * cloud has a factory for its zones.
 */
public final class TopologySelectorTerm {

    private final Map<String, List<String>> labels;

    private TopologySelectorTerm(Map<String, List<String>> labels) {
        this.labels = Collections.unmodifiableMap(labels);
    }

    /**
     * Returns a topology of the nodes whose label has one of these values.
     *
     * @throws InvalidValueException if the key or a value is not valid for a label, or if there is no value or a
     *     duplicate value; Kubernetes 1.36, {@code ValidateTopologySelectorTerm}
     */
    public static TopologySelectorTerm of(String key, String... values) {
        return new TopologySelectorTerm(Map.of()).and(key, values);
    }

    /**
     * Returns a copy in which another label must also have one of these values.
     *
     * @throws InvalidValueException as {@link #of}, and if the key is a duplicate
     */
    public TopologySelectorTerm and(String key, String... values) {
        NameFormat.QUALIFIED_NAME.require("TopologySelectorTerm key", key);
        String what = "TopologySelectorTerm \"" + key + "\"";
        if (values.length == 0) {
            throw new InvalidValueException(what + ": values: Required value: add at least one");
        }
        for (String value : values) {
            NameFormat.LABEL_VALUE.require(what + " value", value);
        }
        List<String> all = List.of(values);
        all.stream()
                .filter(value -> Collections.frequency(all, value) > 1)
                .findFirst()
                .ifPresent(value -> {
                    throw InvalidValueException.of(what + " value", value, "must be unique");
                });
        Map<String, List<String>> extended = new LinkedHashMap<>(labels);
        if (extended.put(key, all) != null) {
            throw InvalidValueException.of(
                    "TopologySelectorTerm key", key, "must be unique: list all of its values together");
        }
        return new TopologySelectorTerm(extended);
    }

    io.fabric8.kubernetes.api.model.TopologySelectorTerm toModel() {
        TopologySelectorTermBuilder term = new TopologySelectorTermBuilder();
        labels.forEach((key, values) -> term.addNewMatchLabelExpression()
                .withKey(key)
                .withValues(values)
                .endMatchLabelExpression());
        return term.build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TopologySelectorTerm that && labels.equals(that.labels);
    }

    @Override
    public int hashCode() {
        return labels.hashCode();
    }

    @Override
    public String toString() {
        return "TopologySelectorTerm" + labels;
    }
}
