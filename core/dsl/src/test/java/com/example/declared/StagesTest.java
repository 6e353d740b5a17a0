package com.example.declared;

import static dev.berth.value.Bytes.mebi;
import static dev.berth.value.Cpu.millicores;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.network.HeadlessService;
import dev.berth.value.Port;
import dev.berth.workload.Container;
import dev.berth.workload.ContainerBuildStages;
import dev.berth.workload.Resources;
import dev.berth.workload.SecurityContext;
import dev.berth.workload.SecurityContextOptions;
import dev.berth.workload.StatefulSet;
import dev.berth.workload.StatefulSetBuildStages;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A company's own methods take a stage of a builder and return one. */
class StagesTest {

    /** What every container of the company has. */
    private static ContainerBuildStages.BuildFinal withDefaults(ContainerBuildStages.BuildFinal container) {
        return container.resources(Resources.requests(millicores(100), mebi(128)));
    }

    /** The stages up to the number of replicas, which only the application knows. */
    private static StatefulSetBuildStages.ReplicasBuildStage database(String name) {
        return StatefulSet.named(name).service(HeadlessService.named(name + "-headless"));
    }

    /** A declaration that requires nothing has a builder without stages. */
    private static SecurityContextOptions asNobody(SecurityContextOptions security) {
        return security.runAsUser(65_534);
    }

    @Test
    void a_method_takes_a_stage_and_returns_one() {
        var container = withDefaults(Container.named("db").image("db:1"))
                .addPort(Port.tcp("sql", 5432))
                .build();
        var set = database("db").replicas(3).container(container).build();

        assertThat(set.replicas()).isEqualTo(3);
        assertThat(set.service().name()).isEqualTo("db-headless");
        assertThat(Yaml.of(set)).contains("cpu: 100m");
    }

    @Test
    void a_method_takes_a_builder_without_stages_and_returns_it() {
        var container = Container.named("db")
                .image("db:1")
                .securityContext(asNobody(SecurityContext.restricted()).build())
                .build();

        assertThat(container.securityContext().orElseThrow().runAsUser()).hasValue(65_534L);
    }

    @Test
    void stages_are_visible_to_the_compiler_and_implementations_are_not() {
        assertThat(Modifier.isPublic(ContainerBuildStages.class.getModifiers())).isTrue();
        assertThat(ContainerBuildStages.class.getConstructors()).isEmpty();
        assertThat(ContainerBuildStages.class.getMethods())
                .extracting("declaringClass")
                .containsOnly(Object.class);
        assertThat(publicMethods(ContainerBuildStages.BuildFinal.class))
                .contains("addPort", "build")
                .doesNotContain("copyOf", "from", "name", "image");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dev.berth.workload.ContainerBuild", "dev.berth.workload.ContainerBuild$ImmutableContainer"})
    void a_builder_and_an_implementation_are_hidden(String name) throws ClassNotFoundException {
        assertThat(Modifier.isPublic(Class.forName(name).getModifiers())).isFalse();
    }

    private static Stream<String> publicMethods(Class<?> type) {
        return Arrays.stream(type.getMethods()).map(method -> method.getName());
    }
}
