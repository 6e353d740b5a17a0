package dev.berth.rules.workload;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.ClusterFacts;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Format;
import dev.berth.rules.meta.LabelRules;
import dev.berth.rules.meta.MetadataRules;
import dev.berth.rules.pod.PodRules;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSetUpdateStrategy;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDaemonSet;
import java.util.List;

/** {@code ValidateDaemonSet}. */
public final class DaemonSetRules {
    private static final String FILE = "pkg/apis/apps/validation/validation.go";

    private static final Rule NUMBERS = new Rule("daemon-set-numbers", "ValidateDaemonSetSpec", FILE);
    private static final Rule EMPTY = new Rule("daemon-set-selector-empty", "ValidateDaemonSetSpec", FILE);
    private static final Rule STRATEGY = new Rule("daemon-set-strategy", "ValidateDaemonSetUpdateStrategy", FILE);
    private static final Rule ROLLING = new Rule("daemon-set-rolling-update", "ValidateRollingUpdateDaemonSet", FILE);

    private DaemonSetRules() {}

    /** Checks a DaemonSet. */
    public static void check(DaemonSet daemonSet, ClusterFacts facts, Findings findings) {
        MetadataRules.namespaced(daemonSet.getMetadata(), Format.DNS_SUBDOMAIN, findings);
        DaemonSetSpec spec = daemonSet.getSpec();
        FieldPath path = FieldPath.of("spec");
        TemplateRules template = new TemplateRules(path, facts, findings);
        int before = findings.size();
        LabelRules.selector(spec.getSelector(), path.child("selector"), findings);
        if (findings.size() == before) {
            template.matches(spec.getSelector(), spec.getTemplate());
        }
        if (spec.getSelector() != null && TemplateRules.isEmpty(spec.getSelector())) {
            findings.invalid(EMPTY, path.child("selector"), "{}", "an empty selector would select every pod");
        }
        PodRules.template(spec.getTemplate(), path.child("template"), facts, findings);
        template.runsForever(spec.getTemplate());
        findings.notNegative(NUMBERS, path.child("minReadySeconds"), Zero.number(spec.getMinReadySeconds()));
        strategy(spec.getUpdateStrategy(), path.child("updateStrategy"), findings);
        int revisions = Zero.number(spec.getRevisionHistoryLimit());
        findings.notNegative(NUMBERS, path.child("revisionHistoryLimit"), revisions);
    }

    private static void strategy(DaemonSetUpdateStrategy strategy, FieldPath path, Findings findings) {
        switch (strategy.getType()) {
            case "OnDelete" -> {}
            case "RollingUpdate" -> rolling(strategy.getRollingUpdate(), path.child("rollingUpdate"), findings);
            default -> findings.notSupported(STRATEGY, path, strategy.getType(), List.of("RollingUpdate", "OnDelete"));
        }
    }

    private static void rolling(RollingUpdateDaemonSet rolling, FieldPath path, Findings findings) {
        FieldPath unavailable = path.child("maxUnavailable");
        FieldPath surge = path.child("maxSurge");
        Percentages.check(rolling.getMaxUnavailable(), unavailable, findings);
        Percentages.atMost100(rolling.getMaxUnavailable(), unavailable, findings);
        Percentages.check(rolling.getMaxSurge(), surge, findings);
        Percentages.atMost100(rolling.getMaxSurge(), surge, findings);
        boolean down = Percentages.amount(rolling.getMaxUnavailable()) != 0;
        boolean up = Percentages.amount(rolling.getMaxSurge()) != 0;
        if (down && up) {
            findings.invalid(ROLLING, surge, rolling.getMaxSurge().getValue(), "must be 0 if maxUnavailable is set");
        } else if (!down && !up) {
            findings.required(ROLLING, unavailable, "must not be 0 if maxSurge is 0, because no pod could be replaced");
        }
    }
}
