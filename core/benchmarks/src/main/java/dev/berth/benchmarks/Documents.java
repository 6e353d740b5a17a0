package dev.berth.benchmarks;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** What the writers are compared on. */
public enum Documents {

    /** The StatefulSet of the exercise's PostgreSQL. */
    STATEFUL_SET {
        @Override
        List<HasMetadata> read() {
            return load("postgres-statefulset.yaml");
        }
    },

    /** Every object of the exercise. */
    EXERCISE {
        @Override
        List<HasMetadata> read() {
            return load("postgres-statefulset.yaml");
        }
    },

    /** A ConfigMap with a configuration file of 10,000 lines. */
    LARGE_CONFIG_MAP {
        @Override
        List<HasMetadata> read() {
            StringBuilder text = new StringBuilder();
            for (int line = 0; line < 10_000; line++) {
                text.append("setting_")
                        .append(line)
                        .append(" = 'value ")
                        .append(line)
                        .append("' # why: see the manual\n");
            }
            return List.of(new ConfigMapBuilder()
                    .withNewMetadata()
                    .withName("large")
                    .endMetadata()
                    .addToData("application.conf", text.toString())
                    .build());
        }
    };

    abstract List<HasMetadata> read();

    private static List<HasMetadata> load(String resource) {
        ObjectMapper mapper = new YAMLMapper();
        try (InputStream in = Documents.class.getResourceAsStream(resource)) {
            return List.of((HasMetadata) mapper.readValue(in, new TypeReference<KubernetesResource>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
