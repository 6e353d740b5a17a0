package dev.berth.lint.driver;

import dev.berth.catalog.driver.DriverParameter;
import dev.berth.catalog.driver.StorageDriver;
import dev.berth.catalog.driver.UnknownParameters;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectRule;
import dev.berth.lint.rule.ObjectSet;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** A rule about the parameters of the classes of one driver. */
final class ParameterRule extends ObjectRule<StorageClass> {

    /** The consequence of most of these rules. */
    static final String REFUSED = "The driver provisions no volume, and every claim of the class stays Pending.";

    private static final String IGNORED = "The driver ignores it, and provisions a volume with its own default.";

    /** Checks the parameters of one class, and reports each wrong key with the reason. */
    interface Check {
        void check(Parameters parameters, BiConsumer<String, String> complain);
    }

    private final ParameterReader reader;
    private final Check check;

    ParameterRule(
            ParameterReader reader,
            Level severity,
            String id,
            String function,
            String consequence,
            String remedy,
            Check check) {
        super(StorageClass.class, severity, new Rule(id, function, reader.source()), consequence, remedy);
        this.reader = reader;
        this.check = check;
    }

    ParameterRule(
            StorageDriver driver,
            Level severity,
            String id,
            String function,
            String consequence,
            String remedy,
            Check check) {
        this(ParameterReader.of(driver), severity, id, function, consequence, remedy, check);
    }

    /** Returns a rule for keys that a driver does not know. */
    static ParameterRule unknown(StorageDriver driver, String id, String function) {
        return new ParameterRule(
                driver,
                Level.ERROR,
                id,
                function,
                driver.unknownParameters() == UnknownParameters.IGNORED ? IGNORED : REFUSED,
                "Correct the key, or remove it.",
                (parameters, complain) -> parameters.keys().stream()
                        .filter(key ->
                                driver.parameter(parameters.asWritten(key)).isEmpty()
                                        && !key.equalsIgnoreCase("fstype"))
                        .forEach(key -> complain.accept(
                                key,
                                "\"" + parameters.asWritten(key) + "\" is not a parameter of " + driver.name() + ".")));
    }

    /** Returns a rule for values that a driver refuses. */
    static ParameterRule invalid(StorageDriver driver, String id, String function) {
        return new ParameterRule(
                driver,
                Level.ERROR,
                id,
                function,
                REFUSED,
                "Correct the value.",
                (parameters, complain) -> values(driver, parameters, complain));
    }

    /** Reports each value that the driver refuses. */
    static void values(StorageDriver driver, Parameters parameters, BiConsumer<String, String> complain) {
        driver.parameters().stream()
                .filter(parameter -> !parameter.ignoresOtherValues())
                .forEach(parameter -> value(driver, parameter, parameters, complain));
    }

    /** Reports the value of one parameter if the driver refuses it. */
    static void value(
            StorageDriver driver,
            DriverParameter parameter,
            Parameters parameters,
            BiConsumer<String, String> complain) {
        parameter.keys().map(driver::normalized).filter(parameters::has).forEach(key -> {
            String value = parameters.get(key);
            if (!parameter.values().isEmpty() && !parameter.values().contains(value)) {
                complain.accept(key, "\"" + value + "\" is not one of " + named(parameter.values()) + ".");
            }
            parameter
                    .form()
                    .filter(form -> !form.matches(value))
                    .ifPresent(form -> complain.accept(key, "\"" + value + "\" is not " + form.description() + "."));
        });
    }

    private static String named(List<String> values) {
        return values.stream().filter(value -> !value.isEmpty()).collect(Collectors.joining(", "));
    }

    @Override
    protected void check(ObjectSet set, StorageClass storageClass, LintReport report) {
        if (!reader.reads(storageClass)) {
            return;
        }
        Parameters parameters = new Parameters(storageClass, reader.ignoresCase());
        check.check(
                parameters,
                (key, detail) -> report.invalid(
                        this,
                        storageClass,
                        key.isEmpty() ? "parameters" : "parameters[" + parameters.asWritten(key) + "]",
                        detail));
    }
}
