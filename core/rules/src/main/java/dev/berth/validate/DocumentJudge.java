package dev.berth.validate;

import dev.berth.rules.Finding;
import dev.berth.rules.Stage;
import dev.berth.rules.Verdict;
import dev.berth.rules.cluster.TargetCluster;
import dev.berth.rules.decode.ManifestDocument;
import dev.berth.rules.decode.ManifestReader;
import dev.berth.rules.decode.ManifestText;
import dev.berth.rules.server.ApiServerRules;
import dev.berth.rules.server.VersionRules;
import dev.berth.rules.store.StoredObject;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;

/** Holds one document at a time against the rules of the API server and of the version. */
final class DocumentJudge {

    private final TargetCluster cluster;
    private final ApiServerRules server;

    /**
     * What is to be said of the text of a document.
     *
     * @param count how many objects it holds
     * @param kept those that others can refer to
     * @param problems what is wrong with them, or worth a note
     */
    record Judged(int count, List<Kept> kept, List<Problem> problems) {}

    /**
     * An object for the rules over the whole set.
     *
     * @param document to be looked at and forgotten, as is the model
     * @param stored to be kept
     */
    record Kept(ManifestDocument document, HasMetadata model, StoredObject stored) {}

    DocumentJudge(TargetCluster cluster) {
        this.cluster = cluster;
        this.server = ApiServerRules.of(cluster.facts());
    }

    Judged judge(String name, int file, ManifestText text) {
        int count = 0;
        List<Kept> kept = new ArrayList<>(1);
        List<Problem> problems = new ArrayList<>(0);
        for (ManifestDocument document : ManifestReader.read(text)) {
            if (document.written().isPresent()
                    && document.apiVersion().isEmpty()
                    && document.kind().isEmpty()) {
                String message = "the document is no Kubernetes object: it has neither apiVersion nor kind";
                problems.add(new Problem(name, document.lineOf(""), "", "", "not-kubernetes", Level.NOTE, message));
            } else {
                count++;
                judge(name, document, problems);
                if (!document.apiVersion().isEmpty() && !document.kind().isEmpty()) {
                    StoredObject stored = StoredObject.of(file, document);
                    kept.add(new Kept(document, stored.model(), stored));
                }
            }
        }
        return new Judged(count, kept, problems);
    }

    private void judge(String file, ManifestDocument document, List<Problem> problems) {
        String object = document.kind().isEmpty() ? "" : document.kind() + " \"" + document.name() + "\"";
        Verdict verdict = server.verdict(document);
        for (Finding finding : verdict.findings()) {
            problems.add(problem(file, document, object, finding));
        }
        if (verdict.stage() == Stage.NOT_JUDGED) {
            String message = "objects of " + document.apiVersion() + " are not judged";
            problems.add(new Problem(file, document.lineOf(""), object, "", "not-judged", Level.NOTE, message));
        }
        for (Finding finding : VersionRules.check(document, cluster.version())) {
            problems.add(problem(file, document, object, finding));
        }
    }

    private static Problem problem(String file, ManifestDocument document, String object, Finding finding) {
        return new Problem(
                file,
                document.lineOf(finding.field()),
                object,
                finding.field(),
                finding.rule(),
                Level.ERROR,
                finding.message());
    }
}
