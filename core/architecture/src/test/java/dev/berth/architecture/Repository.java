package dev.berth.architecture;

import java.nio.file.Files;
import java.nio.file.Path;

/** The clone of the repository in which the tests run. */
final class Repository {

    /** Its root directory. */
    static final Path ROOT = root();

    private Repository() {}

    private static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(directory.resolve("docs/adr"))) {
            Path parent = directory.getParent();
            if (parent == null) {
                throw new IllegalStateException("The tests need a clone of the whole repository");
            }
            directory = parent;
        }
        return directory;
    }
}
