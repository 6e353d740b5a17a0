package dev.berth.lint.scheduling;

import dev.berth.lint.rule.SetRule;
import java.util.List;
import java.util.stream.Stream;

/** The rules about where pods can run, in the order in which they report. */
public final class SchedulingLintRules {

    private SchedulingLintRules() {}

    /** Returns one rule of each kind. */
    public static List<SetRule> all() {
        return Stream.of(
                        List.<SetRule>of(
                                new NodeNameSkipsScheduler(),
                                new ImmediateClassOfBoundPods(),
                                new ZonesExclude(),
                                new MachineCannotAttach(),
                                new LocalVolumesOnFewNodes(),
                                new SpreadSelectsNothing()),
                        AffinitySelectsNothing.all(),
                        List.<SetRule>of(new LabelKeySelectedTwice()))
                .flatMap(List::stream)
                .toList();
    }
}
