package dev.berth.report;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.berth.finding.Acknowledgement;
import dev.berth.finding.Finding;
import dev.berth.review.Judgement;
import java.util.LinkedHashSet;
import java.util.Set;

/** The entries that acknowledge what fails a review, ready but for their reasons. */
final class AcknowledgementHint {
    private static final int ROOM = 8_000;

    private AcknowledgementHint() {}

    static String of(Judgement judgement) {
        Set<String> entries = new LinkedHashSet<>();
        judgement.failures().forEach(finding -> entries.add(entry(finding)));
        String list = String.join("", entries);
        if (entries.isEmpty() || list.length() > ROOM) {
            return "";
        }
        String fence = list.contains("```") ? "````" : "```";
        return "\n<details>\n<summary>Intended? Acknowledge it</summary>\n\n"
                + "Add to the file that `berth.acknowledgements` names, each with a reason:\n\n"
                + fence + "yaml\nacknowledged:\n" + list + fence + "\n\n</details>\n";
    }

    private static String entry(Finding finding) {
        StringBuilder entry = new StringBuilder("  - object: ")
                .append(Acknowledgement.name(finding.object()))
                .append("\n    rule: ")
                .append(finding.rule().id())
                .append('\n');
        if (finding.requireChange().to() != null) {
            entry.append("    value: ")
                    .append(new TextNode(finding.requireChange().to()))
                    .append('\n');
        }
        return entry.append("    reason:\n").toString();
    }
}
