package dev.berth.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The name that each module has on the module path, which must not change: another project's module-info names it. */
class ModuleNamesTest {

    private static final Pattern NAME = Pattern.compile("<automatic\\.module\\.name>(.*)</automatic\\.module\\.name>");

    private static final Map<String, String> OTHER_NAMES =
            Map.of("cluster", "client", "library", "core", "maven-plugin", "maven");

    @Test
    void every_published_module_states_its_name() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> stated = new TreeMap<>();
        Set<String> modules = new TreeSet<>(Library.modules().values());
        for (String module : modules) {
            expected.put(module, "dev.berth." + OTHER_NAMES.getOrDefault(module, module));
            Matcher name = NAME.matcher(Files.readString(pom(module)));
            stated.put(module, name.find() ? name.group(1) : "");
        }

        assertThat(modules).hasSizeGreaterThan(10);
        assertThat(stated).isEqualTo(expected);
    }

    private static Path pom(String module) {
        Path core = Path.of("..").resolve(module).resolve("pom.xml");
        return Files.exists(core) ? core : Path.of("../..").resolve(module).resolve("pom.xml");
    }
}
