package dev.berth.lint;

import dev.berth.cluster.KubernetesVersion;
import dev.berth.finding.Acknowledgement;
import dev.berth.finding.Finding;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.SetRule;
import dev.berth.object.ExistingObject;
import dev.berth.object.ObjectId;
import dev.berth.value.InvalidValueException;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what the API server accepts but the cluster cannot run, in a whole set of objects from any source.
 *
 * <p>The rules only know the objects in the set: objects that already exist in the cluster must be declared.
 */
public final class LintRules {

    private LintRules() {}

    /** Returns all rules, in the order in which they report. */
    public static List<SetRule> all() {
        return RulesInOrder.all();
    }

    private static List<SetRule> beyondNames(ObjectSet set) {
        return RulesInOrder.of(set).stream()
                .filter(rule -> !RulesInOrder.NAMES.contains(rule))
                .toList();
    }

    /** Returns whether a rule has this ID. */
    public static boolean hasRule(String id) {
        return all().stream().anyMatch(rule -> rule.rule().id().equals(id));
    }

    /**
     * Returns the findings for a set.
     *
     * @param objects the objects that are applied together
     * @param existing objects that they name and that exist in the cluster; an existing ConfigMap or Secret has every
     *     key
     * @param acknowledged the findings that are intended, and so are left out
     * @param version the version of Kubernetes that the objects are for
     */
    public static List<Finding> check(
            Collection<? extends HasMetadata> objects,
            Set<ExistingObject> existing,
            List<Acknowledgement> acknowledged,
            KubernetesVersion version) {
        ObjectSet set = ObjectSet.of(objects, existing);
        return check(RulesInOrder.of(set), set, acknowledged, version);
    }

    /**
     * The same without the rules on names. A name of one file may lead to any other file of a set, also where they stand in
     * for others, so that {@link #checkNames} judges names among all files, and this method the files that are applied
     * together.
     */
    public static List<Finding> checkBeyondNames(
            Collection<? extends HasMetadata> objects,
            Set<ExistingObject> existing,
            List<Acknowledgement> acknowledged,
            KubernetesVersion version) {
        ObjectSet set = ObjectSet.of(objects, existing);
        return check(beyondNames(set), set, acknowledged, version);
    }

    /** Finds the names that lead nowhere, and those that clash, in the objects of a set that are judged. */
    public static List<Finding> checkNames(ObjectSet set) {
        return RulesInOrder.NAMES.stream().flatMap(rule -> found(rule, set)).toList();
    }

    private static List<Finding> check(
            List<SetRule> rules, ObjectSet set, List<Acknowledgement> acknowledged, KubernetesVersion version) {
        // The rules only read the set, so they can run in parallel; their findings are still in a fixed order.
        return rules.parallelStream()
                .filter(rule -> rule.appliesTo(version))
                .flatMap(rule -> found(rule, set))
                .filter(finding -> acknowledged.stream().noneMatch(entry -> entry.covers(finding)))
                .toList();
    }

    /** Returns the findings for the judged objects of a set, with their objects and without acknowledgements. */
    public static List<LintReport.Reported> check(ObjectSet set, KubernetesVersion version) {
        return reported(RulesInOrder.of(set), set, version);
    }

    /** The same for the rules on names alone. */
    public static List<LintReport.Reported> reportNames(ObjectSet set, KubernetesVersion version) {
        return reported(RulesInOrder.NAMES, set, version);
    }

    /** The same without the rules on names. */
    public static List<LintReport.Reported> reportBeyondNames(ObjectSet set, KubernetesVersion version) {
        return reported(beyondNames(set), set, version);
    }

    private static List<LintReport.Reported> reported(List<SetRule> rules, ObjectSet set, KubernetesVersion version) {
        LintReport report = new LintReport();
        for (SetRule rule : rules) {
            if (rule.appliesTo(version)) {
                rule.check(set, report);
            }
        }
        return report.reported();
    }

    private static Stream<Finding> found(SetRule rule, ObjectSet set) {
        LintReport report = new LintReport();
        rule.check(set, report);
        return report.list().stream();
    }

    /** Returns the acknowledgements of a set that have no finding anymore, and can be removed. */
    public static List<Acknowledgement> unused(
            Collection<? extends HasMetadata> objects,
            Set<ExistingObject> existing,
            List<Acknowledgement> acknowledged,
            KubernetesVersion version) {
        List<Finding> all = check(objects, existing, List.of(), version);
        return acknowledged.stream()
                .filter(entry -> all.stream().noneMatch(entry::covers))
                .toList();
    }

    /**
     * Acknowledges that a rule reports an object.
     *
     * @param reason why that is acceptable, for whoever reads the declaration
     * @throws InvalidValueException when no rule has this ID, or no reason is given
     */
    public static Acknowledgement acknowledge(String rule, ObjectId object, String reason) {
        if (!hasRule(rule)) {
            throw InvalidValueException.of("Acknowledgement", rule, "must be the ID of a rule of docs/lint.md");
        }
        if (reason.isBlank()) {
            throw InvalidValueException.of("Acknowledgement of " + rule, reason, "must have a reason");
        }
        return new Acknowledgement(Acknowledgement.name(object), rule, null, reason);
    }
}
