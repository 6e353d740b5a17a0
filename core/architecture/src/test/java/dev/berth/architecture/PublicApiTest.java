package dev.berth.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import dev.berth.PublicApi;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a user of the library can name: the public types of the packages that are marked with {@link PublicApi}. */
class PublicApiTest {

    private static final Set<String> PACKAGES = Set.of(
            "dev.berth.access",
            "dev.berth.autoscaling",
            "dev.berth.certificate",
            "dev.berth.cluster",
            "dev.berth.config",
            "dev.berth.finding",
            "dev.berth.gateway",
            "dev.berth.ingress",
            "dev.berth.manifest",
            "dev.berth.monitoring",
            "dev.berth.network",
            "dev.berth.object",
            "dev.berth.policy",
            "dev.berth.recipe",
            "dev.berth.postgres",
            "dev.berth.redis",
            "dev.berth.secret",
            "dev.berth.scheduling",
            "dev.berth.selector",
            "dev.berth.testing",
            "dev.berth.value",
            "dev.berth.volumes",
            "dev.berth.volumes.aws",
            "dev.berth.volumes.azure",
            "dev.berth.volumes.gcp",
            "dev.berth.volumes.local",
            "dev.berth.volumes.pod",
            "dev.berth.volumes.snapshot",
            "dev.berth.volumes.storageclass",
            "dev.berth.workload",
            "dev.berth.yaml");

    /** How many types a user can name, without those that are generated. Change it if a type is public on purpose. */
    private static final int TYPES = 303;

    @Test
    void the_packages_for_users_are_marked() {
        Set<String> marked = new TreeSet<>();
        Library.CLASSES.stream()
                .filter(PublicApiTest::isForUsers)
                .map(JavaClass::getPackageName)
                .forEach(marked::add);

        assertThat(marked).isEqualTo(new TreeSet<>(PACKAGES));
    }

    @Test
    void a_type_is_public_on_purpose() {
        assertThat(publicTypes()
                        .filter(JavaClass::isTopLevelClass)
                        .filter(type -> !isGenerated(type))
                        .map(JavaClass::getName)
                        .sorted())
                .hasSize(TYPES);
    }

    @Test
    void a_signature_names_only_what_a_user_can_name() {
        Set<String> hidden = new TreeSet<>();
        publicTypes().forEach(type -> {
            supertypes(type)
                    .filter(PublicApiTest::isInternal)
                    .forEach(named -> hidden.add(type.getName() + " extends " + named.getName()));
            type.getMembers().stream().filter(PublicApiTest::isVisible).forEach(member -> signature(member)
                    .filter(named -> isInternal(named) || isHidden(named))
                    .forEach(named -> hidden.add(member.getFullName() + " names " + named.getName())));
        });

        assertThat(hidden).isEmpty();
    }

    @Test
    void no_implementation_is_among_the_types_of_a_user() {
        assertThat(publicTypes().map(JavaClass::getSimpleName))
                .noneMatch(name -> name.startsWith("Immutable") || name.endsWith("Build"));
    }

    @Test
    void a_builder_offers_attributes_and_build_and_nothing_else() {
        assertThat(publicTypes()
                        .filter(PublicApiTest::isBuilder)
                        .flatMap(type -> type.getMethods().stream())
                        .filter(PublicApiTest::isVisible)
                        .map(JavaMember::getName))
                .hasSizeGreaterThan(500)
                .contains("build", "addPort")
                .doesNotContain("start", "copyOf", "from", "builder", "of");
    }

    private static Stream<JavaClass> publicTypes() {
        return Library.CLASSES.stream().filter(PublicApiTest::isForUsers).filter(type -> !isHidden(type));
    }

    private static boolean isForUsers(JavaClass type) {
        return type.getPackage().isAnnotatedWith(PublicApi.class);
    }

    private static boolean isInternal(JavaClass type) {
        return type.getPackageName().startsWith("dev.berth") && !isForUsers(type);
    }

    private static boolean isHidden(JavaClass type) {
        Optional<JavaClass> outer = type.getEnclosingClass();
        boolean visible = type.getModifiers().contains(JavaModifier.PUBLIC)
                || type.getModifiers().contains(JavaModifier.PROTECTED);
        return type.getPackageName().startsWith("dev.berth")
                && (!visible || outer.filter(PublicApiTest::isHidden).isPresent());
    }

    private static boolean isGenerated(JavaClass type) {
        return isBuilder(type) || type.getSimpleName().startsWith("Extensible");
    }

    /** Interfaces with the stages of a builder, or a builder without stages. */
    private static boolean isBuilder(JavaClass type) {
        String name = outermost(type).getSimpleName();
        return name.endsWith("BuildStages") || (name.endsWith("Options") && !type.isAnnotation());
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(PublicApiTest::outermost).orElse(type);
    }

    private static boolean isVisible(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaClass> supertypes(JavaClass type) {
        return Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream())
                .flatMap(parent -> parent.getAllInvolvedRawTypes().stream());
    }

    private static Stream<JavaClass> signature(JavaMember member) {
        if (!(member instanceof JavaCodeUnit method)) {
            return member.getAllInvolvedRawTypes().stream();
        }
        Stream<JavaType> types = Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream());
        return Stream.concat(
                types.flatMap(type -> type.getAllInvolvedRawTypes().stream()), method.getExceptionTypes().stream());
    }
}
