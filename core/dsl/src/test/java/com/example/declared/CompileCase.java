package com.example.declared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Something that must not compile, with a twin that does.
 *
 * @param name what must hold, as a sentence with underscores
 * @param good the twin
 * @param bad the same but for what must not compile
 * @param reason a part of the compiler's message
 */
record CompileCase(String name, String good, String bad, String reason) {

    private static final Pattern FORM = Pattern.compile(
            "### (?<name>\\w+)\n(?<good>.*?)\n--- does not compile: (?<reason>[^\n]+)\n(?<bad>.*?)(?=\n\n|\n$)",
            Pattern.DOTALL);

    /** The cases of a file beside the tests. */
    static List<CompileCase> read(String resource) {
        try (InputStream file = Objects.requireNonNull(CompileCase.class.getResourceAsStream(resource), resource)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            return FORM.matcher(text)
                    .results()
                    .map(found -> new CompileCase(found.group(1), found.group(2), found.group(4), found.group(3)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line of the bad one that the compiler must name, counted from 0. */
    int lineOfTheError() {
        return (int) bad.lines().takeWhile(line -> !line.endsWith("// here")).count();
    }

    @Override
    public String toString() {
        return name;
    }
}
