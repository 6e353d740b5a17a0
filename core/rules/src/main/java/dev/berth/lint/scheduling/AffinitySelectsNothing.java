package dev.berth.lint.scheduling;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.SetRule;
import dev.berth.lint.rule.WorkloadRule;
import dev.berth.rules.selector.LabelSelectors;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import java.util.List;
import java.util.function.Function;

/** A family of rules: affinity or anti-affinity to pods that the set does not have. */
final class AffinitySelectsNothing extends WorkloadRule {

    private static final String FILE = "pkg/scheduler/framework/plugins/interpodaffinity/filtering.go";

    private final Function<PodOwner, List<AffinityTerm>> terms;

    private AffinitySelectsNothing(
            String id, String function, Function<PodOwner, List<AffinityTerm>> terms, String consequence) {
        super(Level.WARNING, new Rule(id, function, FILE), consequence, "Use labels of the pods.");
        this.terms = terms;
    }

    /** Returns the rules for affinity and for anti-affinity. */
    static List<SetRule> all() {
        return List.of(
                new AffinitySelectsNothing(
                        "affinity-selects-nothing",
                        "satisfyPodAffinity",
                        AffinityTerm::ofAffinity,
                        "If the cluster has no such pod either, a required term keeps the pods Pending, and a"
                                + " preferred term has no effect."),
                new AffinitySelectsNothing(
                        "anti-affinity-selects-nothing",
                        "satisfyPodAntiAffinity",
                        AffinityTerm::ofAntiAffinity,
                        "If the cluster has no such pod either, the term has no effect, so replicas may share a"
                                + " node."));
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, LintReport report) {
        for (AffinityTerm found : terms.apply(workload)) {
            if (selectsNothing(set, workload, found.term())) {
                report.invalid(
                        this,
                        workload.object(),
                        found.path() + ".labelSelector",
                        "No pod in the set has these labels.");
            }
        }
    }

    /** A term for other namespaces is about pods that the set does not need to contain. */
    private static boolean selectsNothing(ObjectSet set, PodOwner workload, PodAffinityTerm term) {
        return term.getLabelSelector() != null
                && term.getNamespaceSelector() == null
                && PodOwner.orEmpty(term.getNamespaces()).isEmpty()
                && !LabelSelectors.selectsEverything(term.getLabelSelector())
                && !set.pods().areUnknownIn(workload.namespace())
                && set.pods()
                        .with(workload.object(), workload.namespace(), term.getLabelSelector())
                        .isEmpty();
    }
}
