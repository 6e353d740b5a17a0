package com.example.recipe;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Bytes.mebi;
import static dev.berth.value.Cpu.millicores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.config.Secret;
import dev.berth.network.NetworkPolicyPeer;
import dev.berth.recipe.Clients;
import dev.berth.recipe.Password;
import dev.berth.value.InvalidValueException;
import dev.berth.volumes.pod.EmptyDir;
import dev.berth.workload.Container;
import dev.berth.workload.Resources;
import dev.berth.workload.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A function that customizes a recipe can add anything. Whatever it removes is reported with its field path. */
class RemovedPartsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static MySql customized(UnaryOperator<StatefulSet> customize) {
        return new MySql(
                "shop",
                "mysql:8.4.6",
                Password.key(Secret.existing("shop-credentials"), "password"),
                gibi(20),
                Resources.requests(millicores(500), gibi(2)).memoryLimit(gibi(2)),
                Clients.only(NetworkPolicyPeer.podsWith(Map.of("app", "web")))) {

            @Override
            public Optional<UnaryOperator<StatefulSet>> customize() {
                return Optional.of(customize);
            }
        };
    }

    /** Every field and every entry of the pod template and of the claim templates, as a JSON pointer. */
    static List<String> parts() {
        JsonNode set = JSON.valueToTree(customized(same -> same).statefulSet().toModel());
        List<String> pointers = new ArrayList<>();
        collect(set.at("/spec/template/spec"), "/spec/template/spec", pointers);
        collect(set.at("/spec/template/metadata"), "/spec/template/metadata", pointers);
        collect(set.at("/spec/volumeClaimTemplates"), "/spec/volumeClaimTemplates", pointers);
        // The model does not exist without them, or it is not the same object.
        pointers.removeIf(pointer -> pointer.endsWith("/apiVersion") || pointer.endsWith("/kind"));
        return pointers;
    }

    private static void collect(JsonNode node, String pointer, List<String> pointers) {
        if (node.isObject()) {
            node.forEachEntry((name, value) -> {
                String child = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
                if (!value.isContainerNode() || !value.isEmpty()) {
                    pointers.add(child);
                }
                collect(value, child, pointers);
            });
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                pointers.add(pointer + "/" + i);
                collect(node.get(i), pointer + "/" + i, pointers);
            }
        }
    }

    @Test
    void every_kind_of_part_is_among_those_that_are_removed() {
        assertThat(parts())
                .contains(
                        "/spec/template/spec/containers/0/volumeMounts/0",
                        "/spec/template/spec/containers/0/env/0",
                        "/spec/template/spec/containers/0/ports/0",
                        "/spec/template/spec/containers/0/startupProbe",
                        "/spec/template/spec/containers/0/readinessProbe",
                        "/spec/template/spec/containers/0/resources/limits/memory",
                        "/spec/template/spec/containers/0/securityContext/capabilities/drop/0",
                        "/spec/template/spec/containers/0/securityContext/readOnlyRootFilesystem",
                        "/spec/template/spec/securityContext/fsGroup",
                        "/spec/template/spec/automountServiceAccountToken",
                        "/spec/template/spec/volumes/0",
                        "/spec/volumeClaimTemplates/0");
    }

    @ParameterizedTest
    @MethodSource("parts")
    void every_part_that_is_removed_is_reported(String pointer) {
        assertThatThrownBy(() -> customized(set -> set.plusCustomize(builder -> without(builder, pointer)))
                        .statefulSets())
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("MySQL \"shop\": customize removes or replaces what belongs to the recipe: ");
    }

    private static StatefulSetBuilder without(StatefulSetBuilder builder, String pointer) {
        JsonNode model = JSON.valueToTree(builder.build());
        int end = pointer.lastIndexOf('/');
        JsonNode parent = model.at(pointer.substring(0, end));
        String last = pointer.substring(end + 1).replace("~1", "/").replace("~0", "~");
        if (parent instanceof ArrayNode list) {
            list.remove(Integer.parseInt(last));
        } else {
            ((ObjectNode) parent).remove(last);
        }
        return new StatefulSetBuilder(JSON.convertValue(model, io.fabric8.kubernetes.api.model.apps.StatefulSet.class));
    }

    static Stream<UnaryOperator<StatefulSet>> additions() {
        Container helper = Container.named("helper")
                .image("busybox:1.37")
                .addCommand("true")
                .build();
        return Stream.of(
                set -> set.plusContainer(helper),
                set -> set.plusPodLabel("team", "storage"),
                set -> set.plusPodAnnotation("example.com/note", "text"),
                set -> set.withContainer(server -> server.plusArgs("--port=3306")),
                set -> set.withContainer(server ->
                        server.plusMount(EmptyDir.named("more").build().at("/more"))),
                set -> set.withReplicas(2),
                set -> set.withTerminationGracePeriod(Duration.ofMinutes(5)));
    }

    @ParameterizedTest
    @MethodSource("additions")
    void an_addition_is_accepted(UnaryOperator<StatefulSet> addition) {
        assertThat(customized(addition).statefulSets()).hasSize(1);
    }

    @Test
    void a_part_with_another_value_is_reported_with_its_field_path() {
        assertThatThrownBy(() -> customized(set -> set.withAutomountServiceAccountToken(true)
                                .withTerminationGracePeriod(Duration.ofSeconds(5))
                                .withContainer(
                                        server -> server.withResources(Resources.requests(millicores(500), mebi(64))
                                                        .memoryLimit(mebi(64)))
                                                .replaceMounts(server.mounts().subList(1, 4))))
                        .statefulSets())
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("MySQL \"shop\": customize removes or replaces what belongs to the recipe:"
                        + " spec.volumeClaimTemplates[shop-data],"
                        + " automountServiceAccountToken,"
                        + " containers[mysql].resources.limits.memory,"
                        + " containers[mysql].resources.requests.memory,"
                        + " containers[mysql].volumeMounts[/var/lib/mysql],"
                        + " terminationGracePeriodSeconds: add with plus…, or leave a safeguard out with"
                        + " putOmission(…, \"the reason\")");
    }
}
