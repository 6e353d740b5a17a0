package dev.berth.harness;

import io.fabric8.kubernetes.api.model.ConfigMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The shell scripts in the ConfigMaps of rendered trees, as the pods run them. */
public final class RenderedScripts {

    private static final String SHELLCHECK = "shellcheck";

    private RenderedScripts() {}

    /** The scripts of all trees in a directory, each text once, by one of the places where it is. */
    public static Map<String, String> in(Path directory) {
        Map<String, String> places = new TreeMap<>();
        try (Stream<Path> trees = Files.list(directory)) {
            for (Path tree : trees.filter(Files::isDirectory).sorted().toList()) {
                for (ConfigMap map : RenderedObjects.in(tree).all(ConfigMap.class)) {
                    String place = tree.getFileName() + "/" + map.getMetadata().getName() + "/";
                    map.getData().forEach((key, text) -> {
                        if (key.endsWith(".sh")) {
                            places.putIfAbsent(text, place + key);
                        }
                    });
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> scripts = new TreeMap<>();
        places.forEach((text, place) -> scripts.put(place, text));
        return scripts;
    }

    /** Why scripts cannot be checked on this machine, if they cannot. */
    public static Optional<String> obstacle() {
        return Shell.isInstalled(SHELLCHECK) ? Optional.empty() : Optional.of("shellcheck is not installed");
    }

    /** Returns what shellcheck reports about a script. */
    public static String check(String script) {
        try {
            Path file = Files.createTempFile("berth-harness", ".sh");
            Files.writeString(file, script, StandardCharsets.UTF_8);
            String report = Shell.attempt(List.of(SHELLCHECK, "--severity=style", file.toString()))
                    .text();
            Files.delete(file);
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
