package dev.berth.validate;

import dev.berth.value.InvalidValueException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A validation as lines: each finding, then the summary. */
final class ValidationLines {

    private ValidationLines() {}

    /** Validates the directory; returns the summary if there are errors, or why a parameter is invalid. */
    static Optional<String> of(
            Path directory, Map<String, String> cluster, List<String> existing, Consumer<String> lines) {
        try {
            Validation validation = Validation.of(
                    directory, cluster, Validation.existing(existing), finding -> lines.accept(finding.line()));
            lines.accept(validation.summary());
            return validation.errors() == 0 ? Optional.empty() : Optional.of(validation.summary());
        } catch (InvalidValueException e) {
            return Optional.ofNullable(e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
