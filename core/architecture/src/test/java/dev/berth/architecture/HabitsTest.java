package dev.berth.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.berth.object.Declaration;
import java.io.File;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What no class of the library does, so that the same input gives the same bytes and only one class writes them. */
class HabitsTest {

    private static final JavaClasses LIBRARY = Library.CLASSES;

    private static final Set<String> WRITING = Set.of(
            "write",
            "writeString",
            "newBufferedWriter",
            "newOutputStream",
            "newByteChannel",
            "copy",
            "move",
            "delete",
            "deleteIfExists",
            "createFile",
            "createDirectory",
            "createDirectories",
            "createTempFile",
            "createTempDirectory",
            "createLink",
            "createSymbolicLink",
            "setAttribute",
            "setPosixFilePermissions",
            "setLastModifiedTime",
            "setOwner");

    private static final Set<String> WRITERS = Set.of("dev.berth.tree.TreeWriter", "dev.berth.report.Reports");

    /** The one class that reads a system property and an environment variable: whether tests update golden files. */
    private static final String SETTINGS = "dev.berth.testing.GoldenFlag";

    private static final Set<String> MACHINE = Set.of(
            "System.currentTimeMillis",
            "System.getenv",
            "System.getProperty",
            "System.getProperties",
            "Integer.getInteger",
            "Long.getLong",
            "Boolean.getBoolean",
            "Locale.getDefault",
            "TimeZone.getDefault",
            "UUID.randomUUID",
            "Charset.defaultCharset");

    @Test
    void the_library_was_seen() {
        assertThat(LIBRARY.size()).isGreaterThan(900);
        assertThat(LIBRARY.contain(Declaration.class)).isTrue();
        assertThat(LIBRARY.stream().map(JavaClass::getSimpleName)).noneMatch(name -> name.endsWith("Test"));
    }

    @Test
    void nobody_but_the_tree_writer_writes_files() {
        noClasses()
                .that(are(describe("not the tree writer or hidden behind it", type -> !mayWrite(type))))
                .should()
                .callMethodWhere(target("a method that writes files", HabitsTest::writes))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(FileOutputStream.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(FileWriter.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(RandomAccessFile.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(FileChannel.class)
                .check(LIBRARY);
    }

    @Test
    void nothing_reads_the_clock_a_system_property_or_a_default_of_the_machine() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(SETTINGS)
                .should()
                .callMethodWhere(target("a clock or a default of the machine", HabitsTest::dependsOnTheMachine))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .check(LIBRARY);
    }

    @Test
    void nothing_prints_or_logs_but_the_console_of_a_build() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.berth.maven.MojoConsole")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.slf4j..")
                .check(LIBRARY);
    }

    @Test
    void every_package_says_where_null_may_be() {
        Set<String> unmarked = LIBRARY.stream()
                .map(JavaClass::getPackage)
                .filter(part -> !part.isAnnotatedWith(NullMarked.class))
                .map(part -> part.getName())
                .collect(Collectors.toSet());
        assertThat(unmarked).isEmpty();
    }

    @Test
    void the_bridge_speaks_in_types_of_the_java_platform_alone() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("dev.berth.bridge..")
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .and()
                .arePublic()
                .should(new ArchCondition<JavaMethod>("take, give and throw only types of the Java platform") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        Stream.of(
                                        method.getRawParameterTypes().stream(),
                                        Stream.of(method.getRawReturnType()),
                                        method.getThrowsClause().getTypes().stream())
                                .flatMap(types -> types)
                                .filter(type -> !type.isPrimitive()
                                        && !type.getBaseComponentType()
                                                .getPackageName()
                                                .startsWith("java."))
                                .forEach(type -> events.add(SimpleConditionEvent.violated(
                                        method, method.getFullName() + " names " + type.getName())));
                    }
                })
                .allowEmptyShould(true)
                .check(LIBRARY);
    }

    @Test
    void declarations_are_made_by_their_factories_alone() {
        classes()
                .that()
                .resideInAnyPackage("dev.berth.config", "dev.berth.network", "dev.berth.policy", "dev.berth.workload")
                .and()
                .haveSimpleNameStartingWith("Immutable")
                .should()
                .bePackagePrivate()
                .orShould()
                .beNestedClasses()
                .check(LIBRARY);
    }

    /** The tree writer, what its package hides behind it, and the class that writes reports. */
    private static boolean mayWrite(JavaClass type) {
        String name = type.getName().replaceFirst("\\$.*", "");
        boolean hidden = type.getPackageName().equals("dev.berth.tree")
                && !type.getModifiers().contains(JavaModifier.PUBLIC);
        return hidden || WRITERS.contains(name);
    }

    private static boolean writes(CodeUnitCallTarget target) {
        JavaClass owner = target.getOwner();
        if (owner.isEquivalentTo(File.class)) {
            return Stream.of("delete", "mkdir", "rename", "create", "set").anyMatch(target.getName()::startsWith);
        }
        return owner.isEquivalentTo(Files.class) && WRITING.contains(target.getName());
    }

    private static boolean dependsOnTheMachine(CodeUnitCallTarget target) {
        JavaClass owner = target.getOwner();
        String name = target.getName();
        boolean noParameters = target.getRawParameterTypes().isEmpty();
        if (owner.isEquivalentTo(String.class)) {
            return switch (name) {
                case "toLowerCase", "toUpperCase" -> noParameters;
                case "format" -> !target.getRawParameterTypes().get(0).isEquivalentTo(Locale.class);
                default -> name.equals("formatted");
            };
        }
        if (owner.getPackageName().equals("java.time")) {
            return name.equals("now") || name.equals("systemDefault");
        }
        return MACHINE.contains(owner.getSimpleName() + "." + name);
    }

    private static DescribedPredicate<JavaCall<?>> target(String description, Predicate<CodeUnitCallTarget> matches) {
        return describe(description, call -> matches.test(call.getTarget()));
    }
}
