package dev.berth.rules.pod;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Format;
import dev.berth.rules.meta.LabelRules;
import dev.berth.rules.meta.NodeSelectorRules;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.NodeAffinity;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.PreferredSchedulingTerm;
import io.fabric8.kubernetes.api.model.WeightedPodAffinityTerm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of node affinity, pod affinity and pod anti-affinity. */
final class AffinityRules {
    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
    private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";

    private static final Rule WEIGHT = Rule.core("affinity-weight", "validateWeightedPodAffinityTerms");
    private static final Rule NAMESPACE = Rule.core("affinity-namespace", "validatePodAffinityTerm");
    private static final Rule TOPOLOGY_KEY = Rule.core("affinity-topology-key", "validatePodAffinityTerm");
    private static final Rule LABEL_KEYS =
            Rule.core("affinity-label-keys", "ValidateMatchLabelKeysAndMismatchLabelKeys");

    private final Findings findings;

    AffinityRules(Findings findings) {
        this.findings = findings;
    }

    void check(@Nullable Affinity affinity, FieldPath path) {
        if (affinity == null) {
            return;
        }
        if (affinity.getNodeAffinity() != null) {
            nodes(affinity.getNodeAffinity(), path.child("nodeAffinity"));
        }
        if (affinity.getPodAffinity() != null) {
            pods(
                    affinity.getPodAffinity().getRequiredDuringSchedulingIgnoredDuringExecution(),
                    affinity.getPodAffinity().getPreferredDuringSchedulingIgnoredDuringExecution(),
                    path.child("podAffinity"));
        }
        if (affinity.getPodAntiAffinity() != null) {
            pods(
                    affinity.getPodAntiAffinity().getRequiredDuringSchedulingIgnoredDuringExecution(),
                    affinity.getPodAntiAffinity().getPreferredDuringSchedulingIgnoredDuringExecution(),
                    path.child("podAntiAffinity"));
        }
    }

    private void nodes(NodeAffinity affinity, FieldPath path) {
        if (affinity.getRequiredDuringSchedulingIgnoredDuringExecution() != null) {
            NodeSelectorRules.required(
                    affinity.getRequiredDuringSchedulingIgnoredDuringExecution(), path.child(REQUIRED), findings);
        }
        List<PreferredSchedulingTerm> terms = Zero.list(affinity.getPreferredDuringSchedulingIgnoredDuringExecution());
        for (int i = 0; i < terms.size(); i++) {
            FieldPath at = path.child(PREFERRED).index(i);
            findings.within(WEIGHT, at.child("weight"), Zero.number(terms.get(i).getWeight()), 1, 100);
            NodeSelectorRules.preferred(terms.get(i).getPreference(), at.child("preference"), findings);
        }
    }

    private void pods(
            @Nullable List<PodAffinityTerm> required,
            @Nullable List<WeightedPodAffinityTerm> preferred,
            FieldPath path) {
        List<PodAffinityTerm> must = Zero.list(required);
        for (int i = 0; i < must.size(); i++) {
            term(must.get(i), path.child(REQUIRED).index(i));
        }
        List<WeightedPodAffinityTerm> should = Zero.list(preferred);
        for (int i = 0; i < should.size(); i++) {
            FieldPath at = path.child(PREFERRED).index(i);
            findings.within(
                    WEIGHT, at.child("weight"), Zero.number(should.get(i).getWeight()), 1, 100);
            PodAffinityTerm term = should.get(i).getPodAffinityTerm();
            term(term == null ? new PodAffinityTerm() : term, at.child("podAffinityTerm"));
        }
    }

    private void term(PodAffinityTerm term, FieldPath path) {
        LabelRules.selector(term.getLabelSelector(), path.child("labelSelector"), findings);
        LabelRules.selector(term.getNamespaceSelector(), path.child("namespaceSelector"), findings);
        for (String namespace : Zero.list(term.getNamespaces())) {
            Format.DNS_LABEL.check(findings, NAMESPACE, path.child("namespace"), namespace);
        }
        new LabelKeyRules(LABEL_KEYS, path, findings)
                .check(term.getMatchLabelKeys(), term.getMismatchLabelKeys(), term.getLabelSelector());
        FieldPath topology = path.child("topologyKey");
        findings.requireText(TOPOLOGY_KEY, topology, term.getTopologyKey());
        LabelRules.key(term.getTopologyKey(), topology, findings);
    }
}
