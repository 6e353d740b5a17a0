package dev.berth.benchmarks;

import com.example.exercise.Exercise;
import dev.berth.manifest.ManifestFile;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The documents that the writers are compared on. */
public enum Documents {

    /** The PostgreSQL StatefulSet of the exercise. */
    STATEFUL_SET("StatefulSet") {
        @Override
        List<HasMetadata> read() {
            return exercise(object -> object.getKind().equals("StatefulSet")
                    && object.getMetadata().getName().equals("postgres"));
        }
    },

    /** Every object of the exercise. */
    EXERCISE("exercise") {
        @Override
        List<HasMetadata> read() {
            return exercise(object -> true);
        }
    },

    /** A ConfigMap that contains a configuration file of 10,000 lines. */
    LARGE_CONFIG_MAP("large ConfigMap") {
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

    private final String title;

    Documents(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    abstract List<HasMetadata> read();

    private static List<HasMetadata> exercise(Predicate<HasMetadata> wanted) {
        return new Exercise()
                .manifests().files().stream()
                        .filter(ManifestFile.class::isInstance)
                        .map(ManifestFile.class::cast)
                        .flatMap(Documents::objects)
                        .filter(wanted)
                        .toList();
    }

    private static Stream<HasMetadata> objects(ManifestFile file) {
        return file.manifests().stream().map(file::toModel);
    }
}
