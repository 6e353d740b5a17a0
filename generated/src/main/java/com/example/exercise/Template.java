package com.example.exercise;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text template with placeholders in double braces. */
final class Template {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([A-Za-z]+)}}");

    private Template() {}

    /** Reads a resource next to this class and replaces its placeholders. A missing value is a bug in the exercise. */
    static String fill(String resource, Map<String, String> values) {
        Matcher placeholder = PLACEHOLDER.matcher(read(resource));
        StringBuilder filled = new StringBuilder();
        while (placeholder.find()) {
            String value = values.get(placeholder.group(1));
            if (value == null) {
                throw new IllegalStateException(resource + " needs " + placeholder.group(1) + ", which has no value");
            }
            placeholder.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return placeholder.appendTail(filled).toString();
    }

    /** Reads a resource next to this class. */
    static String read(String resource) {
        try (InputStream text = Template.class.getResourceAsStream(resource)) {
            if (text == null) {
                throw new IllegalStateException("Missing resource: " + resource);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
