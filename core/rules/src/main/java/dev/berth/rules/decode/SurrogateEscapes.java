package dev.berth.rules.decode;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Finds escapes in double quotes for half of a surrogate pair, as JSON writes characters beyond {@code U+FFFF}.
 * SnakeYAML accepts them, go-yaml does not.
 *
 * <p>Mirrors {@code yaml_parser_scan_flow_scalar} in {@code vendor/go.yaml.in/yaml/v2/scannerc.go}.
 */
final class SurrogateEscapes {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u|U0000)[dD][89a-fA-F]");

    private final String text;
    private final boolean any;
    /** The position in the text, in chars and in code points: events arrive in text order. */
    private int at;

    private int character;

    SurrogateEscapes(String text) {
        this.text = text;
        this.any = text.indexOf('\\') >= 0 && ESCAPE.matcher(text).find();
    }

    boolean isIn(Event event) {
        if (!any
                || !(event instanceof ScalarEvent scalar)
                || scalar.getScalarStyle() != DumperOptions.ScalarStyle.DOUBLE_QUOTED) {
            return false;
        }
        int start = moveTo(scalar.getStartMark().getIndex());
        int end = moveTo(scalar.getEndMark().getIndex());
        String quoted = text.substring(start, end);
        for (int i = quoted.indexOf('\\'); i >= 0; i = quoted.indexOf('\\', i + 2)) {
            if (ESCAPE.matcher(quoted).region(i, quoted.length()).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    private int moveTo(int index) {
        at = text.offsetByCodePoints(at, index - character);
        character = index;
        return at;
    }
}
