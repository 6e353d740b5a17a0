package dev.berth.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which module uses which, and that no package depends on itself through others. */
class ArrowsTest {

    /** Each module with the modules that its code uses: no more, so that the layers hold, and no fewer. */
    private static final Map<String, Set<String>> USES = Map.ofEntries(
            Map.entry("object", Set.of()),
            Map.entry("catalog", Set.of()),
            Map.entry("yaml", Set.of("object")),
            Map.entry("dsl", Set.of("object", "yaml")),
            Map.entry("rules", Set.of("catalog", "object")),
            Map.entry("schema", Set.of("object", "rules")),
            Map.entry("cel", Set.of("object", "rules", "schema")),
            Map.entry("review", Set.of("catalog", "object", "rules")),
            Map.entry("library", Set.of("object", "yaml", "dsl", "rules", "review")),
            Map.entry("testing", Set.of("object", "dsl", "library")),
            Map.entry("cluster", Set.of("review", "rules")),
            Map.entry("maven-plugin", Set.of("cluster", "review", "library")),
            Map.entry("volumes", Set.of("catalog", "object", "yaml", "dsl", "rules")),
            Map.entry("postgres", Set.of("catalog", "object", "yaml", "dsl", "volumes")),
            Map.entry("redis", Set.of("catalog", "object", "dsl", "volumes")));

    @Test
    void every_module_uses_exactly_the_modules_that_its_arrows_lead_to() {
        assertThat(Dependencies.ofModules().uses()).isEqualTo(USES);
    }

    @Test
    void no_module_and_no_package_depends_on_itself_through_others() {
        Dependencies packages = Dependencies.ofPackages();
        assertThat(packages.uses()).hasSizeGreaterThan(45);
        assertThat(packages.cycles()).isEmpty();
        assertThat(Dependencies.ofModules().cycles()).isEmpty();
    }

    @Test
    void a_cycle_is_found_and_shown() {
        SortedMap<String, SortedSet<String>> uses = new TreeMap<>();
        uses.put("a", new TreeSet<>(Set.of("b", "d")));
        uses.put("b", new TreeSet<>(Set.of("c")));
        uses.put("c", new TreeSet<>(Set.of("a")));
        uses.put("d", new TreeSet<>());
        assertThat(new Dependencies(uses).cycles())
                .isEqualTo(List.of("a -> b -> c -> a", "b -> c -> a -> b", "c -> a -> b -> c"));
    }

    @Test
    void values_use_nothing_but_the_java_platform() {
        noClasses()
                .that()
                .resideInAPackage("dev.berth.value..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "dev.berth", "dev.berth.value..", "org.jspecify..")
                .check(Library.CLASSES);
    }
}
