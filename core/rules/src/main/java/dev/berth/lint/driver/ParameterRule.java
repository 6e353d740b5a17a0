package dev.berth.lint.driver;

import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.Report;
import dev.berth.lint.rule.SetRule;
import dev.berth.lint.rule.Severity;
import dev.berth.rules.Rule;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** A rule about the parameters of the classes of one driver. */
final class ParameterRule extends SetRule {

    /** What most of these rules come to. */
    static final String REFUSED = "The driver makes no volume, and every claim of the class stays Pending.";

    /** Looks at the parameters of one class, and tells each key that is wrong, and what is. */
    interface Check {
        void check(Parameters parameters, BiConsumer<String, String> complain);
    }

    private final Driver driver;
    private final Check check;

    ParameterRule(
            Driver driver,
            Severity severity,
            String id,
            String function,
            String consequence,
            String remedy,
            Check check) {
        super(severity, new Rule(id, function, driver.source()), consequence, remedy);
        this.driver = driver;
        this.check = check;
    }

    /** A rule that says which keys a driver knows, and refuses others. */
    static ParameterRule unknown(Driver driver, String id, String function, Set<String> known) {
        return new ParameterRule(
                driver, Severity.BROKEN, id, function, REFUSED, "Correct the key, or remove it.", keys(known));
    }

    /** The same for a driver that passes over what it does not know. */
    static ParameterRule ignored(Driver driver, String id, String function, Set<String> known) {
        return new ParameterRule(
                driver,
                Severity.BROKEN,
                id,
                function,
                "The driver passes over it, and makes a volume with its default in place of what is asked for.",
                "Correct the key, or remove it.",
                keys(known));
    }

    private static Check keys(Set<String> known) {
        return (parameters, complain) -> parameters.keys().stream()
                .filter(key -> !known.contains(key) && !key.equalsIgnoreCase("fstype"))
                .forEach(key -> complain.accept(
                        key,
                        "\"" + parameters.asWritten(key) + "\" is no parameter of " + driverName(parameters) + "."));
    }

    private static String driverName(Parameters parameters) {
        return parameters.storageClass().getProvisioner();
    }

    /** Complains about a value that is none of a list. */
    static void oneOf(Parameters parameters, String key, List<String> values, BiConsumer<String, String> complain) {
        if (parameters.has(key) && !values.contains(parameters.get(key))) {
            complain.accept(key, "\"" + parameters.get(key) + "\" is none of " + named(values) + ".");
        }
    }

    private static String named(List<String> values) {
        return values.stream().filter(value -> !value.isEmpty()).collect(Collectors.joining(", "));
    }

    /** Complains about a value that does not have a form. */
    static void matches(
            Parameters parameters, String key, String pattern, String form, BiConsumer<String, String> complain) {
        if (parameters.has(key) && !parameters.get(key).matches(pattern)) {
            complain.accept(key, "\"" + parameters.get(key) + "\" is not " + form + ".");
        }
    }

    @Override
    public void check(ObjectSet set, Report report) {
        for (StorageClass storageClass : set.all(StorageClass.class)) {
            if (driver.isOf(storageClass)) {
                Parameters parameters = new Parameters(storageClass, driver.ignoresCase());
                check.check(
                        parameters,
                        (key, detail) -> report.invalid(
                                this,
                                storageClass,
                                key.isEmpty() ? "parameters" : "parameters[" + parameters.asWritten(key) + "]",
                                detail));
            }
        }
    }
}
