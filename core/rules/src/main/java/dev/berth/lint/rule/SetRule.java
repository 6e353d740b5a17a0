package dev.berth.lint.rule;

import dev.berth.cluster.KubernetesVersion;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;

/** A rule over a whole set of objects, for something that the API server accepts but the cluster cannot run. */
public abstract class SetRule {

    private final Level level;
    private final Rule rule;
    private final String consequence;
    private final String remedy;

    /**
     * Creates a rule.
     *
     * @param rule its ID, and the Kubernetes function behind it
     * @param consequence what happens in the cluster, as a sentence
     * @param remedy what to do, as a sentence
     */
    protected SetRule(Level level, Rule rule, String consequence, String remedy) {
        this.level = level;
        this.rule = rule;
        this.consequence = consequence;
        this.remedy = remedy;
    }

    /** Checks the set, and reports every object that breaks the rule. */
    public abstract void check(ObjectSet set, LintReport report);

    /** Returns whether what it finds goes wrong in this version of Kubernetes; true by default. */
    public boolean appliesTo(KubernetesVersion version) {
        return true;
    }

    /** Returns its ID and source. */
    public Rule rule() {
        return rule;
    }

    /** Returns the level of its findings. */
    public Level level() {
        return level;
    }

    /** Returns what happens in the cluster. */
    public String consequence() {
        return consequence;
    }

    /** Returns what to do. */
    public String remedy() {
        return remedy;
    }
}
