package dev.berth.report;

import dev.berth.value.InvalidValueException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which reports a user asks for.
 *
 * @param console the format of what is printed
 * @param files the files to write, by their format
 */
public record ReportRequest(ReportFormat console, Map<ReportFormat, Path> files) {

    /**
     * Reads the parameters of a command.
     *
     * @param format the name of the format that is printed; defaults to {@code text}
     * @param files the files to write, in the formats that their extensions name
     * @throws InvalidValueException if there is no such format, or if two files have the same one
     */
    public static ReportRequest of(Optional<String> format, List<Path> files) {
        Map<ReportFormat, Path> byFormat = new EnumMap<>(ReportFormat.class);
        for (Path file : files) {
            Optional<ReportFormat> found = ReportFormat.of(file);
            if (found.isEmpty() || byFormat.put(found.get(), file) != null) {
                throw InvalidValueException.of(
                        "berth.report",
                        String.valueOf(file.getFileName()),
                        "must end in one of " + ReportFormat.extensions() + ", at most one file of each");
            }
        }
        return new ReportRequest(format.map(ReportFormat::named).orElse(ReportFormat.TEXT), byFormat);
    }
}
