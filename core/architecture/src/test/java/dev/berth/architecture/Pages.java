package dev.berth.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The pages of the documentation: the README and everything in {@code docs}. */
final class Pages {

    private Pages() {}

    /** Returns the path of each page from the root of the repository, in alphabetical order. */
    static List<Path> all() throws IOException {
        try (Stream<Path> docs = Files.walk(Repository.ROOT.resolve("docs"))) {
            return Stream.concat(Stream.of(Repository.ROOT.resolve("README.md")), docs)
                    .filter(page -> page.toString().endsWith(".md"))
                    .map(Repository.ROOT::relativize)
                    .sorted()
                    .toList();
        }
    }
}
