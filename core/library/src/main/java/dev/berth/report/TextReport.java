package dev.berth.report;

import dev.berth.finding.Finding;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/** Text for a terminal: one line for each finding as compilers write it, or a review object by object. */
final class TextReport extends Report {
    private static final int LONGEST_LEVEL = "warning".length();

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
        if (context.review().isPresent()) {
            trees(summary);
            return;
        }
        List<RuleCount> rules = byRule();
        if (!rules.isEmpty()) {
            out.write("By rule:\n");
        }
        int digits = String.valueOf(
                        rules.stream().mapToInt(RuleCount::count).max().orElse(0))
                .length();
        for (RuleCount rule : rules) {
            String level = rule.level().toString();
            String count = String.valueOf(rule.count());
            out.write("  " + level + " ".repeat(LONGEST_LEVEL - level.length() + 2)
                    + " ".repeat(digits - count.length()) + count + "  " + rule.rule() + "\n");
        }
        out.write(summary + "\n");
    }

    private void trees(String summary) throws IOException {
        if (context.trees().isEmpty()) {
            out.write(summary + "\n");
        }
        String between = "";
        for (ReviewedTree tree : context.trees()) {
            out.write(between + ReviewText.of(tree));
            between = "\n";
        }
    }
}
