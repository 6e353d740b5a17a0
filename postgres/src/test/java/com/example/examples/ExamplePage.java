package com.example.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page of docs/examples: an introduction that people write, and a table with the declaration beside the rendered file.
 */
record ExamplePage(Path page, Path java, Path yaml) {

    private static final String TABLE = "<table>\n";

    /** The page as it must be: its own introduction, and the table for the files as they are. */
    String expected() throws IOException {
        return introduction() + table();
    }

    /** The page as it is. */
    String actual() throws IOException {
        return Files.readString(page);
    }

    /** Writes the table again. */
    void update() throws IOException {
        Files.writeString(page, expected());
    }

    private String introduction() throws IOException {
        String text = actual();
        int table = text.indexOf(TABLE);
        return table < 0 ? text + "\n" : text.substring(0, table);
    }

    private String table() throws IOException {
        return TABLE + "<tr><th>Java: " + lines(java) + " lines</th><th>YAML: " + lines(yaml) + " lines</th></tr>\n"
                + "<tr><td valign=\"top\">\n\n" + block("java", java) + "\n</td><td valign=\"top\">\n\n"
                + block("yaml", yaml) + "\n</td></tr>\n</table>\n";
    }

    /** Paths are from the root of the repository, and the tests run in this module. */
    private static String block(String language, Path file) throws IOException {
        return "<!-- from postgres/" + file.toString().replace('\\', '/') + " -->\n```" + language + "\n"
                + Files.readString(file) + "```\n";
    }

    private static long lines(Path file) throws IOException {
        return Files.readString(file).lines().count();
    }
}
