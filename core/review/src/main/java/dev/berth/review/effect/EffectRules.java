package dev.berth.review.effect;

import dev.berth.review.model.Outcome;
import dev.berth.review.model.Transition;
import dev.berth.review.model.Trees;
import java.util.List;

/** All rules about what a cluster does with a change that the API server accepts. */
public final class EffectRules {
    private static final List<EffectRule> ALL = List.of(
            new FewerPods(),
            new RetentionTurnsToDelete(),
            new SetGone(),
            new WorkloadGone(),
            new ClaimTemplateGone(),
            new ReleaseLabelInTemplate(),
            new MountMoved(),
            new DatabaseMajorVersion(),
            new DataDirectoryMoved(),
            new ScratchVolume(),
            new GracePeriod(),
            new GroupOwnership(),
            new SafetyRemoved(),
            new SetRollout(),
            new ControllerRollout(),
            new ConfigNotReloaded(),
            new ConfigGone(),
            new PasswordNotApplied(),
            new TurnsImmutable(),
            new ServiceTraffic(),
            new ServiceGone(),
            new ServiceLosesPods(),
            new ClaimChanges(),
            new VolumeChanges(),
            new StorageClassChanges(),
            new NamespaceChanges(),
            new BudgetChanges(),
            new CronJobChanges(),
            new PolicyChanges());

    private EffectRules() {}

    /** Adds the effects of the change of one object. */
    public static void review(Transition change, Trees trees, Outcome outcome) {
        for (EffectRule rule : ALL) {
            rule.review(change, trees, outcome);
        }
    }
}
