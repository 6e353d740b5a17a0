package dev.berth.lint.rule;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.rules.version.KubernetesVersion;

/** One rule over a whole set of objects: something that the API server accepts and the cluster cannot run. */
public abstract class SetRule {

    private final Level level;
    private final Rule rule;
    private final String consequence;
    private final String remedy;

    /**
     * Makes a rule.
     *
     * @param rule its ID, and the Kubernetes function that makes it so
     * @param consequence what happens in the cluster, as a sentence
     * @param remedy what to do, as a sentence
     */
    protected SetRule(Level level, Rule rule, String consequence, String remedy) {
        this.level = level;
        this.rule = rule;
        this.consequence = consequence;
        this.remedy = remedy;
    }

    /** Looks through the set and reports every object that the rule holds against. */
    public abstract void check(ObjectSet set, Report report);

    /** Returns whether what it finds goes wrong in this version of Kubernetes; true by default. */
    public boolean appliesTo(KubernetesVersion version) {
        return true;
    }

    /** Its ID and source. */
    public Rule rule() {
        return rule;
    }

    /** How bad it is. */
    public Level level() {
        return level;
    }

    /** What happens in the cluster. */
    public String consequence() {
        return consequence;
    }

    /** What to do. */
    public String remedy() {
        return remedy;
    }
}
