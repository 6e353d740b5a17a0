package dev.berth.lint;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.cluster.KubernetesVersion;
import dev.berth.rules.decode.ManifestReader;
import dev.berth.rules.server.VersionRules;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Sets that nobody would write: combinations of the other tests' sets, with fields torn out. */
class LintRulesProperties {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<JsonNode> OBJECTS = objects();

    @Property(tries = 300)
    void the_rules_do_not_throw_whatever_a_set_lacks(@ForAll Random random) {
        List<HasMetadata> set = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            JsonNode object = OBJECTS.get(random.nextInt(OBJECTS.size())).deepCopy();
            for (int torn = random.nextInt(5); torn > 0; torn--) {
                tear(object, random);
            }
            add(object, set);
        }
        assertThatCode(() -> {
                    LintRules.check(set, Set.of(), List.of(), KubernetesVersion.V1_37);
                    set.forEach(object -> VersionRules.check(ManifestReader.of(object), KubernetesVersion.recorded()));
                })
                .doesNotThrowAnyException();
    }

    /** Removes a field somewhere, or replaces it with null. */
    private static void tear(JsonNode node, Random random) {
        if (node instanceof ArrayNode array && !array.isEmpty()) {
            int index = random.nextInt(array.size());
            if (array.get(index).isContainerNode() && random.nextInt(4) > 0) {
                tear(array.get(index), random);
            } else {
                array.setNull(index);
            }
        } else if (node instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            if (object.get(name).isContainerNode() && random.nextInt(4) > 0) {
                tear(object.get(name), random);
            } else if (random.nextBoolean()) {
                object.remove(name);
            } else {
                object.putNull(name);
            }
        }
    }

    private static void add(JsonNode object, List<HasMetadata> set) {
        try {
            if (JSON.treeToValue(object, KubernetesResource.class) instanceof HasMetadata model) {
                set.add(model);
            }
        } catch (JsonProcessingException | IllegalArgumentException noObjectOfTheModel) {
            // What the model cannot represent never reaches the rules.
            return;
        }
    }

    private static List<JsonNode> objects() {
        try {
            List<JsonNode> objects = new ArrayList<>();
            for (Path file : LintRulesTest.files()) {
                Documents.read(Files.readString(file)).forEach(object -> objects.add(JSON.valueToTree(object)));
            }
            return objects;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
