package dev.berth.validate;

import dev.berth.finding.Finding;
import dev.berth.object.ExistingObject;
import dev.berth.rules.cluster.TargetCluster;
import dev.berth.value.InvalidValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Validates a directory of manifests from any source, without a project and without a cluster.
 *
 * <p>Its signature only uses JDK types, so that a build tool can call it through a separate class loader.
 */
public final class Validation {

    private Validation() {}

    /**
     * Reads every file below a directory, checks each object against the rules of the API server and of the Kubernetes
     * version, and all of them together against the lint rules, and reports each finding in one line.
     *
     * @param directory the directory
     * @param report the file to write the findings to, as SARIF if its name ends in {@code .sarif}, otherwise as JSON;
     *     empty for no file
     * @param cluster what is known about the cluster that the manifests are for, as {@link TargetCluster#of(Map)} reads
     *     it
     * @param existing objects that the manifests name and that exist in the cluster, each as {@code Secret/password}
     * @param lines receives the lines
     * @return why the manifests are not valid, ready to be shown; empty if they are
     */
    public static Optional<String> run(
            Path directory,
            Optional<Path> report,
            Map<String, String> cluster,
            Collection<String> existing,
            Consumer<String> lines) {
        if (!Files.isDirectory(directory)) {
            return Optional.of(directory + " is not a directory.");
        }
        Optional<Path> unwritable = report.filter(file -> ReportFormat.of(file).isEmpty());
        if (unwritable.isPresent()) {
            return Optional.of("A report ends in .json or .sarif, and not as " + unwritable.get() + " does.");
        }
        try {
            TargetCluster target = TargetCluster.of(cluster);
            try (ReportWriter writer = ReportWriter.to(report)) {
                DirectoryRun run = new DirectoryRun(directory, target, existing(existing), finding -> {
                    lines.accept(line(finding));
                    writer.add(finding);
                });
                run.run();
                writer.finish();
                lines.accept(run.summary());
                return run.errors() == 0 ? Optional.empty() : Optional.of(run.summary());
            }
        } catch (InvalidValueException noCluster) {
            return Optional.ofNullable(noCluster.getMessage());
        } catch (IOException failure) {
            return Optional.of("Not everything could be read or written: " + failure);
        }
    }

    /** One line, as compilers write it. */
    private static String line(Finding finding) {
        String what = finding.object().isNone() ? "" : ReportWriter.name(finding) + ": ";
        return finding.location() + ": " + finding.level() + ": " + what + finding.text() + " ("
                + finding.rule().id() + ")";
    }

    private static Set<ExistingObject> existing(Collection<String> names) {
        return names.stream().map(Validation::existing).collect(Collectors.toSet());
    }

    private static ExistingObject existing(String name) {
        int slash = name.indexOf('/');
        if (slash <= 0 || slash == name.length() - 1) {
            throw InvalidValueException.of("existing", name, "must be a kind and a name, such as Secret/password");
        }
        return new ExistingObject(name.substring(0, slash), name.substring(slash + 1));
    }
}
