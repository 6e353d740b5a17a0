package dev.berth.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.object.ExistingObject;
import dev.berth.report.ReportContext;
import dev.berth.report.ReportRequest;
import dev.berth.report.Reports;
import dev.berth.rules.cluster.ClusterParameters;
import dev.berth.validate.Validation;
import dev.berth.value.InvalidValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Validates a directory of manifests, no matter where they come from, without a project and without a cluster.
 *
 * @param directory the directory; every file below it is read
 * @param root the path of the directory from the root of its repository, for annotations; empty if it has none
 * @param format the format of what is printed: a name of {@link dev.berth.report.ReportFormat}; defaults to {@code text}
 * @param reports the files to write, in the formats that their extensions name
 * @param cluster what is known about the cluster, as {@link ClusterParameters#read(Map)} reads it
 * @param existing the objects that the manifests refer to and that are already in the cluster, each as
 *     {@code Secret/password}, with {@code *} for any characters
 * @param definitions the files and directories with the CustomResourceDefinitions of the cluster that are not in the
 *     directory
 */
public record ValidateCommand(
        Path directory,
        String root,
        Optional<String> format,
        List<Path> reports,
        Map<String, String> cluster,
        List<String> existing,
        List<Path> definitions)
        implements Command {

    public ValidateCommand {
        reports = List.copyOf(reports);
        cluster = Map.copyOf(cluster);
        existing = List.copyOf(existing);
        definitions = List.copyOf(definitions);
    }

    /** The same for a cluster whose definitions are all in the directory. */
    public ValidateCommand(
            Path directory,
            String root,
            Optional<String> format,
            List<Path> reports,
            Map<String, String> cluster,
            List<String> existing) {
        this(directory, root, format, reports, cluster, existing, List.of());
    }

    @Override
    public Result run(Console console) {
        if (!Files.isDirectory(directory)) {
            return Result.unusable(directory + " is not a directory.");
        }
        try {
            ReportRequest request = ReportRequest.of(format, reports);
            Set<ExistingObject> known = Validation.existing(existing);
            List<JsonNode> defined = DefinitionFiles.read(definitions);
            try (Reports open = Reports.start(request, ReportContext.of(root), console::print)) {
                Validation validation = Validation.of(
                        directory, cluster, known, defined, finding -> open.add(finding, Optional.empty()));
                open.finish(validation.summary());
                return result(validation);
            }
        } catch (InvalidValueException e) {
            return Result.unusable(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return Result.unusable("Not everything could be read or written: " + e);
        }
    }

    private static Result result(Validation validation) {
        String unmatched = validation.unmatched().isEmpty()
                ? ""
                : "berth.existing: " + String.join(", ", validation.unmatched())
                        + " matches nothing that the manifests refer to: correct it, or remove it.";
        if (validation.errors() > 0) {
            return Result.failed((validation.summary() + "\n" + unmatched).stripTrailing());
        }
        return unmatched.isEmpty() ? Result.passed() : Result.unusable(unmatched);
    }
}
