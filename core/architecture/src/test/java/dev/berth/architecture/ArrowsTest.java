package dev.berth.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which module uses which, and that no package depends on itself through others. */
class ArrowsTest {

    /** Each module with the modules that its code uses, no more and no fewer. */
    private static final Map<String, Set<String>> USES = new TreeMap<>(Map.ofEntries(
            Map.entry("catalog", Set.of()),
            Map.entry("object", Set.of()),
            Map.entry("yaml", Set.of("object")),
            Map.entry("dsl", Set.of("object", "yaml")),
            Map.entry("rules", Set.of("catalog", "object")),
            Map.entry("review", Set.of("catalog", "object", "rules")),
            Map.entry("library", Set.of("object", "yaml", "dsl", "rules", "review")),
            Map.entry("testing", Set.of("dsl", "library", "rules")),
            Map.entry("maven-plugin", Set.of("library", "review", "rules")),
            Map.entry("volumes", Set.of("catalog", "object", "dsl")),
            Map.entry("postgres", Set.of("catalog", "object", "dsl", "volumes")),
            Map.entry("redis", Set.of("catalog", "object", "dsl", "volumes"))));

    @Test
    void every_module_uses_exactly_the_modules_that_its_arrows_lead_to() {
        Map<String, Set<String>> found = new TreeMap<>();
        Map<String, String> modules = Library.modules();
        for (JavaClass type : Library.CLASSES) {
            Set<String> used = found.computeIfAbsent(Library.module(type), module -> new TreeSet<>());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String module = modules.get(
                        dependency.getTargetClass().getBaseComponentType().getPackageName());
                if (module != null && !module.equals(Library.module(type))) {
                    used.add(module);
                }
            }
        }
        assertThat(found).isEqualTo(USES);
    }

    @Test
    void no_package_depends_on_itself_through_others() {
        assertThat(Library.modules()).hasSizeGreaterThan(40);
        slices().matching("dev.berth.(**)").should().beFreeOfCycles().check(Library.CLASSES);
    }

    @Test
    void values_use_nothing_but_the_java_platform() {
        noClasses()
                .that()
                .resideInAPackage("dev.berth.value..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "dev.berth.value..", "org.jspecify..")
                .check(Library.CLASSES);
    }
}
