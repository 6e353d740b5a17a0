package dev.berth.lint.rule;

import dev.berth.finding.Level;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;

/** A selector that matches no pod in the set, whose pods may come from elsewhere. */
public final class UnknownPods {

    private UnknownPods() {}

    /**
     * Reports such a selector: as a note where something in the set may start the pods, and as a warning where a
     * directory shows no pods of the namespace at all.
     *
     * @param detail what is not there, without a full stop
     */
    public static void report(SetRule rule, ObjectSet set, HasMetadata object, String detail, LintReport report) {
        String namespace = ObjectSet.namespace(object);
        Optional<String> maker = set.pods().maker(namespace);
        if (maker.isPresent() && !set.describesCluster()) {
            report.note(rule, object, "spec.selector", detail + "; " + maker.get() + " may start such pods.");
        } else if (set.pods().labeler(namespace).isPresent() && !set.describesCluster()) {
            String who = set.pods().labeler(namespace).get();
            report.note(rule, object, "spec.selector", detail + "; " + who + " may give pods these labels.");
        } else if (set.describesCluster() || set.pods().areIn(namespace)) {
            report.invalid(rule, object, "spec.selector", detail + ".");
        } else {
            report.at(Level.WARNING).invalid(rule, object, "spec.selector", detail + ".");
        }
    }
}
