package dev.berth.harness;

import io.fabric8.kubernetes.api.model.KeyToPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a ConfigMap or a Secret in a volume, as the kubelet writes them: the files are in a directory of their own,
 * the link {@code ..data} names it, and each visible file is a link through it. Replacing {@code ..data} changes all
 * files at once.
 *
 * <p>Source: {@code AtomicWriter}, {@code pkg/volume/util/atomic_writer.go} of kubernetes/kubernetes.
 *
 * @param volume the directory of the volume
 * @param content the values by key
 * @param items the keys that become files, and their names; empty or null for all
 * @param mode the permissions; null for 0644
 * @param group the group that owns the files; 0 if the pod has no {@code fsGroup}
 */
record ProjectedFiles(
        Path volume,
        Map<String, byte[]> content,
        @Nullable List<KeyToPath> items,
        @Nullable Integer mode,
        long group) {

    private static final String CURRENT = "..data";
    private static final int DEFAULT_MODE = 0644;

    /** Writes the files. Returns whether it could: if a named key does not exist, the volume keeps its files. */
    boolean update() {
        Map<String, String> paths = paths();
        if (!content.keySet().containsAll(paths.keySet())) {
            return false;
        }
        try {
            if (!isCurrent(paths)) {
                write(paths);
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> paths() {
        Map<String, String> paths = new LinkedHashMap<>();
        if (items == null || items.isEmpty()) {
            content.keySet().forEach(key -> paths.put(key, key));
        } else {
            items.forEach(item -> paths.put(item.getKey(), item.getPath()));
        }
        return paths;
    }

    private boolean isCurrent(Map<String, String> paths) throws IOException {
        for (Map.Entry<String, String> file : paths.entrySet()) {
            Path path = volume.resolve(file.getValue());
            if (!Files.exists(path) || !Arrays.equals(Files.readAllBytes(path), content.get(file.getKey()))) {
                return false;
            }
        }
        return links().size()
                == paths.values().stream().map(ProjectedFiles::first).distinct().count();
    }

    private void write(Map<String, String> paths) throws IOException {
        Path before = volume.resolve(CURRENT);
        Path old = Files.exists(before) ? before.toRealPath() : null;
        Path now = Files.createTempDirectory(volume, "..files");
        Files.setAttribute(now, "unix:mode", 0755);
        for (Map.Entry<String, String> entry : paths.entrySet()) {
            Path file = now.resolve(entry.getValue());
            Files.createDirectories(file.getParent());
            Files.write(file, content.get(entry.getKey()));
            int permissions = mode == null ? DEFAULT_MODE : mode;
            // The kubelet lets the group read every file.
            Files.setAttribute(file, "unix:mode", group == 0 ? permissions : permissions | 0440);
            Files.setAttribute(file, "unix:gid", Math.toIntExact(group));
        }
        Path next = volume.resolve("..data_tmp");
        Files.createSymbolicLink(next, now.getFileName());
        Files.move(next, before, StandardCopyOption.ATOMIC_MOVE);
        List<String> visible =
                paths.values().stream().map(ProjectedFiles::first).distinct().toList();
        for (String name : visible) {
            link(name);
        }
        for (Path link : links()) {
            if (!visible.contains(link.getFileName().toString())) {
                Files.delete(link);
            }
        }
        if (old != null) {
            delete(old);
        }
    }

    private void link(String name) throws IOException {
        try {
            Files.createSymbolicLink(volume.resolve(name), Path.of(CURRENT, name));
        } catch (FileAlreadyExistsException kept) {
            // It leads to the new file since the directory was replaced.
            return;
        }
    }

    private static String first(String path) {
        return Path.of(path).getName(0).toString();
    }

    private List<Path> links() throws IOException {
        try (Stream<Path> files = Files.list(volume)) {
            return files.filter(file -> !file.getFileName().toString().startsWith(".."))
                    .toList();
        }
    }

    private static void delete(Path directory) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(directory)) {
            all = new ArrayList<>(files.sorted(Comparator.reverseOrder()).toList());
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
