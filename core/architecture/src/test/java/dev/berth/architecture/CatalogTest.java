package dev.berth.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.catalog.driver.StorageDrivers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Outside knowledge stands in the catalog, and nowhere else. */
class CatalogTest {

    /** The source files of all published modules, by path. */
    private static final Map<String, String> SOURCES = sources();

    @Test
    void the_name_of_a_driver_stands_in_one_file() {
        assertThat(SOURCES).hasSizeGreaterThan(500);
        for (String provisioner : StorageDrivers.provisioners()) {
            assertThat(files(provisioner))
                    .as(provisioner)
                    .hasSize(1)
                    .allMatch(file -> file.startsWith("core/catalog/"));
        }
    }

    private static List<String> files(String name) {
        Pattern whole = Pattern.compile("(?<![a-z0-9.-])" + Pattern.quote(name) + "(?![a-z0-9.-]*[a-z0-9])");
        return SOURCES.entrySet().stream()
                .filter(source -> whole.matcher(source.getValue()).find())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, String> sources() {
        return Stream.of("core", "")
                .flatMap(parent -> list(Repository.ROOT.resolve(parent)))
                .map(module -> module.resolve("src/main/java/dev/berth"))
                .filter(Files::isDirectory)
                .flatMap(CatalogTest::walk)
                .filter(file -> file.toString().endsWith(".java"))
                .collect(Collectors.toMap(
                        file -> Repository.ROOT.relativize(file).toString(),
                        CatalogTest::read,
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static Stream<Path> list(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Path> walk(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
