package dev.berth.lint.value;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.ContainerEnv;
import dev.berth.lint.rule.ContainerRule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A reference to an environment variable in the syntax of a shell, where no shell reads it. */
final class VariableSyntax extends ContainerRule {

    private static final Pattern SHELL_REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    /** Frameworks that expand ${…} in their settings themselves. */
    private static final Pattern EXPANDED_BY_FRAMEWORK =
            Pattern.compile("(?:SPRING|QUARKUS|MICRONAUT|MP|JAVA|JDK|LOGGING|MANAGEMENT|SERVER)_.*");

    VariableSyntax() {
        super(
                Level.WARNING,
                new Rule("variable-syntax", "Expand", "third_party/forked/golang/expansion/expand.go"),
                "The kubelet only expands $(NAME), so the process reads the characters ${…}, unless it expands them"
                        + " itself.",
                "Write $(NAME) with parentheses, or start a shell.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, TemplatedPod.Place place, LintReport report) {
        Container container = place.container();
        ContainerEnv variables = ContainerEnv.of(set, workload, container);
        List<EnvVar> env = PodOwner.orEmpty(container.getEnv());
        for (int i = 0; i < env.size(); i++) {
            EnvVar variable = env.get(i);
            if (variable != null
                    && variable.getName() != null
                    && mayRefer(variable.getValue())
                    && !EXPANDED_BY_FRAMEWORK.matcher(variable.getName()).matches()) {
                String path = place.path() + ".env[" + i + "].value";
                check(workload, path, variable.getValue(), variables, report);
            }
        }
        if (!ShellCommand.isOf(container)) {
            check(workload, place.path() + ".command", container.getCommand(), variables, report);
            check(workload, place.path() + ".args", container.getArgs(), variables, report);
        }
    }

    private void check(
            PodOwner workload, String path, @Nullable List<String> words, ContainerEnv variables, LintReport report) {
        List<String> given = PodOwner.orEmpty(words);
        for (int i = 0; i < given.size(); i++) {
            if (mayRefer(given.get(i))) {
                check(workload, path + "[" + i + "]", given.get(i), variables, report);
            }
        }
    }

    /** Most values have no reference, and looking for its first characters is faster than a pattern. */
    private static boolean mayRefer(@Nullable String value) {
        return value != null && value.contains("${");
    }

    private void check(PodOwner workload, String path, String value, ContainerEnv variables, LintReport report) {
        Matcher references = SHELL_REFERENCE.matcher(value);
        while (references.find()) {
            if (variables.sets(references.group(1))) {
                report.invalid(
                        this, workload.object(), path, "It refers to \"" + references.group(1) + "\" as a shell does.");
            }
        }
    }
}
