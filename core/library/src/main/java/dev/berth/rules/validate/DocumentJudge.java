package dev.berth.rules.validate;

import dev.berth.rules.Finding;
import dev.berth.rules.Stage;
import dev.berth.rules.Verdict;
import dev.berth.rules.decode.ManifestDocument;
import dev.berth.rules.decode.ManifestReader;
import dev.berth.rules.decode.ManifestText;
import dev.berth.rules.gate.TargetCluster;
import dev.berth.rules.server.ApiServerRules;
import dev.berth.rules.version.VersionRules;
import java.util.ArrayList;
import java.util.List;

/** Holds one document at a time against the rules of the API server and of the version. */
final class DocumentJudge {

    private final TargetCluster cluster;
    private final ApiServerRules server;

    /**
     * What is to be said of the text of a document.
     *
     * @param file the number of its file
     * @param objects those that it holds
     * @param problems what is wrong with them, or worth a note
     */
    record Judged(int file, List<ManifestDocument> objects, List<Problem> problems) {}

    DocumentJudge(TargetCluster cluster) {
        this.cluster = cluster;
        this.server = ApiServerRules.of(cluster.facts());
    }

    Judged judge(String name, int file, ManifestText text) {
        List<ManifestDocument> objects = new ArrayList<>(1);
        List<Problem> problems = new ArrayList<>(0);
        for (ManifestDocument document : ManifestReader.read(text)) {
            if (document.written().isPresent()
                    && document.apiVersion().isEmpty()
                    && document.kind().isEmpty()) {
                String message = "the document is no Kubernetes object: it has neither apiVersion nor kind";
                problems.add(new Problem(name, document.lineOf(""), "", "", "not-kubernetes", Level.NOTE, message));
            } else {
                objects.add(document);
                judge(name, document, problems);
            }
        }
        return new Judged(file, objects, problems);
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
