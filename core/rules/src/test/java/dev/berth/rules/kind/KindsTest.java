package dev.berth.rules.kind;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.object.TemplatedPod;
import dev.berth.rules.kind.KindRow.Attribute;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplate;
import io.fabric8.kubernetes.api.model.ReplicationController;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KindsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Stream<Kind> all() {
        return Kinds.all().stream();
    }

    static Stream<Kind> judged() {
        return all().filter(Kind::isJudged);
    }

    @ParameterizedTest
    @MethodSource("all")
    void each_row_states_every_attribute_or_why_it_has_none(Kind kind) {
        assertThat(kind.row().stated()).containsOnlyKeys(Attribute.values());
        assertThat(kind.row().stated().values()).noneMatch(String::isBlank);
    }

    @Test
    void a_row_that_leaves_an_attribute_out_does_not_state_it() {
        KindRow<Pod> row = KindRow.of(Pod.class).withoutDefaults("the server sets none");

        assertThat(row.stated()).containsOnlyKeys(Attribute.MODEL, Attribute.DEFAULTS);
    }

    @ParameterizedTest
    @MethodSource("judged")
    void version_name_and_scope_are_those_of_the_model(Kind kind) {
        assertThat(HasMetadata.getApiVersion(kind.model())).isEqualTo(kind.apiVersion());
        assertThat(HasMetadata.getKind(kind.model()))
                .isEqualTo(kind.name())
                .isEqualTo(kind.model().getSimpleName());
        assertThat(Namespaced.class.isAssignableFrom(kind.model())).isNotEqualTo(kind.isClusterWide());
    }

    @ParameterizedTest
    @MethodSource("all")
    void each_kind_is_found_by_what_a_manifest_or_a_reference_says_of_it(Kind kind) {
        assertThat(Kinds.of(kind.apiVersion(), kind.name())).containsSame(kind);
        assertThat(Kinds.inGroup(kind.group(), kind.name()))
                .map(Kind::isClusterWide)
                .contains(kind.isClusterWide());
        assertThat(Kinds.named(kind.name())).map(Kind::isClusterWide).contains(kind.isClusterWide());
    }

    @ParameterizedTest
    @MethodSource("judged")
    void the_pod_of_an_object_is_found_where_the_row_says(Kind kind) throws Exception {
        assertThat(podPath(kind, kind.model())).isEqualTo(specPath(kind));
    }

    @Test
    void the_pods_of_kinds_that_are_not_judged_are_found_where_their_rows_say() throws Exception {
        List<Class<? extends HasMetadata>> models = List.of(PodTemplate.class, ReplicationController.class);
        List<Kind> withPods = all().filter(
                        kind -> !kind.isJudged() && kind.podTemplate().isPresent())
                .toList();

        assertThat(withPods)
                .extracting(Kind::name)
                .containsExactlyElementsOf(
                        models.stream().map(HasMetadata::getKind).toList());
        for (int i = 0; i < models.size(); i++) {
            assertThat(podPath(withPods.get(i), models.get(i))).isEqualTo(specPath(withPods.get(i)));
        }
    }

    private static Optional<String> specPath(Kind kind) {
        return kind.podTemplate().map(template -> template.isEmpty() ? "spec" : template + ".spec");
    }

    /** Where {@link TemplatedPod} finds the pod of an object that has one wherever any kind has it. */
    private static Optional<String> podPath(Kind kind, Class<? extends HasMetadata> model) throws Exception {
        ObjectNode object = MAPPER.createObjectNode();
        object.put("apiVersion", kind.apiVersion()).put("kind", kind.name());
        specPath(kind).ifPresent(path -> {
            ObjectNode at = object;
            for (String step : path.split("\\.", -1)) {
                at = at.putObject(step);
            }
            at.putArray("containers");
        });
        return TemplatedPod.of(MAPPER.treeToValue(object, model)).map(TemplatedPod::specPath);
    }
}
