package dev.berth.rules.workload;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.ClusterFacts;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Format;
import dev.berth.rules.meta.LabelRules;
import dev.berth.rules.meta.MetadataRules;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code ValidateJob}, after {@code PrepareForCreate} generated the selector. */
public final class JobRules {
    private static final String FILE = "pkg/apis/batch/validation/validation.go";
    private static final List<String> UID_LABELS = List.of("controller-uid", "batch.kubernetes.io/controller-uid");
    private static final List<String> NAME_LABELS = List.of("job-name", "batch.kubernetes.io/job-name");

    private static final Rule NEEDED = new Rule("job-selector", "ValidateJobSpec", FILE);
    private static final Rule MATCHES = new Rule("job-selector-matches", "ValidateJobSpec", FILE);
    private static final Rule GENERATED = new Rule("job-selector-generated", "ValidateGeneratedSelector", FILE);
    private static final Rule POD_NAME = new Rule("job-pod-name", "ValidateJob", FILE);

    private JobRules() {}

    /** Checks a Job. */
    public static void check(Job job, ClusterFacts facts, Findings findings) {
        MetadataRules.namespaced(job.getMetadata(), Format.DNS_SUBDOMAIN, findings);
        JobSpec spec = job.getSpec();
        FieldPath path = FieldPath.of("spec");
        String name =
                job.getMetadata() == null ? "" : Zero.text(job.getMetadata().getName());
        boolean manual = Zero.flag(spec.getManualSelector());
        if (!manual) {
            generated(spec, name, path, findings);
            label(spec.getTemplate().getMetadata(), name);
        }
        new JobSpecRules(path, facts, findings).check(spec);
        podNames(spec, name, findings);
        if (spec.getSelector() == null) {
            if (manual) {
                findings.required(NEEDED, path.child("selector"), "must be set with manualSelector: true");
                findings.invalid(
                        MATCHES,
                        path.child("template", "metadata", "labels"),
                        "",
                        "must have labels that the selector selects");
            }
            return;
        }
        int before = findings.size();
        LabelRules.selector(spec.getSelector(), path.child("selector"), findings);
        Map<String, String> labels = Zero.map(spec.getTemplate().getMetadata().getLabels());
        if (findings.size() == before && !TemplateRules.selects(withoutUids(spec.getSelector()), labels)) {
            FieldPath at = path.child("template", "metadata", "labels");
            findings.invalid(MATCHES, at, labels, "must match the selector");
        }
    }

    /** The server labels the pods of a job with its name, so the name must be a valid label value. */
    private static void label(ObjectMeta template, String name) {
        Map<String, String> labels = new HashMap<>(Zero.map(template.getLabels()));
        NAME_LABELS.forEach(label -> labels.putIfAbsent(label, name));
        template.setLabels(labels);
    }

    private static LabelSelector withoutUids(LabelSelector selector) {
        Map<String, String> wanted = new HashMap<>(Zero.map(selector.getMatchLabels()));
        UID_LABELS.forEach(wanted::remove);
        LabelSelector copy = new LabelSelector();
        copy.setMatchLabels(wanted);
        copy.setMatchExpressions(Zero.list(selector.getMatchExpressions()));
        return copy;
    }

    /** The server generates the labels and the selector, with a UID that is not known before. */
    private static void generated(JobSpec spec, String name, FieldPath path, Findings findings) {
        Map<String, String> labels = Zero.map(spec.getTemplate().getMetadata().getLabels());
        FieldPath at = path.child("template", "metadata", "labels");
        for (String label : UID_LABELS) {
            if (labels.containsKey(label)) {
                findings.invalid(GENERATED, at.key(label), labels.get(label), "the server generates this label");
            }
        }
        for (String label : NAME_LABELS) {
            if (labels.containsKey(label) && !name.equals(labels.get(label))) {
                findings.invalid(GENERATED, at.key(label), labels.get(label), "must be the name of the job");
            }
        }
        if (spec.getSelector() != null) {
            Map<String, String> own = new HashMap<>();
            NAME_LABELS.forEach(label -> own.put(label, name));
            int before = findings.size();
            LabelRules.selector(spec.getSelector(), path.child("selector"), new Findings());
            if (findings.size() == before && !TemplateRules.selects(spec.getSelector(), own)) {
                findings.invalid(
                        GENERATED,
                        path.child("selector"),
                        "",
                        "the server generates the selector unless manualSelector is true");
            }
        }
    }

    /** The pods of an indexed job have its name and their index as a hostname. */
    private static void podNames(JobSpec spec, String name, Findings findings) {
        Integer completions = spec.getCompletions();
        boolean indexed = "Indexed".equals(spec.getCompletionMode()) && completions != null && completions > 0;
        String last = indexed ? name + "-" + (completions - 1) : name;
        if (indexed && !Format.DNS_LABEL.fits(last)) {
            findings.invalid(
                    POD_NAME,
                    FieldPath.of("metadata", "name"),
                    last,
                    "is the hostname of the last pod" + " and must be a DNS label");
        }
    }
}
