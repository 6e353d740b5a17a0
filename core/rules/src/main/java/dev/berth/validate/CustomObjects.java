package dev.berth.validate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Finding;
import dev.berth.finding.Location;
import dev.berth.object.ObjectId;
import dev.berth.rules.custom.CustomAnswer;
import dev.berth.rules.custom.CustomResources;
import dev.berth.rules.store.DocumentStore;
import dev.berth.rules.store.StoredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The custom resources of a tree, which are judged after the last file, when all definitions are known. They are stored in
 * little memory until then.
 */
final class CustomObjects {
    private static final int AT_ONCE = 256;

    private final DocumentStore store = new DocumentStore();
    private final List<String> files;
    private Optional<CustomResources> definitions = Optional.empty();

    /** {@code files} are the file names by the numbers that objects were stored with. */
    CustomObjects(List<String> files) {
        this.files = files;
    }

    void add(StoredObject object) {
        store.add(object);
    }

    /** Adds a definition of the tree, or of the cluster. */
    void define(JsonNode definition) {
        if (definitions.isEmpty()) {
            definitions = CustomResources.find();
        }
        definitions.ifPresent(known -> known.add(definition));
    }

    /** The findings on some objects, and the kinds of those that no definition has. */
    record Judged(List<Finding> findings, List<String> notJudged) {}

    /** Judges all objects, some at a time. */
    void judge(InOrder<Judged> works) {
        for (int i = 0; i < store.size(); i += AT_ONCE) {
            int first = i;
            works.put(() -> judge(first));
        }
    }

    private Judged judge(int first) {
        List<Finding> findings = new ArrayList<>(0);
        List<String> notJudged = new ArrayList<>(0);
        for (StoredObject object : store.read(first, Math.min(first + AT_ONCE, store.size()))) {
            Optional<CustomAnswer> answer = definitions.flatMap(known -> known.toCreation(object.fields()));
            answer.ifPresentOrElse(
                    found -> add(object, found, findings),
                    () -> notJudged.add(object.fields().path("kind").asText()));
        }
        return new Judged(findings, notJudged);
    }

    private void add(StoredObject object, CustomAnswer answer, List<Finding> findings) {
        JsonNode fields = object.fields();
        JsonNode metadata = fields.path("metadata");
        ObjectId id = ObjectId.of(
                fields.path("apiVersion").asText(),
                fields.path("kind").asText(),
                metadata.path("namespace").asText(),
                metadata.path("name").asText());
        List<Finding> all = new ArrayList<>(answer.verdict().findings());
        all.addAll(answer.warnings());
        for (Finding finding : all) {
            findings.add(finding.on(id, Location.of(files.get(object.file()), object.lineOf(finding.field()))));
        }
    }
}
