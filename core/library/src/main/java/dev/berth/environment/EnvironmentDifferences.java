package dev.berth.environment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Location;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.SetModels;
import dev.berth.manifest.SetModels.DeclaredModel;
import dev.berth.manifest.TextFile;
import dev.berth.manifest.TreeFile;
import dev.berth.object.Declaration;
import dev.berth.object.ObjectId;
import dev.berth.review.model.ShownValue;
import dev.berth.rules.server.ServerView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What differs between the environments of one declaration: objects, their fields, and files of text.
 *
 * <p>Fields are compared as the API server stores them, so a default that one environment states is not a difference.
 * The file of an object is not compared.
 */
public final class EnvironmentDifferences {

    private final List<String> names;
    private final Map<Key, List<@Nullable Declared>> objects = new LinkedHashMap<>();
    private final Map<String, List<@Nullable TextFile>> texts = new LinkedHashMap<>();
    private final List<DifferentField> found = new ArrayList<>();

    /**
     * What makes two objects the same in two environments.
     *
     * @param file the file of an alternative, which has the identity of another object; empty otherwise
     */
    private record Key(ObjectId id, String file) {}

    /** An object in one environment. */
    record Declared(JsonNode body, Declaration declaration) {}

    private EnvironmentDifferences(List<String> names) {
        this.names = List.copyOf(names);
    }

    /**
     * Compares environments.
     *
     * @param environments the objects of each environment, by its name
     */
    public static EnvironmentDifferences between(Map<String, SetModels> environments) {
        EnvironmentDifferences differences = new EnvironmentDifferences(List.copyOf(environments.keySet()));
        int column = 0;
        for (SetModels models : environments.values()) {
            differences.add(column++, models);
        }
        differences.objects.forEach((key, declared) -> differences.compare(key.id(), declared));
        differences.texts.forEach(differences::compare);
        return differences;
    }

    private void add(int column, SetModels models) {
        for (TreeFile file : models.set().files()) {
            if (file instanceof ManifestFile manifests) {
                for (DeclaredModel object : models.of(manifests)) {
                    Key key = new Key(
                            ObjectId.of(object.model()),
                            manifests.isAlternative() ? manifests.path().toString() : "");
                    row(objects, key)
                            .set(
                                    column,
                                    new Declared(
                                            ServerView.of(ServerView.tree(object.model())),
                                            object.manifest().declaration()));
                }
            } else if (file instanceof TextFile text) {
                row(texts, text.path().toString()).set(column, text);
            }
        }
    }

    private <K, V> List<@Nullable V> row(Map<K, List<@Nullable V>> rows, K key) {
        return rows.computeIfAbsent(key, any -> new ArrayList<>(Collections.<@Nullable V>nCopies(names.size(), null)));
    }

    private void compare(ObjectId id, List<@Nullable Declared> declared) {
        List<Integer> columns = present(declared);
        Location location = Location.of(Objects.requireNonNull(declared.get(columns.get(columns.size() - 1)))
                .declaration());
        if (columns.size() < names.size()) {
            found.add(new DifferentField(id, "", presence(declared), location));
        }
        List<JsonNode> bodies = columns.stream()
                .map(column -> Objects.requireNonNull(declared.get(column)).body())
                .toList();
        FieldDifferences.between(bodies).forEach((path, values) -> {
            List<@Nullable String> shown = new ArrayList<>(Collections.<@Nullable String>nCopies(names.size(), null));
            for (int i = 0; i < values.size(); i++) {
                JsonNode value = values.get(i);
                shown.set(columns.get(i), value.isMissingNode() ? null : ShownValue.of(id, path, value));
            }
            found.add(new DifferentField(id, path, ShortValues.of(shown), location));
        });
    }

    private void compare(String path, List<@Nullable TextFile> files) {
        List<Integer> columns = present(files);
        TextFile last = Objects.requireNonNull(files.get(columns.get(columns.size() - 1)));
        List<@Nullable String> texts = new ArrayList<>();
        files.forEach(file -> texts.add(file == null ? null : file.text()));
        if (texts.stream().distinct().count() > 1) {
            found.add(new DifferentField(ObjectId.NONE, path, ShortValues.of(texts), Location.of(last.declaration())));
        }
    }

    private static List<Integer> present(List<?> values) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) != null) {
                columns.add(i);
            }
        }
        return columns;
    }

    private static List<@Nullable String> presence(List<?> values) {
        List<@Nullable String> presence = new ArrayList<>();
        values.forEach(value -> presence.add(value == null ? null : DifferentField.PRESENT));
        return presence;
    }

    /** Returns the names of the environments, in the order of the values. */
    List<String> names() {
        return names;
    }

    /** Returns what differs, in the order of the declaration. */
    List<DifferentField> found() {
        return found;
    }

    /** Returns every object in each environment that has it. */
    Map<ObjectId, List<JsonNode>> bodies() {
        Map<ObjectId, List<JsonNode>> bodies = new LinkedHashMap<>();
        objects.forEach(
                (key, declared) -> declared.stream().filter(Objects::nonNull).forEach(one -> bodies.computeIfAbsent(
                                key.id(), any -> new ArrayList<>())
                        .add(Objects.requireNonNull(one).body())));
        return bodies;
    }

    /** Returns the paths of all files of text. */
    List<String> texts() {
        return List.copyOf(texts.keySet());
    }
}
