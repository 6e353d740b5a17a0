package dev.berth.header;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines that git writes around the two versions of a conflict: {@code <<<<<<<}, {@code |||||||} before the common
 * ancestor in the style {@code diff3}, {@code =======} and {@code >>>>>>>}, as {@code git help merge} describes them.
 */
public final class ConflictMarkers {

    /** Seven characters, or more with the attribute {@code conflict-marker-size}, then a label. */
    private static final Pattern START = Pattern.compile("(<{7,})(?: .*)?");

    private enum Part {
        BOTH,
        OURS,
        ANCESTOR,
        THEIRS
    }

    private final StringBuilder ours = new StringBuilder();
    private final StringBuilder theirs = new StringBuilder();
    private Part part = Part.BOTH;
    private int size;
    private boolean found;

    private ConflictMarkers() {}

    /** Returns whether a text contains a whole conflict. */
    public static boolean areIn(String text) {
        return text.contains("<<<<<<<") && of(text).found;
    }

    /** Returns whether a line starts a conflict. */
    static boolean isStart(String line) {
        return START.matcher(line).matches();
    }

    /** Returns the two versions of a text without the markers: ours and theirs; the text itself if it has no conflict. */
    static List<String> versions(String text) {
        ConflictMarkers markers = of(text);
        return markers.found ? List.of(markers.ours.toString(), markers.theirs.toString()) : List.of(text);
    }

    private static ConflictMarkers of(String text) {
        ConflictMarkers markers = new ConflictMarkers();
        for (String line : text.split("\n", -1)) {
            markers.read(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
        }
        return markers;
    }

    private void read(String line) {
        Matcher start = START.matcher(line);
        if (part == Part.BOTH && start.matches()) {
            size = start.group(1).length();
            part = Part.OURS;
        } else if (part == Part.OURS && isMarker('|', line)) {
            part = Part.ANCESTOR;
        } else if ((part == Part.OURS || part == Part.ANCESTOR) && isMarker('=', line)) {
            part = Part.THEIRS;
        } else if (part == Part.THEIRS && isMarker('>', line)) {
            part = Part.BOTH;
            found = true;
        } else {
            append(line);
        }
    }

    private boolean isMarker(char character, String line) {
        String marker = String.valueOf(character).repeat(size);
        return line.equals(marker) || line.startsWith(marker + " ");
    }

    private void append(String line) {
        if (part == Part.BOTH || part == Part.OURS) {
            ours.append(line).append('\n');
        }
        if (part == Part.BOTH || part == Part.THEIRS) {
            theirs.append(line).append('\n');
        }
    }
}
