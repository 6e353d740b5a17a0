package com.example.exercise;

import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.TextFile;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The scripts of the exercise. Every name in them comes from the declared objects. */
final class Scripts {

    /** The timeout of a rollout: three servers start one after the other, and their volumes are provisioned first. */
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private static final Duration POLL = Duration.ofSeconds(2);

    /** The kinds to delete to stop everything, dependencies last. Claims and volumes are deleted separately. */
    private static final List<String> RUNNING =
            List.of("StatefulSet", "Deployment", "Pod", "Service", "ConfigMap", "Secret");

    private final List<ManifestFile> files;
    private final List<HasMetadata> objects;

    /** Creates scripts for these files, in the order in which they are applied. */
    Scripts(List<ManifestFile> files) {
        this.files = files;
        this.objects = files.stream()
                .flatMap(file -> file.manifests().stream().map(file::toModel))
                .toList();
    }

    List<TextFile> all() {
        Map<String, String> values = values();
        return Stream.of("deploy-all.sh", "test-persistence.sh", "cleanup.sh")
                .map(script -> TextFile.of("scripts/" + script, Template.fill(script, values)))
                .toList();
    }

    private Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        values.put("namespace", Exercise.NAMESPACE.name());
        values.put("timeout", TIMEOUT.toSeconds() + "s");
        values.put("polls", Long.toString(TIMEOUT.dividedBy(POLL)));
        values.put("namespaceFile", files.get(0).path().toString());
        values.put("storageClass", StorageClasses.NAME);
        values.put("storageClassFile", files.get(1).path().toString());
        values.put("files", words(files.stream().skip(2).map(file -> file.path().toString())));
        values.put("rollouts", words(targets(isKind("StatefulSet").or(isKind("Deployment")))));
        values.put("pods", words(targets(isKind("Pod"))));
        values.put("volumes", words(names("PersistentVolume")));
        values.put("postgresPod", Databases.POSTGRES.statefulSet().podName(0));
        values.put(
                "postgresContainer",
                Databases.POSTGRES.statefulSet().container().name());
        values.put("postgresUser", Databases.POSTGRES.user());
        values.put("postgresDatabase", Databases.POSTGRES.database());
        values.put("redisPod", Databases.REDIS.statefulSet().podName(0));
        values.put("redisContainer", Databases.REDIS.statefulSet().container().name());
        values.put("deletions", RUNNING.stream().map(this::deletion).collect(Collectors.joining("\n")));
        return values;
    }

    private String deletion(String kind) {
        return "delete " + kind.toLowerCase(Locale.ROOT) + " " + words(names(kind)) + " -n \"${NAMESPACE}\"";
    }

    private Stream<String> targets(Predicate<HasMetadata> selected) {
        return objects.stream()
                .filter(selected)
                .map(object -> object.getKind().toLowerCase(Locale.ROOT) + "/"
                        + object.getMetadata().getName());
    }

    private Stream<String> names(String kind) {
        return objects.stream().filter(isKind(kind)).map(object -> object.getMetadata()
                .getName());
    }

    private static Predicate<HasMetadata> isKind(String kind) {
        return object -> object.getKind().equals(kind);
    }

    /** Joins the words of a command line. Kubernetes names and paths of the tree need no quotes. */
    private static String words(Stream<String> words) {
        return words.collect(Collectors.joining(" "));
    }
}
