package dev.berth.rules.version;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.StringTokenizer;

/** Reads the data files of this package: columns of text, and comments. */
final class Table {

    /** After every version. */
    static final int NEVER = Integer.MAX_VALUE;

    private Table() {}

    /** The rows of a file, each with its columns. */
    static List<List<String>> read(String file) {
        try (InputStream in = Objects.requireNonNull(Table.class.getResourceAsStream(file), file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Table::columns)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without a pattern, because a cold run would compile one for each row. */
    private static List<String> columns(String line) {
        return Collections.list(new StringTokenizer(line)).stream()
                .map(String.class::cast)
                .toList();
    }

    /** Reads a minor version; a dash means {@link #NEVER}. */
    static int minor(String column) {
        return column.equals("-") ? NEVER : Integer.parseInt(column);
    }
}
