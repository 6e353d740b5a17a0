package dev.berth.report;

import dev.berth.value.InvalidValueException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The formats of reports: the one place where a format is registered. Every command that reports findings offers all of
 * them.
 */
public enum ReportFormat {
    /** For a terminal: findings as compilers write them, or a review object by object. */
    TEXT(".txt"),
    /** For the comment of a pull request. */
    MARKDOWN(".md"),
    /** For programs; {@code docs/report.schema.json} is its JSON schema. */
    JSON(".json"),
    /** The Static Analysis Results Interchange Format 2.1.0, which code hosts show beside the lines. */
    SARIF(".sarif"),
    /** Workflow commands of GitHub Actions, which GitHub shows as annotations beside the lines. */
    GITHUB(".github");

    private final String extension;

    ReportFormat(String extension) {
        this.extension = extension;
    }

    /** Starts a report, which the caller adds findings to and finishes. Loads no other format. */
    public Report start(Writer out, ReportContext context) {
        return switch (this) {
            case TEXT -> new TextReport(out, context);
            case MARKDOWN -> new MarkdownReport(out, context);
            case JSON -> new JsonReport(out, context);
            case SARIF -> new SarifReport(out, context);
            case GITHUB -> new GithubReport(out, context);
        };
    }

    /** The format that the name of a file ends in; empty if there is none. */
    public static Optional<ReportFormat> of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return SARIF.matches(name)
                ? Optional.of(SARIF)
                : Arrays.stream(values()).filter(format -> format.matches(name)).findFirst();
    }

    /**
     * The format of this name, in lower or upper case.
     *
     * @throws InvalidValueException if there is no such format
     */
    public static ReportFormat named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> InvalidValueException.of(
                        "berth.format",
                        name,
                        "must be one of "
                                + Arrays.stream(values())
                                        .map(format -> format.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))));
    }

    /** The extensions of files, for messages: {@code .txt, .md, …}. */
    static String extensions() {
        return Arrays.stream(values()).map(format -> format.extension).collect(Collectors.joining(", "));
    }

    private boolean matches(String name) {
        return name.endsWith(extension) || (this == SARIF && name.endsWith(".sarif.json"));
    }
}
