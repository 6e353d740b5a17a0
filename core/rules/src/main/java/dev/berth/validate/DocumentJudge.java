package dev.berth.validate;

import dev.berth.cluster.TargetCluster;
import dev.berth.finding.Finding;
import dev.berth.finding.Level;
import dev.berth.finding.Location;
import dev.berth.finding.Rule;
import dev.berth.object.ObjectId;
import dev.berth.rules.ClusterFacts;
import dev.berth.rules.Stage;
import dev.berth.rules.Verdict;
import dev.berth.rules.decode.ManifestDocument;
import dev.berth.rules.decode.ManifestReader;
import dev.berth.rules.decode.ManifestText;
import dev.berth.rules.server.ApiServerRules;
import dev.berth.rules.server.VersionRules;
import dev.berth.rules.store.StoredObject;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;

/** Checks one document at a time against the rules of the API server and of the Kubernetes version. */
final class DocumentJudge {

    private static final Rule NOT_KUBERNETES = Rule.ofBerth("not-kubernetes");
    private static final Rule NOT_JUDGED = Rule.ofBerth("not-judged");

    private final TargetCluster cluster;
    private final ApiServerRules server;

    /**
     * The result for the text of a document.
     *
     * @param count how many objects it holds
     * @param kept those that others can refer to
     * @param findings what is wrong with them, or worth a note
     */
    record Judged(int count, List<Kept> kept, List<Finding> findings) {}

    /**
     * An object for the lint rules.
     *
     * @param document used once and not kept, like the model
     * @param stored the form that is kept
     */
    record Kept(ManifestDocument document, HasMetadata model, StoredObject stored) {}

    DocumentJudge(TargetCluster cluster) {
        this.cluster = cluster;
        this.server = ApiServerRules.of(ClusterFacts.of(cluster));
    }

    Judged judge(String name, int file, ManifestText text) {
        int count = 0;
        List<Kept> kept = new ArrayList<>(1);
        List<Finding> findings = new ArrayList<>(0);
        for (ManifestDocument document : ManifestReader.read(text)) {
            if (document.written().isPresent()
                    && document.apiVersion().isEmpty()
                    && document.kind().isEmpty()) {
                String message = "the document is not a Kubernetes object: it has neither apiVersion nor kind";
                findings.add(Finding.of(NOT_KUBERNETES, Level.NOTE, Location.of(name, document.lineOf("")), message));
            } else {
                count++;
                judge(name, document, findings);
                if (!document.apiVersion().isEmpty() && !document.kind().isEmpty()) {
                    StoredObject stored = StoredObject.of(file, document);
                    kept.add(new Kept(document, stored.model(), stored));
                }
            }
        }
        return new Judged(count, kept, findings);
    }

    private void judge(String file, ManifestDocument document, List<Finding> findings) {
        ObjectId object = document.kind().isEmpty()
                ? ObjectId.NONE
                : ObjectId.of(document.apiVersion(), document.kind(), document.namespace(), document.name());
        Verdict verdict = server.verdict(document);
        for (Finding finding : verdict.findings()) {
            findings.add(finding.on(object, Location.of(file, document.lineOf(finding.field()))));
        }
        if (verdict.stage() == Stage.NOT_JUDGED) {
            Location location = Location.of(file, document.lineOf(""));
            String message = "objects of " + document.apiVersion() + " are not judged";
            findings.add(Finding.of(NOT_JUDGED, Level.NOTE, location, message).on(object, location));
        }
        for (Finding finding : VersionRules.check(document, cluster.version())) {
            findings.add(finding.on(object, Location.of(file, document.lineOf(finding.field()))));
        }
    }
}
