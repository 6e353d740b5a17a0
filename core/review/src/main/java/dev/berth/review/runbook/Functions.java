package dev.berth.review.runbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bash functions that runbooks call: each script contains those that it needs. */
final class Functions {
    private static final Pattern FUNCTION = Pattern.compile("(?ms)^# [^\\n]*\\n([a-z]+)\\(\\) \\{\\n.*?^}\\n");
    private static final Pattern WORD = Pattern.compile("(?<![\\w.\"/:-])[a-z]+(?=[ )]|$)", Pattern.MULTILINE);

    private Functions() {}

    /** Returns the functions that these commands call, directly or through each other, in the order of the file. */
    static String of(List<String> lines) {
        Map<String, String> all = all();
        Set<String> called = new TreeSet<>();
        lines.forEach(line -> addCalled(line, all, called));
        StringBuilder text = new StringBuilder();
        all.forEach((name, function) -> text.append(called.contains(name) ? function + "\n" : ""));
        return text.toString();
    }

    private static void addCalled(String text, Map<String, String> all, Set<String> called) {
        Matcher word = WORD.matcher(commands(text));
        while (word.find()) {
            String function = all.get(word.group());
            if (function != null && called.add(word.group())) {
                addCalled(function, all, called);
            }
        }
    }

    /** Returns a text without its comments and without the words between single quotes, which call nothing. */
    private static String commands(String text) {
        return text.replaceAll("(?m)^ *#.*$", "").replaceAll("'[^']*'", "''");
    }

    private static Map<String, String> all() {
        Map<String, String> functions = new LinkedHashMap<>();
        Matcher function = FUNCTION.matcher(file());
        while (function.find()) {
            functions.put(function.group(1), function.group());
        }
        return functions;
    }

    private static String file() {
        try (InputStream in = Functions.class.getResourceAsStream("functions.sh")) {
            if (in == null) {
                throw new IllegalStateException("functions.sh is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
