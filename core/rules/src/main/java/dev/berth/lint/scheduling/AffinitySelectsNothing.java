package dev.berth.lint.scheduling;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.SetRule;
import dev.berth.rules.selector.LabelSelectors;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.WeightedPodAffinityTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A family of rules: affinity or anti-affinity to pods that the set does not have. */
final class AffinitySelectsNothing extends SetRule {

    private final String field;
    private final Function<Affinity, @Nullable Terms> terms;

    private record Terms(
            @Nullable List<PodAffinityTerm> required,
            @Nullable List<WeightedPodAffinityTerm> preferred) {}

    private record Place(String path, PodAffinityTerm term) {}

    private AffinitySelectsNothing(
            String id,
            String function,
            String file,
            String field,
            Function<Affinity, @Nullable Terms> terms,
            String consequence) {
        super(Level.WARNING, new Rule(id, function, file), consequence, "Use labels of the pods.");
        this.field = field;
        this.terms = terms;
    }

    /** Returns the rules for affinity and for anti-affinity. */
    static List<SetRule> all() {
        String file = "pkg/scheduler/framework/plugins/interpodaffinity/filtering.go";
        return List.of(
                new AffinitySelectsNothing(
                        "affinity-selects-nothing",
                        "satisfyPodAffinity",
                        file,
                        "podAffinity",
                        affinity -> affinity.getPodAffinity() == null
                                ? null
                                : new Terms(
                                        affinity.getPodAffinity().getRequiredDuringSchedulingIgnoredDuringExecution(),
                                        affinity.getPodAffinity().getPreferredDuringSchedulingIgnoredDuringExecution()),
                        "If the cluster has no such pod either, a required term keeps the pods Pending, and a"
                                + " preferred term has no effect."),
                new AffinitySelectsNothing(
                        "anti-affinity-selects-nothing",
                        "satisfyPodAntiAffinity",
                        file,
                        "podAntiAffinity",
                        affinity -> affinity.getPodAntiAffinity() == null
                                ? null
                                : new Terms(
                                        affinity.getPodAntiAffinity()
                                                .getRequiredDuringSchedulingIgnoredDuringExecution(),
                                        affinity.getPodAntiAffinity()
                                                .getPreferredDuringSchedulingIgnoredDuringExecution()),
                        "If the cluster has no such pod either, the term has no effect, so replicas may share a"
                                + " node."));
    }

    @Override
    public void check(ObjectSet set, LintReport report) {
        for (PodOwner workload : set.workloads()) {
            Affinity affinity = workload.pod().spec().getAffinity();
            for (Place place : affinity == null ? List.<Place>of() : places(workload, affinity)) {
                if (selectsNothing(set, workload, place.term())) {
                    report.invalid(
                            this,
                            workload.object(),
                            place.path() + ".labelSelector",
                            "No pod of the set has these labels.");
                }
            }
        }
    }

    private List<Place> places(PodOwner workload, Affinity affinity) {
        List<Place> places = new ArrayList<>();
        Terms given = terms.apply(affinity);
        if (given == null) {
            return places;
        }
        String path = workload.pod().specPath() + ".affinity." + field;
        List<PodAffinityTerm> required = PodOwner.orEmpty(given.required());
        for (int i = 0; i < required.size(); i++) {
            places.add(new Place(path + ".requiredDuringSchedulingIgnoredDuringExecution[" + i + "]", required.get(i)));
        }
        List<WeightedPodAffinityTerm> preferred = PodOwner.orEmpty(given.preferred());
        for (int i = 0; i < preferred.size(); i++) {
            if (preferred.get(i) != null) {
                places.add(new Place(
                        path + ".preferredDuringSchedulingIgnoredDuringExecution[" + i + "].podAffinityTerm",
                        preferred.get(i).getPodAffinityTerm()));
            }
        }
        return places;
    }

    /** A term for other namespaces is about pods that the set does not need to contain. */
    private static boolean selectsNothing(ObjectSet set, PodOwner workload, @Nullable PodAffinityTerm term) {
        return term != null
                && term.getLabelSelector() != null
                && term.getNamespaceSelector() == null
                && PodOwner.orEmpty(term.getNamespaces()).isEmpty()
                && !LabelSelectors.selectsEverything(term.getLabelSelector())
                && !set.pods().areUnknownIn(workload.namespace())
                && set.pods()
                        .with(workload.object(), workload.namespace(), term.getLabelSelector())
                        .findAny()
                        .isEmpty();
    }
}
