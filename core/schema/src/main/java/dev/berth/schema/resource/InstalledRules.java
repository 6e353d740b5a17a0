package dev.berth.schema.resource;

import dev.berth.schema.RuleCompiler;
import java.util.ServiceLoader;

/** The compiler of rules that is on the class path, looked up when a schema first has a rule. */
public final class InstalledRules {
    private static final RuleCompiler COMPILER = ServiceLoader.load(
                    RuleCompiler.class, InstalledRules.class.getClassLoader())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("berth-cel must be on the class path"));

    private InstalledRules() {}

    /** Returns the compiler. */
    public static RuleCompiler compiler() {
        return COMPILER;
    }
}
