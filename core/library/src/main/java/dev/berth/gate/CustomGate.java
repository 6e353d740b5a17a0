package dev.berth.gate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Finding;
import dev.berth.finding.Level;
import dev.berth.finding.Location;
import dev.berth.finding.Rule;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.SetModels;
import dev.berth.manifest.SetModels.DeclaredModel;
import dev.berth.rules.Verdict;
import dev.berth.rules.custom.CustomAnswer;
import dev.berth.rules.custom.CustomResources;
import dev.berth.rules.decode.ManifestDocument;
import dev.berth.rules.decode.ManifestReader;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.model.annotation.Group;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The custom resources of a set. Their definitions are in the set, or beside the class of an object, where the generator of
 * fabric8 writes them.
 */
final class CustomGate {
    private static final Rule DEFINITION = Rule.ofBerth("custom-resource-definition");
    private static final Rule NOT_JUDGED = Rule.ofBerth("custom-resource-not-judged");

    private final Set<Class<?>> looked = new HashSet<>();
    private final Map<String, List<DeclaredModel>> notJudged = new LinkedHashMap<>();
    private final List<Finding> problems = new ArrayList<>();
    private Optional<CustomResources> definitions = Optional.empty();

    private CustomGate() {}

    /** Looks for the definitions of a set. */
    static CustomGate of(SetModels models) {
        CustomGate gate = new CustomGate();
        for (ManifestFile file : models.set().manifestFiles()) {
            for (DeclaredModel object : models.of(file)) {
                HasMetadata model = object.model();
                if (ManifestDocument.isDefinition(model.getApiVersion(), model.getKind())) {
                    // A definition that is refused is reported as an object of the set.
                    ManifestReader.of(model).written().ifPresent(gate::define);
                }
            }
        }
        return gate;
    }

    private Verdict define(JsonNode definition) {
        CustomResources known = definitions.or(CustomResources::find).orElseThrow();
        Verdict verdict = known.toDefinition(definition);
        if (verdict.isAccepted()) {
            known.add(definition);
        }
        definitions = Optional.of(known);
        return verdict;
    }

    /**
     * Returns the answer to a custom resource or to a definition; empty for other objects, and for those that no
     * definition has.
     */
    Optional<CustomAnswer> answer(DeclaredModel object, ManifestDocument document) {
        HasMetadata model = object.model();
        Optional<JsonNode> written = document.written();
        if (written.isEmpty()) {
            return Optional.empty();
        }
        if (ManifestDocument.isDefinition(model.getApiVersion(), model.getKind())) {
            return definitions.map(known -> new CustomAnswer(known.toDefinition(written.get()), List.of()));
        }
        if (!ManifestDocument.isCustom(model.getApiVersion(), model.getKind())) {
            return Optional.empty();
        }
        lookBeside(model.getClass(), Location.of(object.manifest().declaration()));
        Optional<CustomAnswer> answer = definitions.flatMap(known -> known.toCreation(written.get()));
        if (answer.isEmpty()) {
            notJudged
                    .computeIfAbsent(model.getApiVersion() + " " + model.getKind(), any -> new ArrayList<>())
                    .add(object);
        }
        return answer;
    }

    /** The generator of fabric8 writes {@code META-INF/fabric8/widgets.example.com-v1.yml} beside the classes. */
    private void lookBeside(Class<? extends HasMetadata> type, Location declared) {
        if (!type.isAnnotationPresent(Group.class) || !looked.add(type)) {
            return;
        }
        String file = "META-INF/fabric8/" + HasMetadata.getFullResourceName(type) + "-v1.yml";
        try (InputStream in = type.getResourceAsStream("/" + file)) {
            String text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (ManifestDocument document : ManifestReader.read(text)) {
                document.written().map(this::define).ifPresent(verdict -> verdict.findings()
                        .forEach(finding -> problems.add(
                                Finding.of(DEFINITION, Level.ERROR, declared, file + ": " + finding.text()))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** Returns why the server refuses definitions beside classes. */
    List<Finding> problems() {
        return problems;
    }

    /** Returns a note on each kind whose objects were not judged. */
    List<Finding> notes() {
        List<Finding> notes = new ArrayList<>();
        notJudged.forEach((kind, objects) -> {
            String count = objects.size() == 1 ? "1 object" : objects.size() + " objects";
            Location first = Location.of(objects.get(0).manifest().declaration());
            notes.add(Finding.of(
                    NOT_JUDGED,
                    Level.NOTE,
                    first,
                    count + " of " + kind + " cannot be judged: add the CustomResourceDefinition to the set."));
        });
        return notes;
    }
}
