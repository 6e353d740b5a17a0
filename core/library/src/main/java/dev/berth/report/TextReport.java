package dev.berth.report;

import dev.berth.finding.Finding;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/** Text for a terminal: one line for each finding as compilers write it, or a review object by object. */
final class TextReport extends Report {
    private final Writer out;
    private final ReportContext context;

    TextReport(Writer out, ReportContext context) {
        this.out = out;
        this.context = context;
    }

    @Override
    void write(Finding finding, Optional<String> acknowledged) throws IOException {
        if (context.review().isEmpty()) {
            out.write(finding.line() + "\n");
        }
    }

    @Override
    void end(String summary) throws IOException {
        out.write(context.review().map(ReviewText::of).orElse(summary + "\n"));
    }
}
