package dev.berth.lint.storage;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.PodOwner.ClaimTemplatePlace;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Format;
import dev.berth.rules.meta.Finalizers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An annotation or finalizer of a claim template that is invalid in a claim: templates are not validated. */
public final class TemplateMetadataInvalid extends ClaimTemplateRule {

    public TemplateMetadataInvalid() {
        super(
                Level.ERROR,
                new Rule(
                        "claim-template-metadata-invalid",
                        "ValidateObjectMetaAccessor",
                        "staging/src/k8s.io/apimachinery/pkg/api/validation/objectmeta.go"),
                "The claims cannot be created, so no pod is created.",
                "Use a qualified name, such as example.com/name.");
    }

    @Override
    void check(ObjectSet set, PodOwner workload, ClaimTemplatePlace template, LintReport report) {
        annotations(workload, template, report);
        finalizers(workload, template, report);
    }

    private void annotations(PodOwner workload, ClaimTemplatePlace template, LintReport report) {
        Map<String, String> given = template.metadata().getAnnotations();
        for (String key : given == null ? Set.<String>of() : new TreeSet<>(given.keySet())) {
            if (!Format.QUALIFIED_NAME.fits(key.toLowerCase(Locale.ROOT))) {
                report.invalid(
                        this,
                        workload.object(),
                        template.path() + ".metadata.annotations",
                        "\"" + key + "\" is not the key of an annotation.");
            }
        }
    }

    private void finalizers(PodOwner workload, ClaimTemplatePlace template, LintReport report) {
        List<String> finalizers = PodOwner.orEmpty(template.metadata().getFinalizers());
        for (int i = 0; i < finalizers.size(); i++) {
            String finalizer = Zero.text(finalizers.get(i));
            if (!Finalizers.isValid(finalizer)) {
                report.invalid(
                        this,
                        workload.object(),
                        template.path() + ".metadata.finalizers[" + i + "]",
                        "\"" + finalizer + "\" is not a finalizer.");
            }
        }
    }
}
