package dev.berth.lint.pod;

import dev.berth.lint.rule.SetRule;
import java.util.List;

/**
 * The rules about templates that the API server accepts, although it refuses their pods or the kubelet cannot start their
 * containers, in the order in which they report.
 */
public final class PodLintRules {

    private PodLintRules() {}

    /** Returns one rule of each kind. */
    public static List<SetRule> all() {
        return List.of(
                new PriorityWithoutClass(),
                new OverheadWithoutClass(),
                new ImageVolumeWithoutReference(),
                new PodFinalizerInvalid(),
                new CommandOneString(),
                new ImageNameInvalid(),
                new ImageWithoutTag(),
                new MountAtRoot(),
                new WorkingDirRelative(),
                new MemoryLimitTooSmall(),
                new HugePagesWithoutLimit());
    }
}
