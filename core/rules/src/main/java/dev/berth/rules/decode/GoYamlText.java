package dev.berth.rules.decode;

/**
 * Rewrites what go-yaml accepts and SnakeYAML refuses, without changing its meaning: a tab as a separator, between
 * brackets and within a line after anything but {@code -}, and {@code \'} in double quotes.
 *
 * <p>Mirrors {@code yaml_parser_scan_to_next_token} and {@code yaml_parser_scan_flow_scalar} in {@code
 * vendor/go.yaml.in/yaml/v2/scannerc.go}. Everything else stays as it is, and on its line.
 */
final class GoYamlText {
    /** Replaces a character to leave out; not allowed in YAML itself. */
    private static final char LEFT_OUT = 0;

    private final char[] text;
    private int at;
    private int lineStart;
    private int brackets;
    /** Where a key may start, a tab is indentation; {@code simple_key_allowed} in go-yaml. */
    private boolean keyMayBegin = true;
    /** The column of what may turn out to be a key. */
    private int node = -1;
    /** The column of the key or the dash that the next value belongs to. */
    private int parent = -1;

    private GoYamlText(String text) {
        this.text = text.toCharArray();
    }

    static String forSnakeYaml(String text) {
        boolean concerned = text.indexOf('\t') >= 0 || text.contains("\\'");
        return concerned && text.indexOf(LEFT_OUT) < 0 ? new GoYamlText(text).replaced() : text;
    }

    private String replaced() {
        while (at < text.length) {
            char c = text[at];
            if (c == '\t' && (brackets > 0 || !keyMayBegin)) {
                text[at] = ' ';
            }
            if (c == ' ' || c == '\t') {
                at++;
            } else if (isBreak(at)) {
                newLine();
            } else if (c == '#' || (c == '%' && at == lineStart)) {
                skipLine();
            } else if (!indicator(c)) {
                content(c);
            }
        }
        return new String(text).replace(String.valueOf(LEFT_OUT), "");
    }

    /** Skips an indicator of structure, and returns whether it was one. */
    private boolean indicator(char c) {
        boolean alone = isBlank(at + 1);
        boolean block = brackets == 0;
        if (c == '[' || c == '{') {
            brackets++;
        } else if (c == ']' || c == '}') {
            brackets = Math.max(0, brackets - 1);
            keyMayBegin = false;
        } else if (block && (c == '-' || c == '?') && alone) {
            parent = at - lineStart;
            node = -1;
            keyMayBegin = true;
        } else if (c == ':' && (alone || !block)) {
            parent = block && node >= 0 ? node : parent;
            node = -1;
            keyMayBegin = false;
        } else if (block || c != ',') {
            return false;
        }
        at++;
        return true;
    }

    private void content(char c) {
        node = node < 0 ? at - lineStart : node;
        keyMayBegin = false;
        if (c == '"' || c == '\'') {
            quoted(c);
        } else if ((c == '|' || c == '>') && brackets == 0) {
            block();
        } else if (c == '&' || c == '*' || c == '!') {
            while (!isBlank(at) && !(brackets > 0 && ",[]{}".indexOf(text[at]) >= 0)) {
                at++;
            }
        } else {
            plain();
        }
    }

    private void quoted(char quote) {
        at++;
        while (at < text.length && text[at] != quote) {
            boolean escape = quote == '"' && text[at] == '\\';
            if (escape && at + 1 < text.length && text[at + 1] == '\'') {
                text[at] = LEFT_OUT;
            }
            at += escape ? 2 : 1;
        }
        at++;
    }

    private void plain() {
        while (at < text.length && !plainEnds()) {
            if (isBreak(at)) {
                int next = continuation();
                if (next < 0) {
                    return;
                }
                at = next;
            }
            at++;
        }
    }

    private boolean plainEnds() {
        return (text[at] == ':' && isBlank(at + 1))
                || (brackets > 0 && ",[]{}".indexOf(text[at]) >= 0)
                || (text[at] == '#' && isBlank(at - 1));
    }

    /** Returns where a plain scalar continues after a line break; -1 if it does not. */
    private int continuation() {
        int next = at;
        int start = at;
        while (next < text.length && isBlank(next)) {
            next++;
            start = isBreak(next - 1) ? next : start;
        }
        boolean deeper = brackets > 0 || next - start > parent;
        if (next == text.length || text[next] == '#' || !deeper) {
            return -1;
        }
        lineStart = start;
        return next - 1;
    }

    /** Skips a block scalar: lines that are indented deeper than its parent. */
    private void block() {
        int indent = 0;
        for (at++; at < text.length && !isBreak(at) && text[at] != '#'; at++) {
            if (text[at] == '\t') {
                text[at] = ' ';
            } else if (Character.isDigit(text[at])) {
                indent = Math.max(parent, 0) + text[at] - '0';
            }
        }
        skipLine();
        newLine();
        int blank = 0;
        while (at < text.length) {
            int spaces = 0;
            while (at + spaces < text.length && text[at + spaces] == ' ') {
                spaces++;
            }
            if (!isBreak(at + spaces)) {
                indent = indent > 0 ? indent : Math.max(Math.max(blank, spaces), parent + 1);
                if (spaces < indent) {
                    return;
                }
            }
            blank = Math.max(blank, spaces);
            skipLine();
            newLine();
        }
    }

    private void skipLine() {
        while (at < text.length && !isBreak(at)) {
            at++;
        }
    }

    private void newLine() {
        at++;
        lineStart = at;
        if (brackets == 0) {
            keyMayBegin = true;
            node = -1;
        }
    }

    private boolean isBreak(int place) {
        return place < text.length && (text[place] == '\n' || text[place] == '\r');
    }

    private boolean isBlank(int place) {
        return place >= text.length || text[place] == ' ' || text[place] == '\t' || isBreak(place);
    }
}
