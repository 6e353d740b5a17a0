package dev.berth.review.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the server in a container does with its volumes: it adds a line to its data each time it starts, and does not start
 * on the data of another major version of PostgreSQL.
 */
final class Server {
    /** An image whose server does not start. */
    static final String BROKEN = "example.com/broken:1";

    private static final String ROWS = "rows";
    private static final String VERSION = "PG_VERSION";

    private final Disks disks;
    private final Store store;
    private final Map<String, List<String>> written = new TreeMap<>();
    private int writes;
    private boolean first;

    Server(Disks disks, Store store) {
        this.disks = disks;
        this.store = store;
    }

    /** Returns every line that was ever written, by the pod and the path at which it was written. */
    Map<String, List<String>> written() {
        return written;
    }

    /** Sets whether servers on empty volumes insert a row: they do while the cluster is set up. */
    void insertFirstRows(boolean insert) {
        this.first = insert;
    }

    /** Forgets rows that a person has deleted. */
    void forget(Set<String> rows) {
        written.values().forEach(lines -> lines.removeAll(rows));
    }

    /** Starts the containers of a pod; returns whether they keep running. */
    boolean start(JsonNode pod) {
        for (JsonNode container : pod.path("spec").path("containers")) {
            Map<String, Path> data = directories(pod, container);
            String image = container.path("image").asText();
            if (image.equals(BROKEN)) {
                return false;
            }
            for (Map.Entry<String, Path> place : data.entrySet()) {
                Path version = place.getValue().resolve(VERSION);
                List<String> found = Disks.lines(version);
                String tag = image.substring(image.lastIndexOf(':') + 1);
                if (image.startsWith("postgres:")) {
                    if (!found.isEmpty() && !found.get(0).equals(tag)) {
                        return false;
                    }
                    write(version, List.of(tag));
                }
                Path rows = place.getValue().resolve(ROWS);
                if (first || Files.exists(rows)) {
                    insert(Store.nameOf(pod) + " " + place.getKey(), rows);
                }
            }
        }
        return true;
    }

    private void insert(String place, Path rows) {
        String line = "row " + ++writes + " of " + place;
        List<String> lines = new ArrayList<>(Disks.lines(rows));
        lines.add(line);
        write(rows, lines);
        written.computeIfAbsent(place, key -> new ArrayList<>()).add(line);
    }

    /** Returns what a server has at each path at which it mounts a claim. */
    Map<String, List<String>> rows(JsonNode pod) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (JsonNode container : pod.path("spec").path("containers")) {
            directories(pod, container)
                    .forEach((path, directory) -> rows.put(path, Disks.lines(directory.resolve(ROWS))));
        }
        return rows;
    }

    /** Replaces the data of the server in a pod, as loading a dump does. */
    void load(JsonNode pod, List<String> lines) {
        for (JsonNode container : pod.path("spec").path("containers")) {
            directories(pod, container).values().forEach(directory -> write(directory.resolve(ROWS), lines));
        }
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the data directory of a container on each claim, by mount path. */
    private Map<String, Path> directories(JsonNode pod, JsonNode container) {
        Map<String, Path> directories = new LinkedHashMap<>();
        for (JsonNode mount : container.path("volumeMounts")) {
            String path = mount.path("mountPath").asText();
            for (JsonNode volume : pod.path("spec").path("volumes")) {
                String claim =
                        volume.path("persistentVolumeClaim").path("claimName").asText("");
                if (volume.path("name").equals(mount.path("name")) && !claim.isEmpty()) {
                    directories.put(path, directory(disk(pod, claim), container, mount));
                }
            }
        }
        return directories;
    }

    Path disk(JsonNode pod, String claim) {
        JsonNode found = store.find("PersistentVolumeClaim", Store.namespaceOf(pod), claim)
                .orElseThrow();
        return disks.of(found.path("spec").path("volumeName").asText());
    }

    private static Path directory(Path disk, JsonNode container, JsonNode mount) {
        Path directory = disk.resolve(mount.path("subPath").asText(""));
        String path = mount.path("mountPath").asText();
        for (JsonNode variable : container.path("env")) {
            String value = variable.path("value").asText();
            if (variable.path("name").asText().equals("PGDATA") && value.startsWith(path + "/")) {
                return directory.resolve(value.substring(path.length() + 1));
            }
        }
        return directory;
    }
}
