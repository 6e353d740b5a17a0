package com.example.exercise;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What kubectl 1.36 prints about objects of the exercise.
 *
 * <p>Source: the names are printed by {@code NamePrinter.PrintObj} of {@code
 * staging/src/k8s.io/cli-runtime/pkg/printers/name.go}, with the operation of {@code printObject} in {@code apply.go},
 * {@code RunScale} in {@code scale.go}, {@code RunPatch} in {@code patch.go} and {@code RunWait} in {@code wait.go}, all in
 * {@code staging/src/k8s.io/kubectl/pkg/cmd}; deletions by {@code DeleteOptions.PrintObj} of {@code delete/delete.go};
 * rollouts by {@code StatefulSetStatusViewer.Status} and {@code DeploymentStatusViewer.Status} of {@code
 * pkg/polymorphichelpers/rollout_status.go}; the notice about recording by {@code Run} of {@code pkg/cmd/run/run.go}.
 */
final class KubectlWording {
    private static final Set<String> CLUSTER_SCOPED = Set.of("Namespace", "PersistentVolume", "StorageClass");
    private static final Pattern APPLY = Pattern.compile("kubectl apply --server-side -f generated/(\\S+)");
    private static final Pattern NAMED = Pattern.compile(
            "([a-z.]+8s\\.io|[a-z]+(?:\\.apps)?)/([a-z0-9-]+) (scaled|patched|condition met|serverside-applied)");
    private static final Pattern DELETED =
            Pattern.compile("([a-z0-9.]+) \"([a-z0-9-]+)\" deleted( from statefulset-demo namespace)?");
    private static final List<Pattern> ROLLOUT = Stream.of(
                    "Waiting for [0-9]+ pods to be ready\\.\\.\\.",
                    "Waiting for partitioned roll out to finish: [0-9]+ out of [0-9]+ new pods have been updated\\.\\.\\.",
                    "partitioned roll out complete: [0-9]+ new pods have been updated\\.\\.\\.",
                    "deployment \"nginx-deployment\" successfully rolled out")
            .map(Pattern::compile)
            .toList();
    private static final String RECORDED =
            "All commands and output from this session will be recorded in container logs,"
                    + " including credentials and sensitive information passed through the command prompt.";

    private final List<JsonNode> objects = new ArrayList<>();

    KubectlWording() {
        Stream.of("manifests", "examples")
                .flatMap(KubectlWording::files)
                .forEach(file -> objects.addAll(RecordedCluster.documents(file)));
    }

    /** Returns everything that an apply prints; empty if the command is not one. */
    static List<String> applied(String command) {
        Matcher apply = APPLY.matcher(command);
        if (!apply.matches()) {
            return List.of();
        }
        Path path = Path.of(apply.group(1));
        Stream<Path> files = Files.isDirectory(path) ? files(path.toString()) : Stream.of(path);
        return files.flatMap(file -> RecordedCluster.documents(file).stream())
                .map(object -> resource(object) + "/" + RecordedCluster.name(object) + " serverside-applied")
                .toList();
    }

    private static Stream<Path> files(String directory) {
        try (Stream<Path> files = Files.list(Path.of(directory))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns whether kubectl prints this line about an object of the exercise. */
    boolean prints(String line) {
        Matcher named = NAMED.matcher(line);
        if (named.matches()) {
            return isKnown(named.group(1), named.group(2));
        }
        Matcher deleted = DELETED.matcher(line);
        if (deleted.matches()) {
            boolean inNamespace = CLUSTER_SCOPED.stream()
                    .noneMatch(kind -> deleted.group(1).startsWith(kind.toLowerCase(Locale.ROOT) + ".")
                            || deleted.group(1).equals(kind.toLowerCase(Locale.ROOT)));
            return isKnown(deleted.group(1), deleted.group(2)) && inNamespace == (deleted.group(3) != null);
        }
        return line.equals(RECORDED)
                || ROLLOUT.stream().anyMatch(format -> format.matcher(line).matches());
    }

    /** Pods and claims of a StatefulSet are named after it; the clients of the walkthrough are pods as well. */
    private boolean isKnown(String resource, String name) {
        boolean declared = objects.stream()
                .anyMatch(object -> resource(object).equals(resource)
                        && RecordedCluster.name(object).equals(name));
        boolean ofSet = Set.of("pod", "persistentvolumeclaim").contains(resource)
                && objects.stream()
                        .filter(object -> object.path("kind").asText().equals("StatefulSet"))
                        .anyMatch(set -> isOf(set, resource, name));
        return declared
                || ofSet
                || (resource.equals("pod") && Set.of("psql", "dns-test").contains(name));
    }

    private static boolean isOf(JsonNode set, String resource, String name) {
        String pod = RecordedCluster.name(set) + "-[0-9]";
        if (resource.equals("pod")) {
            return name.matches(pod);
        }
        for (JsonNode template : set.at("/spec/volumeClaimTemplates")) {
            if (name.matches(RecordedCluster.name(template) + "-" + pod)) {
                return true;
            }
        }
        return false;
    }

    private static String resource(JsonNode object) {
        String version = object.path("apiVersion").asText();
        String kind = object.path("kind").asText().toLowerCase(Locale.ROOT);
        return version.contains("/") ? kind + "." + version.substring(0, version.indexOf('/')) : kind;
    }
}
