package dev.berth.processor;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The three changes that a generated source file needs. */
final class GeneratedSource {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

    /** The first line of the Javadoc of a builder method. */
    private static final Pattern SUMMARY =
            Pattern.compile("(?m)^( *\\* )((?:Initializes|Adds|Put) .*\\{@link ([\\w.]+)#(\\w+)\\(\\) \\w+}.*)$");

    /** The first stage, which takes the name, and the method that returns it. */
    private static final Pattern START = Pattern.compile(
            "(?m)^( *)public (static BuildStart start\\(\\)|interface BuildStart|interface \\w+ extends BuildStart)");

    private static final Pattern STAGES = Pattern.compile("(?m)^public final class \\w+Stages ");

    private final AttributeDocs docs;

    GeneratedSource(AttributeDocs docs) {
        this.docs = docs;
    }

    String edited(String source) {
        Matcher inPackage = PACKAGE.matcher(source);
        String prefix = inPackage.find() ? inPackage.group(1) + "." : "";
        String documented =
                SUMMARY.matcher(source).replaceAll(summary -> Matcher.quoteReplacement(documented(summary, prefix)));
        // A declaration starts with its own factory, which checks the name.
        String hidden = START.matcher(documented).replaceAll("$1$2");
        // The builder has a redundant cast, and a deprecated declaration has stages, too. javac does not know "all".
        return STAGES.matcher(hidden)
                .replaceAll("@SuppressWarnings(\"deprecation\")\n$0")
                .replace("@SuppressWarnings({\"all\"})", "@SuppressWarnings({\"all\", \"cast\", \"deprecation\"})");
    }

    /** The attribute's own description, and what the method does with it if that needs saying. */
    private String documented(MatchResult summary, String prefix) {
        String margin = summary.group(1);
        String action = summary.group(2);
        List<String> description = docs.description(prefix + summary.group(3), summary.group(4));
        boolean sets = action.startsWith("Initializes");
        if (description.isEmpty()) {
            return sets
                    ? margin + "Sets {@link " + summary.group(3) + "#" + summary.group(4) + "()}."
                    : margin + action;
        }
        String text = description.stream()
                .map(line -> (margin + line).stripTrailing())
                .collect(Collectors.joining("\n"));
        return sets ? text : text + "\n" + margin.stripTrailing() + "\n" + margin + "<p>" + action;
    }
}
