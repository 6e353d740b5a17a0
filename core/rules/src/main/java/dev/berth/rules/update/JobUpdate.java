package dev.berth.rules.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import java.util.List;

/**
 * The template of a Job and the fields that count its completions cannot change. An indexed Job may be scaled as a
 * whole, and a suspended Job may change where its pods run and what they request.
 *
 * <p>The latter is possible since Kubernetes 1.36: feature gates {@code MutableSchedulingDirectivesForSuspendedJobs}
 * and {@code MutablePodResourcesForSuspendedJobs}.
 */
public final class JobUpdate implements UpdateRule {
    private static final String FILE = "pkg/apis/batch/validation/validation.go";
    private static final Rule RULE = new Rule("job-spec-immutable", "ValidateJobSpecUpdate", FILE);
    private static final Rule COMPLETIONS = new Rule("job-completions", "validateCompletions", FILE);
    private static final ImmutableFields FIELDS = ImmutableFields.of(
            RULE,
            "spec.selector",
            "spec.completionMode",
            "spec.podFailurePolicy",
            "spec.backoffLimitPerIndex",
            "spec.managedBy",
            "spec.successPolicy");
    private static final ImmutableFields TEMPLATE = ImmutableFields.of(RULE, "spec.template");
    private static final ImmutableFields POD = ImmutableFields.of(
            new Rule("job-spec-immutable", "validatePodResourceUpdatesOnly", FILE), "spec.template.spec");

    @Override
    public void check(Update update, Findings findings) {
        FIELDS.check(update, findings);
        if (update.old("spec", "suspend").asBoolean()) {
            POD.check(
                    new Update(update.id(), settled(update.before()), settled(update.after()), update.surroundings()),
                    findings);
        } else {
            TEMPLATE.check(update, findings);
        }
        JsonNode now = update.now("spec", "completions");
        if (!update.keeps("spec", "completions") && !scaledAsAWhole(update)) {
            findings.invalid(
                    COMPLETIONS,
                    FieldPath.of("spec", "completions"),
                    now.isNumber() ? now.asLong() : null,
                    "may only change for an Indexed Job, together with parallelism and to the same number");
        }
    }

    /** Returns whether the number follows parallelism; another rule requires that it is set. */
    private static boolean scaledAsAWhole(Update update) {
        JsonNode now = update.now("spec", "completions");
        return update.now("spec", "completionMode").asText().equals("Indexed")
                && (!now.isNumber() || now.equals(update.now("spec", "parallelism")));
    }

    /** Returns the Job without the fields of its pods that may change while it is suspended. */
    private static JsonNode settled(JsonNode job) {
        JsonNode copy = job.deepCopy();
        JsonNode spec = copy.path("spec").path("template").path("spec");
        remove(spec, "nodeSelector", "tolerations", "schedulingGates");
        remove(spec.path("affinity"), "nodeAffinity");
        if (spec.path("affinity").isEmpty()) {
            remove(spec, "affinity");
        }
        for (String list : List.of("containers", "initContainers")) {
            spec.path(list).forEach(container -> remove(container, "resources"));
        }
        return copy;
    }

    private static void remove(JsonNode parent, String... fields) {
        if (parent instanceof ObjectNode object) {
            object.remove(List.of(fields));
        }
    }
}
