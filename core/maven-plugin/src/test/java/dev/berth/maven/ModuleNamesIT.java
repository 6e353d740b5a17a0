package dev.berth.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a project that has a {@code module-info.java} sees of the jars. */
class ModuleNamesIT {

    private static final Path REPOSITORY = Path.of(System.getProperty("test.repository"));

    private static final Set<String> NAMES = Set.of(
            "dev.berth.catalog",
            "dev.berth.cel",
            "dev.berth.client",
            "dev.berth.core",
            "dev.berth.dsl",
            "dev.berth.maven",
            "dev.berth.object",
            "dev.berth.review",
            "dev.berth.rules",
            "dev.berth.schema",
            "dev.berth.testing",
            "dev.berth.yaml");

    @Test
    void each_jar_states_its_name() throws IOException {
        assertThat(jars("dev/berth").findAll())
                .extracting(module -> module.descriptor().name())
                .containsExactlyInAnyOrderElementsOf(NAMES);
    }

    @Test
    void a_module_can_require_them_all_with_the_kubernetes_model() throws IOException {
        Set<String> resolved = Configuration.empty()
                .resolve(ModuleFinder.compose(jars("dev/berth"), jars("io/fabric8")), ModuleFinder.ofSystem(), NAMES)
                .modules()
                .stream()
                .map(module -> module.reference().descriptor())
                .filter(ModuleDescriptor::isAutomatic)
                .map(ModuleDescriptor::name)
                .collect(Collectors.toSet());

        assertThat(resolved).containsAll(NAMES).contains("kubernetes.model.core", "kubernetes.model.apps");
    }

    private static ModuleFinder jars(String group) throws IOException {
        try (Stream<Path> files = Files.walk(REPOSITORY.resolve(group))) {
            return ModuleFinder.of(
                    files.filter(file -> file.toString().endsWith(".jar")).toArray(Path[]::new));
        }
    }
}
