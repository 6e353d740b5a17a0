package dev.berth.lint.value;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.VolumeRule;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file mode that is written in decimal but reads like an octal number: 400 instead of 0400. */
final class FileModeDecimal extends VolumeRule {

    FileModeDecimal() {
        super(
                Level.WARNING,
                new Rule("file-mode-decimal", "DefaultMode", "staging/src/k8s.io/api/core/v1/types.go"),
                "A number without a leading zero is decimal, so the files get other permissions than it seems.",
                "Write the octal number with a leading zero, or its decimal value: 0400 is 256, 0440 is 288, 0444 is"
                        + " 292.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, PodOwner.VolumePlace place, LintReport report) {
        String path = place.path();
        Volume volume = place.volume();
        if (volume.getSecret() != null) {
            check(workload, path + ".secret.defaultMode", volume.getSecret().getDefaultMode(), report);
            checkItems(workload, path + ".secret", volume.getSecret().getItems(), report);
        }
        if (volume.getConfigMap() != null) {
            check(
                    workload,
                    path + ".configMap.defaultMode",
                    volume.getConfigMap().getDefaultMode(),
                    report);
            checkItems(workload, path + ".configMap", volume.getConfigMap().getItems(), report);
        }
        if (volume.getDownwardAPI() != null) {
            check(
                    workload,
                    path + ".downwardAPI.defaultMode",
                    volume.getDownwardAPI().getDefaultMode(),
                    report);
        }
        if (volume.getProjected() != null) {
            check(
                    workload,
                    path + ".projected.defaultMode",
                    volume.getProjected().getDefaultMode(),
                    report);
            List<VolumeProjection> sources =
                    PodOwner.orEmpty(volume.getProjected().getSources());
            for (int i = 0; i < sources.size(); i++) {
                checkSource(workload, path + ".projected.sources[" + i + "]", sources.get(i), report);
            }
        }
    }

    private void checkSource(PodOwner workload, String path, @Nullable VolumeProjection source, LintReport report) {
        if (source != null && source.getSecret() != null) {
            checkItems(workload, path + ".secret", source.getSecret().getItems(), report);
        }
        if (source != null && source.getConfigMap() != null) {
            checkItems(workload, path + ".configMap", source.getConfigMap().getItems(), report);
        }
    }

    private void checkItems(PodOwner workload, String path, @Nullable List<KeyToPath> items, LintReport report) {
        List<KeyToPath> given = PodOwner.orEmpty(items);
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i) != null) {
                check(workload, path + ".items[" + i + "].mode", given.get(i).getMode(), report);
            }
        }
    }

    /** Only modes that nobody would choose in octal: the owner could write, or the group could write and not read. */
    private void check(PodOwner workload, String path, @Nullable Integer mode, LintReport report) {
        if (mode != null && mode >= 400 && String.valueOf(mode).matches("[45][045][045]")) {
            report.invalid(
                    this,
                    workload.object(),
                    path,
                    mode + " is 0" + Integer.toOctalString(mode) + " in octal, not 0" + mode + ".");
        }
    }
}
