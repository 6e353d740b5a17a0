package dev.berth.rules.server;

import dev.berth.finding.FieldPath;
import dev.berth.finding.FindingType;
import dev.berth.finding.Rule;
import dev.berth.rules.ClusterFacts;
import dev.berth.rules.Findings;
import dev.berth.rules.Stage;
import dev.berth.rules.Verdict;
import dev.berth.rules.admission.Admission;
import dev.berth.rules.admission.LimitRangeRules;
import dev.berth.rules.admission.PodSecurityRules;
import dev.berth.rules.config.NamespaceRules;
import dev.berth.rules.decode.ManifestDocument;
import dev.berth.rules.decode.ManifestReader;
import dev.berth.rules.kind.Kind;
import dev.berth.rules.kind.Kinds;
import dev.berth.rules.meta.GeneratedName;
import dev.berth.rules.meta.Generation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import java.util.List;
import java.util.Optional;

/**
 * Decides, without a server, whether a Kubernetes 1.36 API server would create an object.
 *
 * <p>The stages run in the server's order, and the first one with a finding decides: strict decoding, defaults,
 * mutating admission, the rules of the kind, validating admission. A custom resource, or a built-in kind without rules
 * here, is not judged.
 */
public final class ApiServerRules {
    private static final Rule ONE_DOCUMENT =
            new Rule("one-document", "YAMLReader.Read", "staging/src/k8s.io/apimachinery/pkg/util/yaml/decoder.go");

    private final ClusterFacts facts;
    private final boolean again;

    private ApiServerRules(ClusterFacts facts, boolean again) {
        this.facts = facts;
        this.again = again;
    }

    /** Returns the rules of a server in front of the given cluster. */
    public static ApiServerRules of(ClusterFacts facts) {
        return new ApiServerRules(facts, false);
    }

    /** Returns the rules for objects that replace others, regardless of which fields may change. */
    public static ApiServerRules ofUpdates(ClusterFacts facts) {
        return new ApiServerRules(facts, true);
    }

    /** Returns the verdict on one document, YAML or JSON, read as kubectl reads it. */
    public Verdict verdict(String text) {
        List<ManifestDocument> documents = ManifestReader.read(text);
        if (documents.size() == 1) {
            return verdict(documents.get(0));
        }
        Findings findings = new Findings();
        findings.add(
                ONE_DOCUMENT,
                FieldPath.root(),
                FindingType.MALFORMED,
                "the text has " + documents.size() + " documents, but a verdict needs exactly one");
        return Verdict.refused(Stage.DECODE, findings.list());
    }

    /** Returns the verdict on a model object. */
    public Verdict verdict(HasMetadata model) {
        return verdict(ManifestReader.of(model));
    }

    /** Returns the verdict on one document of a text. */
    public Verdict verdict(ManifestDocument document) {
        return document.decode().map(this::verdictOnOwn).orElseGet(document::verdict);
    }

    private Verdict verdictOnOwn(HasMetadata own) {
        Findings findings = new Findings();
        Admission.request(own, facts, findings);
        if (!findings.isEmpty()) {
            return Verdict.refused(Stage.DECODE, findings.list());
        }
        Optional<Kind> kind = Kinds.of(own.getApiVersion(), own.getKind());
        if (again) {
            kind.ifPresent(known -> known.fillInAgain(own));
        } else {
            kind.ifPresent(known -> known.fillIn(own));
        }
        Admission.mutating(own, facts, findings);
        if (!findings.isEmpty()) {
            return Verdict.refused(Stage.ADMISSION, findings.list());
        }
        GeneratedName.fillIn(own);
        Generation.drop(own, again);
        LimitRangeRules limits = LimitRangeRules.of(own, facts.limitRanges(), findings);
        limits.fillIn(own);
        if (again) {
            kind.ifPresent(known -> known.checkAgain(own, facts, findings));
        } else {
            kind.ifPresent(known -> known.checkCreation(own, facts, findings));
        }
        if (findings.isEmpty() && own instanceof Namespace namespace) {
            NamespaceRules.checkPodSecurityLabels(namespace, findings);
        }
        if (findings.isEmpty()) {
            limits.check(own);
            PodSecurityRules.check(own, facts.podSecurity(), findings);
            if (findings.isEmpty()) {
                Admission.validating(own, findings);
            }
            return findings.isEmpty() ? Verdict.accepted() : Verdict.refused(Stage.ADMISSION, findings.list());
        }
        return Verdict.refused(Stage.VALIDATION, findings.list());
    }
}
