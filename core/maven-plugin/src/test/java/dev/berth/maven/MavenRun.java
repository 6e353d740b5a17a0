package dev.berth.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The result of a Maven process.
 *
 * @param exit its exit status
 * @param output both of its output streams
 */
record MavenRun(int exit, String output) {

    private static final Pattern FAILURE = Pattern.compile(
            "\\[ERROR] Failed to execute goal \\S+ (?:\\(\\S+\\) )?on project (\\S+): (.*?)(?:\\n\\[ERROR])? -> \\[Help 1]",
            Pattern.DOTALL);

    /** Asserts that the build passed. */
    MavenRun passed() {
        assertThat(exit).as(output).isZero();
        return this;
    }

    /** Asserts that the build failed in one goal without a stack trace, and returns the message of that goal. */
    String failure() {
        assertThat(exit).as(output).isEqualTo(1);
        assertThat(output).doesNotContainPattern("(?m)^(\\[ERROR] )?(\\tat |Caused by: )");
        Matcher matcher = FAILURE.matcher(output);
        assertThat(matcher.find()).as(output).isTrue();
        return matcher.group(2).replace("\n[ERROR] ", "\n");
    }

    /** Returns the lines of the log with this prefix, without their level. */
    List<String> lines(String start) {
        return output.lines()
                .filter(line -> line.startsWith("[INFO] " + start))
                .map(line -> line.substring("[INFO] ".length()))
                .toList();
    }

    /** The lines of a report that start so: they have no level. */
    List<String> printed(String start) {
        return output.lines().filter(line -> line.startsWith(start)).toList();
    }
}
