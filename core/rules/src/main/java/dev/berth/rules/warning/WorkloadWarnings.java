package dev.berth.rules.warning;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.format.Format;
import dev.berth.rules.tree.SemanticEquality;

/** The warnings of the objects that make pods. An update repeats those of the template only if the spec changes. */
final class WorkloadWarnings {
    private static final String SET_FILE = "pkg/registry/apps/statefulset/strategy.go";
    private static final int MANY_COMPLETIONS = 100_000;
    private static final int MUCH_PARALLELISM = 10_000;

    private static final Rule NAME =
            new Rule("pod-name-with-dots", "WarningsOnCreate", "pkg/registry/core/pod/strategy.go");
    private static final Rule REVISIONS = new Rule("revision-history-unlimited", "WarningsOnCreate", SET_FILE);
    private static final Rule INDEXES =
            new Rule("job-too-many-indexes", "WarningsForJobSpec", "pkg/api/job/warnings.go");
    private static final Rule TIME_ZONE =
            new Rule("schedule-with-time-zone", "WarningsOnUpdate", "pkg/registry/batch/cronjob/strategy.go");

    private final WarningList warnings;

    WorkloadWarnings(WarningList warnings) {
        this.warnings = warnings;
    }

    /** A name with dots is accepted, but it is also the host name of the pods. */
    void name(JsonNode object) {
        JsonNode meta = object.path("metadata");
        String name = Tree.text(meta, "name");
        String whole = name.isEmpty() ? Tree.text(meta, "generateName") + "xxxxx" : name;
        String problem = Format.DNS_LABEL.problem(whole);
        if (problem != null) {
            warnings.add(
                    NAME,
                    FieldPath.of("metadata", "name"),
                    "The name is also used for the host names of the pods, but as a DNS label it " + problem + ".",
                    "Use a name of at most 63 characters without dots.");
        }
    }

    void pod(JsonNode pod) {
        new PodWarnings(pod, FieldPath.root(), warnings).check(true);
    }

    void template(JsonNode template, FieldPath path) {
        new PodWarnings(template, path, warnings).check(false);
    }

    /** Checks the template in the spec of an object that replaces another, if the server counts a new generation. */
    void templateAgain(JsonNode before, JsonNode after) {
        templateIfSpecChanges(before, after, after);
    }

    private void templateIfSpecChanges(JsonNode before, JsonNode after, JsonNode checked) {
        if (!SemanticEquality.equal("spec", before.path("spec"), after.path("spec"))) {
            template(checked.path("spec").path("template"), FieldPath.of("spec", "template"));
        }
    }

    /** The server exchanges both templates of a ReplicationController, and warns of the earlier one. */
    void earlierTemplate(JsonNode before, JsonNode after) {
        templateIfSpecChanges(before, after, before);
    }

    /** Checks a PodTemplate or a DaemonSet again, whose generation depends on nothing but the template. */
    void templateIfChanged(JsonNode before, JsonNode after, FieldPath path) {
        if (!SemanticEquality.equal("template", before, after)) {
            template(after, path);
        }
    }

    /** On an update, the server prints the path of a claim template in another way. */
    void statefulSet(JsonNode set, String specOfClaim) {
        JsonNode claims = set.path("spec").path("volumeClaimTemplates");
        for (int i = 0; i < claims.size(); i++) {
            FieldPath path = FieldPath.of("spec", "volumeClaimTemplates").index(i);
            StorageWarnings.claimSpec(
                    claims.get(i).path("spec"), specOfClaim.isEmpty() ? path : path.child(specOfClaim), warnings);
        }
        if (set.path("spec").path("revisionHistoryLimit").asLong() < 0) {
            warnings.add(
                    REVISIONS,
                    FieldPath.of("spec", "revisionHistoryLimit"),
                    "With a negative limit, no revision is ever deleted.",
                    "Set it to 0 or more.");
        }
    }

    void job(JsonNode spec, FieldPath path) {
        boolean many = Tree.text(spec, "completionMode").equals("Indexed")
                && spec.path("completions").asInt() > MANY_COMPLETIONS
                && spec.path("parallelism").asInt() > MUCH_PARALLELISM;
        if (many) {
            warnings.add(
                    INDEXES,
                    path,
                    "With more than 100000 completions and 10000 pods at a time, Kubernetes may lose track of the"
                            + " indexes that failed.",
                    "Lower parallelism or completions.");
        }
        template(spec.path("template"), path.child("template"));
    }

    void jobAgain(JsonNode before, JsonNode after) {
        if (!SemanticEquality.equal("spec", before.path("spec"), after.path("spec"))) {
            job(after.path("spec"), FieldPath.of("spec"));
        }
    }

    void cronJob(JsonNode job) {
        job(job.path("spec").path("jobTemplate").path("spec"), FieldPath.of("spec", "jobTemplate", "spec"));
    }

    void cronJobAgain(JsonNode before, JsonNode after) {
        if (!SemanticEquality.equal("spec", before.path("spec"), after.path("spec"))) {
            cronJob(after);
        }
        if (Tree.text(after.path("spec"), "schedule").contains("TZ")) {
            warnings.add(
                    TIME_ZONE,
                    FieldPath.root(),
                    "A time zone in spec.schedule is not supported.",
                    "Use spec.timeZone.");
        }
    }
}
