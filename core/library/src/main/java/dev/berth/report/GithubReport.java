package dev.berth.report;

import dev.berth.finding.Finding;
import dev.berth.finding.Level;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/**
 * Workflow commands of GitHub Actions: {@code ::error file=…,line=…,title=…::message}. The runner shows them as annotations
 * when they are lines of a job's output.
 *
 * <p>Special characters are escaped as the runner unescapes them: {@code src/Runner.Common/ActionCommand.cs} in
 * {@code actions/runner}.
 */
final class GithubReport extends Report {
    private final Writer out;
    private final ReportContext context;

    GithubReport(Writer out, ReportContext context) {
        this.out = out;
        this.context = context;
    }

    @Override
    void write(Finding finding, Optional<String> acknowledged) throws IOException {
        Level level = acknowledged.isPresent() ? Level.NOTE : finding.level();
        out.write("::" + command(level) + " ");
        if (finding.location().isInFile()) {
            out.write("file=" + property(context.fromRoot(finding.location().file())) + ",line="
                    + finding.location().line() + ",");
        }
        String object = finding.object().isNone() ? "" : finding.object() + ": ";
        String reason = acknowledged.map(text -> " Acknowledged: " + text).orElse("");
        out.write("title=" + property(finding.rule().id()) + "::" + data(object + finding.text() + reason) + "\n");
    }

    @Override
    void end(String summary) throws IOException {
        out.write(summary + "\n");
    }

    private static String command(Level level) {
        return switch (level) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "notice";
        };
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
