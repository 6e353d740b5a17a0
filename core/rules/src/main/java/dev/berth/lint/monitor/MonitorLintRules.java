package dev.berth.lint.monitor;

import dev.berth.lint.rule.SetRule;
import java.util.List;

/** The rules about monitors, in the order in which they report. */
public final class MonitorLintRules {

    private MonitorLintRules() {}

    /** Returns one rule of each kind. */
    public static List<SetRule> all() {
        return List.of(new MonitorSelectsNothing(), new MonitorPortMissing());
    }
}
