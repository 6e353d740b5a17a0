package com.example.exercise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tables of {@code kubectl get}, computed from the objects of the real node.
 *
 * <p>Source of the columns: {@code AddHandlers}, {@code printPod}, {@code printStatefulSet}, {@code
 * printPersistentVolumeClaim}, {@code printPersistentVolume} and {@code printStorageClass} of {@code
 * pkg/printers/internalversion/printers.go} (Kubernetes 1.36).
 */
final class RecordedTable {
    private static final Pattern COMMAND = Pattern.compile(
            "kubectl get (pods|statefulsets|persistentvolumeclaims|persistentvolume|storageclass)(?: ([a-z0-9-]+))?"
                    + "(?: -n statefulset-demo)?(?: -l ([a-z]+)=([a-z-]+))?");

    private final RecordedCluster cluster;
    private final Transcript transcript;
    private final Matcher command;

    RecordedTable(RecordedCluster cluster, Transcript transcript) {
        this.cluster = cluster;
        this.transcript = transcript;
        this.command = COMMAND.matcher(transcript.command());
    }

    /** Returns whether the command prints such a table. */
    boolean isOne() {
        return command.matches();
    }

    /** Returns the rows of the page, one text for each. */
    List<String> printed() {
        return transcript.output();
    }

    /** Returns the rows that kubectl prints for the recorded objects, with the widths of the page's header. */
    List<String> expected() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(header());
        objects().forEach(object -> rows.add(cells(object)));
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < header().size(); column++) {
            int at = column;
            widths.add(rows.stream().mapToInt(row -> row.get(at).length()).max().orElseThrow());
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            line.append(row.get(column));
            line.append(" ".repeat(widths.get(column) - row.get(column).length() + 3));
        }
        return line.toString().stripTrailing();
    }

    /** Scaled-up pods have claims like the first one; a table before the deployment has fewer rows. */
    private List<JsonNode> objects() {
        if (command.group(1).equals("storageclass")) {
            return cluster.list("StorageClass").filter(RecordedTable::isDefault).toList();
        }
        List<JsonNode> found = new ArrayList<>(cluster.list(kind())
                .filter(object ->
                        command.group(2) == null || RecordedCluster.name(object).equals(command.group(2)))
                .filter(object -> command.group(3) == null
                        || object.at("/metadata/labels/" + command.group(3))
                                .asText()
                                .equals(command.group(4)))
                .toList());
        int shown = transcript.output().size() - 1;
        for (int ordinal = found.size(); kind().equals("PersistentVolumeClaim") && ordinal < shown; ordinal++) {
            JsonNode next = found.get(0).deepCopy();
            ((ObjectNode) next.path("metadata"))
                    .put("name", RecordedCluster.name(next).replaceFirst("0$", "" + ordinal));
            found.add(next);
        }
        return found;
    }

    private String kind() {
        return switch (command.group(1)) {
            case "pods" -> "Pod";
            case "statefulsets" -> "StatefulSet";
            case "persistentvolumeclaims" -> "PersistentVolumeClaim";
            case "persistentvolume" -> "PersistentVolume";
            default -> "StorageClass";
        };
    }

    private List<String> header() {
        return switch (kind()) {
            case "Pod" -> List.of("NAME", "READY", "STATUS", "RESTARTS", "AGE");
            case "StatefulSet" -> List.of("NAME", "READY", "AGE");
            case "PersistentVolumeClaim" ->
                List.of(
                        "NAME",
                        "STATUS",
                        "VOLUME",
                        "CAPACITY",
                        "ACCESS MODES",
                        "STORAGECLASS",
                        "VOLUMEATTRIBUTESCLASS",
                        "AGE");
            case "PersistentVolume" ->
                List.of(
                        "NAME",
                        "CAPACITY",
                        "ACCESS MODES",
                        "RECLAIM POLICY",
                        "STATUS",
                        "CLAIM",
                        "STORAGECLASS",
                        "VOLUMEATTRIBUTESCLASS",
                        "REASON",
                        "AGE");
            default ->
                List.of("NAME", "PROVISIONER", "RECLAIMPOLICY", "VOLUMEBINDINGMODE", "ALLOWVOLUMEEXPANSION", "AGE");
        };
    }

    private List<String> cells(JsonNode object) {
        String name = RecordedCluster.name(object);
        JsonNode spec = object.path("spec");
        JsonNode status = object.path("status");
        return switch (kind()) {
            case "Pod" ->
                List.of(
                        name.replaceFirst("^(nginx-deployment-).*", "$1…"),
                        statuses(object)
                                        .filter(one -> one.path("ready").asBoolean())
                                        .count() + "/" + spec.path("containers").size(),
                        status.path("phase").asText(),
                        ""
                                + statuses(object)
                                        .mapToInt(
                                                one -> one.path("restartCount").asInt())
                                        .sum(),
                        "…");
            case "StatefulSet" ->
                List.of(
                        name,
                        status.path("readyReplicas").asText() + "/"
                                + spec.path("replicas").asText(),
                        "…");
            case "PersistentVolumeClaim" ->
                List.of(
                        name,
                        status.path("phase").asText(),
                        spec.path("volumeName").asText().replaceFirst("^pvc-.*", "pvc-…"),
                        status.at("/capacity/storage").asText(),
                        modes(spec),
                        spec.path("storageClassName").asText(),
                        "<unset>",
                        "…");
            case "PersistentVolume" ->
                List.of(
                        name,
                        spec.at("/capacity/storage").asText(),
                        modes(spec),
                        spec.path("persistentVolumeReclaimPolicy").asText(),
                        phase(status),
                        spec.at("/claimRef/namespace").asText() + "/"
                                + spec.at("/claimRef/name").asText(),
                        spec.path("storageClassName").asText(),
                        "<unset>",
                        "",
                        "…");
            default ->
                List.of(
                        name + " (default)",
                        object.path("provisioner").asText(),
                        object.path("reclaimPolicy").asText(),
                        object.path("volumeBindingMode").asText(),
                        "" + object.path("allowVolumeExpansion").asBoolean(),
                        "…");
        };
    }

    /** Once its claim is deleted, a volume that is retained is Released ({@code reclaimVolume} of pv_controller.go). */
    private String phase(JsonNode status) {
        boolean released = transcript.output().stream().anyMatch(line -> line.contains(" Released "));
        return released ? "Released" : status.path("phase").asText();
    }

    private static Stream<JsonNode> statuses(JsonNode pod) {
        List<JsonNode> statuses = new ArrayList<>();
        pod.at("/status/containerStatuses").forEach(statuses::add);
        return statuses.stream();
    }

    private static String modes(JsonNode spec) {
        StringBuilder modes = new StringBuilder();
        spec.path("accessModes").forEach(mode -> modes.append(mode.asText().replaceAll("[a-z]", "")));
        return modes.toString().toUpperCase(Locale.ROOT);
    }

    private static boolean isDefault(JsonNode storageClass) {
        return storageClass
                .at("/metadata/annotations/storageclass.kubernetes.io~1is-default-class")
                .asText()
                .equals("true");
    }
}
