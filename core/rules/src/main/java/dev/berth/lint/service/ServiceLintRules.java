package dev.berth.lint.service;

import dev.berth.lint.rule.SetRule;
import java.util.List;

/** The rules about Services, in the order in which they report. */
public final class ServiceLintRules {

    private ServiceLintRules() {}

    /** Returns one rule of each kind. */
    public static List<SetRule> all() {
        return List.of(
                new GoverningServiceAbsent(),
                new GoverningServiceNotHeadless(),
                new GoverningServiceSelectsOthers(),
                new ServiceSelectsNothing(),
                new ServiceWithoutSelector(),
                new TargetPortMissing(),
                new HeadlessPortRemapped(),
                new PeersNotReady(),
                new AddressInOtherNamespace(),
                new IngressPortMissing());
    }
}
