package dev.berth.validate;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The formats of a report, by the end of its name. */
enum ReportFormat {
    /** A list of objects, one for each finding. */
    JSON,
    /** SARIF 2.1.0, which code hosts show beside the lines. */
    SARIF;

    /** The format of a file; empty where its name says none. */
    static Optional<ReportFormat> of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".sarif") || name.endsWith(".sarif.json")) {
            return Optional.of(SARIF);
        }
        return name.endsWith(".json") ? Optional.of(JSON) : Optional.empty();
    }
}
