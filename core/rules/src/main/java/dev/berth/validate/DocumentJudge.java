package dev.berth.validate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.cluster.TargetCluster;
import dev.berth.finding.Finding;
import dev.berth.finding.Level;
import dev.berth.finding.Location;
import dev.berth.finding.Rule;
import dev.berth.lint.AcceptedWithWarning;
import dev.berth.object.ObjectId;
import dev.berth.rules.ClusterFacts;
import dev.berth.rules.Stage;
import dev.berth.rules.Verdict;
import dev.berth.rules.custom.CustomResources;
import dev.berth.rules.decode.ManifestDocument;
import dev.berth.rules.decode.ManifestReader;
import dev.berth.rules.decode.ManifestText;
import dev.berth.rules.server.ApiServerRules;
import dev.berth.rules.server.VersionRules;
import dev.berth.rules.store.EncodedObject;
import dev.berth.rules.store.StoredObject;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks one document at a time against the rules of the API server and of the Kubernetes version. */
final class DocumentJudge {

    private static final Rule NOT_SEEN = Rule.ofBerth("document-ignored");

    /** One error is enough for an old API version: what else such an object has is judged by its replacement. */
    private static final String OLD_API = "api-version-not-in-version";

    private final TargetCluster cluster;
    private final TreeObjects objects;
    private final ApiServerRules server;

    /**
     * The result for the text of a document.
     *
     * @param count how many objects it holds
     * @param others how many documents of other programs it holds
     * @param notJudged the kinds of the objects without rules
     * @param custom the custom resources, which are judged when all definitions are known
     * @param definitions the CustomResourceDefinitions
     * @param kept those that others can refer to
     * @param findings what is wrong with them, or worth a note
     */
    record Judged(
            int count,
            int others,
            List<String> notJudged,
            List<StoredObject> custom,
            List<JsonNode> definitions,
            List<Kept> kept,
            List<Finding> findings) {

        /** A finding on a whole file. */
        static Judged of(Finding finding) {
            return new Judged(0, 0, List.of(), List.of(), List.of(), List.of(), List.of(finding));
        }
    }

    /**
     * An object for the lint rules.
     *
     * @param document used once and not kept, like the model
     * @param stored the form that is kept
     * @param encoded the same as bytes; empty while the objects are few
     */
    record Kept(ManifestDocument document, HasMetadata model, StoredObject stored, Optional<EncodedObject> encoded) {}

    /** {@code objects} is where the objects will be kept. */
    DocumentJudge(TargetCluster cluster, TreeObjects objects) {
        this.cluster = cluster;
        this.objects = objects;
        this.server = ApiServerRules.of(ClusterFacts.of(cluster));
    }

    Judged judge(String name, int file, ManifestText text) {
        int count = 0;
        int others = 0;
        List<String> notJudged = new ArrayList<>(0);
        List<StoredObject> custom = new ArrayList<>(0);
        List<JsonNode> definitions = new ArrayList<>(0);
        List<Kept> kept = new ArrayList<>(1);
        List<Finding> findings = new ArrayList<>(0);
        for (ManifestDocument document : ManifestReader.read(text)) {
            Optional<Finding> note = OtherDocuments.note(name, document, text.text());
            if (note.isPresent()) {
                findings.add(note.get());
            } else if (OtherDocuments.isForeign(document, text.text())) {
                others++;
            } else {
                count++;
                Stage stage = judge(name, document, findings);
                if (stage == Stage.ACCEPTED && isDefinition(document)) {
                    document.written().ifPresent(definitions::add);
                } else if (stage == Stage.NOT_JUDGED
                        && ManifestDocument.isCustom(document.apiVersion(), document.kind())) {
                    custom.add(StoredObject.ofCustomResource(file, document));
                } else if (stage == Stage.NOT_JUDGED) {
                    notJudged.add(document.kind());
                }
                if (!document.apiVersion().isEmpty() && !document.kind().isEmpty()) {
                    StoredObject stored = StoredObject.of(file, document);
                    kept.add(new Kept(document, stored.modelOf(document), stored, objects.encode(stored)));
                }
            }
        }
        return new Judged(count, others, notJudged, custom, definitions, kept, findings);
    }

    /** Returns an error for a document that kubectl does not see. */
    Judged ignored(String name, ManifestText text) {
        List<ManifestDocument> documents = ManifestReader.read(text);
        String message =
                "kubectl reads only the first document of a file in UTF-16, so this one is not applied. Save the"
                        + " file in UTF-8.";
        return documents.isEmpty()
                ? new Judged(0, 0, List.of(), List.of(), List.of(), List.of(), List.of())
                : Judged.of(Finding.of(
                        NOT_SEEN,
                        Level.ERROR,
                        Location.of(name, documents.get(0).lineOf("")),
                        message));
    }

    private Stage judge(String file, ManifestDocument document, List<Finding> findings) {
        ObjectId object = document.kind().isEmpty()
                ? ObjectId.NONE
                : ObjectId.of(document.apiVersion(), document.kind(), document.namespace(), document.name());
        Verdict verdict = verdict(document);
        List<Finding> ofVersion = VersionRules.check(document, cluster.version());
        List<Finding> all = new ArrayList<>(0);
        for (Finding finding : ofVersion) {
            if (all.isEmpty() && finding.rule().id().equals(OLD_API)) {
                all.add(finding);
            }
        }
        if (all.isEmpty()) {
            all.addAll(verdict.findings());
            all.addAll(ofVersion);
            all.addAll(AcceptedWithWarning.of(document, verdict, ofVersion));
        }
        for (Finding finding : all) {
            findings.add(finding.on(object, Location.of(file, document.lineOf(finding.field()))));
        }
        return verdict.stage();
    }

    private Verdict verdict(ManifestDocument document) {
        Verdict verdict = server.verdict(document);
        Optional<CustomResources> custom = verdict.stage() == Stage.NOT_JUDGED && isDefinition(document)
                ? CustomResources.find()
                : Optional.empty();
        return custom.isPresent() && document.written().isPresent()
                ? custom.get().toDefinition(document.written().get())
                : verdict;
    }

    private static boolean isDefinition(ManifestDocument document) {
        return ManifestDocument.isDefinition(document.apiVersion(), document.kind());
    }
}
