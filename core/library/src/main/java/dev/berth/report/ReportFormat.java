package dev.berth.report;

import dev.berth.value.InvalidValueException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The formats of reports: the one place where a format is registered. Every command that reports findings offers all of
 * them.
 */
@SuppressWarnings("ImmutableEnumChecker") // the list is unmodifiable, and each Start is a constructor without state
public enum ReportFormat {
    /** For a terminal: findings as compilers write them, or a review object by object. */
    TEXT(TextReport::new, ".txt"),
    /** For the comment of a pull request. */
    MARKDOWN(MarkdownReport::new, ".md"),
    /** For programs; {@code docs/report.schema.json} is its JSON schema. */
    JSON(JsonReport::new, ".json"),
    /** The Static Analysis Results Interchange Format 2.1.0, which code hosts show beside the lines. */
    SARIF(SarifReport::new, ".sarif", ".sarif.json"),
    /** Workflow commands of GitHub Actions, which GitHub shows as annotations beside the lines. */
    GITHUB(GithubReport::new, ".github");

    private final Start start;
    private final List<String> extensions;

    /** Starts a report in one format. */
    private interface Start {
        Report report(Writer out, ReportContext context);
    }

    ReportFormat(Start start, String... extensions) {
        this.start = start;
        this.extensions = List.of(extensions);
    }

    /** Starts a report, which the caller adds findings to and finishes. */
    public Report start(Writer out, ReportContext context) {
        return start.report(out, context);
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
        return Arrays.stream(values()).map(format -> format.extensions.get(0)).collect(Collectors.joining(", "));
    }

    private boolean matches(String name) {
        return extensions.stream().anyMatch(name::endsWith);
    }
}
