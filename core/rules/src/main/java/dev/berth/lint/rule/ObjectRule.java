package dev.berth.lint.rule;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import io.fabric8.kubernetes.api.model.HasMetadata;

/** A rule about one object of a type. */
public abstract class ObjectRule<T extends HasMetadata> extends SetRule {

    private final Class<T> type;

    protected ObjectRule(Class<T> type, Level level, Rule rule, String consequence, String remedy) {
        super(level, rule, consequence, remedy);
        this.type = type;
    }

    @Override
    public final void check(ObjectSet set, LintReport report) {
        for (T object : set.all(type)) {
            check(set, object, report);
        }
    }

    /** Checks one object. */
    protected abstract void check(ObjectSet set, T object, LintReport report);
}
