package dev.berth.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows between the packages: what each may use, and nothing points back. */
class ArrowsTest {

    private static final JavaClasses LIBRARY = Library.CLASSES;

    /** The packages of the library, each with those that it may use. */
    private static final Map<String, Set<String>> USES = Map.of(
            "value", Set.of(),
            "manifest", Set.of("value"),
            "config", Set.of("value", "manifest"),
            "workload", Set.of("value", "manifest", "config"),
            "render", Set.of("value", "manifest"),
            "rules", Set.of("value", "manifest", "render"),
            "change", Set.of("value", "manifest", "render", "rules"),
            "bridge", Set.of("value", "manifest", "render", "rules", "change"));

    @Test
    void every_package_of_the_library_has_its_arrows() {
        Set<String> packages = new TreeSet<>();
        LIBRARY.forEach(type -> packages.add(Library.topLevelPackage(type)));
        assertThat(USES.keySet()).containsAll(packages);
        assertThat(packages).contains("value", "manifest", "config", "workload", "render", "rules");
    }

    @ParameterizedTest
    @ValueSource(strings = {"value", "manifest", "config", "workload", "render", "rules", "change", "bridge"})
    void a_package_uses_only_those_that_its_arrows_start_from(String name) {
        String[] others = USES.keySet().stream()
                .filter(other -> !other.equals(name)
                        && !USES.getOrDefault(name, Set.of()).contains(other))
                .map(other -> "dev.berth." + other + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("dev.berth." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .allowEmptyShould(true)
                .check(LIBRARY);
    }

    @Test
    void values_use_the_java_platform_alone() {
        noClasses()
                .that()
                .resideInAPackage("dev.berth.value..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "dev.berth.value..", "org.jspecify..")
                .check(LIBRARY);
    }

    @Test
    void the_packages_make_no_circle() {
        assertThat(LIBRARY.that(resideInAPackage("dev.berth.rules.."))).isNotEmpty();
        slices().matching("dev.berth.(*)..").should().beFreeOfCycles().check(LIBRARY);
    }
}
