package dev.berth.report;

import dev.berth.finding.Finding;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The reports of one run of a command: the one that is printed and those that become files. A file appears when its report
 * is complete, and not before.
 */
public final class Reports implements Closeable {
    private final List<Report> reports = new ArrayList<>();
    private final List<Open> files = new ArrayList<>();
    private final LineWriter console;

    /** A report that is being written, beside the place where it will be. */
    private record Open(Path target, Path unfinished, Writer out) {}

    private Reports(Consumer<String> lines) {
        this.console = new LineWriter(lines);
    }

    /**
     * Starts the reports.
     *
     * @param lines receives what is printed, line by line
     * @throws IOException if a file cannot be written
     */
    public static Reports start(ReportRequest request, ReportContext context, Consumer<String> lines)
            throws IOException {
        Reports started = new Reports(lines);
        started.reports.add(request.console().start(started.console, context));
        try {
            for (Map.Entry<ReportFormat, Path> file : request.files().entrySet()) {
                started.reports.add(file.getKey().start(started.open(file.getValue()), context));
            }
            return started;
        } catch (IOException failure) {
            started.close();
            throw failure;
        }
    }

    private Writer open(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Path parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        Writer out = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8);
        files.add(new Open(target, unfinished, out));
        return out;
    }

    /**
     * Adds a finding to each report.
     *
     * @param acknowledged why it is acknowledged; empty if it is not
     * @throws IOException if a report cannot be written
     */
    public void add(Finding finding, Optional<String> acknowledged) throws IOException {
        for (Report report : reports) {
            report.add(finding, acknowledged);
        }
    }

    /**
     * Completes the reports and puts the files in their places.
     *
     * @throws IOException if a report cannot be written
     */
    public void finish(String summary) throws IOException {
        for (Report report : reports) {
            report.finish(summary);
        }
        console.close();
        for (Open file : files) {
            file.out().close();
            Files.move(file.unfinished(), file.target(), StandardCopyOption.REPLACE_EXISTING);
        }
        files.clear();
    }

    /** Removes files of reports that are not complete. */
    @Override
    public void close() throws IOException {
        for (Open file : files) {
            file.out().close();
            Files.deleteIfExists(file.unfinished());
        }
    }
}
