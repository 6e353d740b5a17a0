package dev.berth.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The picture in the README: a declaration next to its rendered YAML. Each color stands for one value of the
 * declaration.
 */
final class JavaBesideYaml {

    private static final int LINE = 16;
    private static final int TOP = 40;
    private static final int MARGIN = 12;
    private static final int JAVA_LEFT = 4;
    private static final int JAVA_WIDTH = 452;
    private static final int YAML_LEFT = 536;
    private static final int YAML_WIDTH = 310;
    private static final int WIDTH = YAML_LEFT + YAML_WIDTH + JAVA_LEFT;
    private static final int NOTE_GAP = 3 * LINE;

    private final List<String> java;
    private final List<String> yaml;
    private final StringBuilder bands = new StringBuilder();
    private final StringBuilder curves = new StringBuilder();

    /** Creates a picture of these texts without colors. */
    JavaBesideYaml(String java, String yaml) {
        this.java = java.lines().toList();
        this.yaml = yaml.lines().toList();
    }

    /**
     * Gives a color to a value: to its declaration, to its uses in the declaration, and to its occurrences in the YAML.
     */
    void color(String color, String declared, List<String> used, List<String> rendered) {
        int from = band(java, declared, JAVA_LEFT, JAVA_WIDTH, color);
        used.forEach(use -> band(java, use, JAVA_LEFT, JAVA_WIDTH, color));
        for (String part : rendered) {
            int to = band(yaml, part, YAML_LEFT, YAML_WIDTH, color);
            int start = JAVA_LEFT + JAVA_WIDTH;
            int middle = (start + YAML_LEFT) / 2;
            curves.append(format(
                    "<path d=\"M %d %d C %d %d, %d %d, %d %d\" stroke=\"%s\"/>\n",
                    start, from, middle, from, middle, to, YAML_LEFT, to, color));
        }
    }

    /** Marks the lines of a part that occurs once in a text, and returns the height of its middle. */
    private int band(List<String> text, String part, int left, int width, String color) {
        List<String> lines = part.lines().toList();
        List<Integer> found = new ArrayList<>();
        for (int at = 0; at + lines.size() <= text.size(); at++) {
            if (text.subList(at, at + lines.size()).equals(lines)) {
                found.add(at);
            }
        }
        if (found.size() != 1) {
            throw new IllegalArgumentException("must occur in the text once, not " + found.size() + " times:\n" + part);
        }
        int top = TOP + found.get(0) * LINE;
        int height = lines.size() * LINE;
        bands.append(format(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\" fill-opacity=\"0.13\"/>\n",
                left + 1, top, width - 2, height, color));
        bands.append(format(
                "<rect x=\"%d\" y=\"%d\" width=\"4\" height=\"%d\" fill=\"%s\"/>\n", left + 1, top, height, color));
        return top + height / 2;
    }

    /** Returns the picture, with these lines below the declaration. */
    String toSvg(List<String> note) {
        int height = TOP + yaml.size() * LINE + MARGIN;
        StringBuilder svg = new StringBuilder();
        svg.append(
                format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\"", WIDTH, height + JAVA_LEFT));
        svg.append(format(" width=\"%d\" height=\"%d\">\n", WIDTH, height + JAVA_LEFT));
        svg.append("<style>text{font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace;"
                + "fill:#1f2328;white-space:pre}.title,.note{font-family:system-ui,-apple-system,'Segoe UI',"
                + "Helvetica,Arial,sans-serif}.title{font-weight:600}.note{font-size:13px}"
                + "path{fill:none;stroke-width:1.5}</style>\n");
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        panel(svg, JAVA_LEFT, JAVA_WIDTH, TOP + java.size() * LINE + MARGIN, "You write Cart.java");
        panel(svg, YAML_LEFT, YAML_WIDTH, height, "Berth renders cart.yaml");
        svg.append(bands).append(curves);
        lines(svg, java, JAVA_LEFT + MARGIN, TOP, "");
        lines(svg, yaml, YAML_LEFT + MARGIN, TOP, "");
        lines(svg, note, JAVA_LEFT + MARGIN, TOP + java.size() * LINE + NOTE_GAP, " class=\"note\"");
        return svg.append("</svg>\n").toString();
    }

    private static void panel(StringBuilder svg, int left, int width, int height, String title) {
        svg.append(format(
                "<rect x=\"%d\" y=\"4\" width=\"%d\" height=\"%d\" rx=\"6\" fill=\"#ffffff\" stroke=\"#d1d9e0\"/>\n",
                left, width, height - JAVA_LEFT));
        svg.append(format("<text class=\"title\" x=\"%d\" y=\"26\">%s</text>\n", left + MARGIN, title));
    }

    private static void lines(StringBuilder svg, List<String> lines, int left, int top, String attributes) {
        for (int at = 0; at < lines.size(); at++) {
            String text =
                    lines.get(at).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
            svg.append(format(
                    "<text x=\"%d\" y=\"%d\" xml:space=\"preserve\"%s>%s</text>\n",
                    left, top + at * LINE + 12, attributes, text));
        }
    }

    private static String format(String template, Object... values) {
        return String.format(Locale.ROOT, template, values);
    }
}
