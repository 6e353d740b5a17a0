package dev.berth.tree;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import dev.berth.yaml.Characters;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The lines that differ between a file on the disk ({@code -}) and the rendered one ({@code +}), in the unified format.
 */
final class LineDiff {

    /** A longer diff does not help its reader: the command shows all of it, in version control. */
    private static final int MOST_LINES = 50;

    private LineDiff() {}

    static List<String> of(byte[] onDisk, byte[] rendered) {
        List<String> lines = new ArrayList<>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(lines(onDisk), lines(rendered)).getDeltas()) {
            lines.add("@@ -" + range(delta.getSource()) + " +" + range(delta.getTarget()) + " @@");
            delta.getSource().getLines().forEach(line -> lines.add("-" + line));
            delta.getTarget().getLines().forEach(line -> lines.add("+" + line));
        }
        if (lines.isEmpty()) {
            return List.of("the bytes differ but the characters do not: the file on the disk is not in UTF-8");
        }
        if (lines.size() > MOST_LINES) {
            int left = lines.size() - MOST_LINES;
            List<String> shown = new ArrayList<>(lines.subList(0, MOST_LINES));
            shown.add("… " + left + (left == 1 ? " more line" : " more lines"));
            return shown;
        }
        return lines;
    }

    /** Returns the lines with invisible characters made visible, and a mark if the last one has no line break. */
    private static List<String> lines(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        String last = lines.remove(lines.size() - 1);
        if (!last.isEmpty()) {
            lines.add(last + " (no line break)");
        }
        lines.replaceAll(LineDiff::visible);
        return lines;
    }

    private static String visible(String line) {
        StringBuilder shown = new StringBuilder();
        line.codePoints().forEach(point -> {
            if (point == '\t' || Characters.isVisible(point)) {
                shown.appendCodePoint(point);
            } else {
                shown.append(String.format(Locale.ROOT, "\\u%04X", point));
            }
        });
        return shown.toString();
    }

    private static String range(Chunk<String> chunk) {
        int first = chunk.getPosition() + 1;
        return switch (chunk.size()) {
            case 0 -> (first - 1) + ",0";
            case 1 -> Integer.toString(first);
            default -> first + "," + chunk.size();
        };
    }
}
