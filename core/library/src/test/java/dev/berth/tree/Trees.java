package dev.berth.tree;

import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.RawManifest;
import dev.berth.manifest.TextFile;
import dev.berth.manifest.TreeFile;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;

/** Trees to write, and the contents of a directory. */
final class Trees {

    static final String SOURCE = "com.example.Demo";
    static final String COMMAND = "mvn generate-manifests";

    private Trees() {}

    static ManifestTree tree(TreeFile... files) {
        return ManifestTree.render(ManifestSet.of(files), SOURCE, COMMAND);
    }

    /** Returns a file with one ConfigMap that contains a text. */
    static ManifestFile config(String path, String text) {
        return ManifestFile.of(
                path,
                RawManifest.of(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName(path.replaceAll("[^a-z0-9]", "-"))
                        .endMetadata()
                        .addToData("text", text)
                        .build()));
    }

    static TextFile script(String path, String body) {
        return TextFile.of(path, "#!/usr/bin/env bash\n" + body);
    }

    /**
     * Returns everything below a directory, without following links: the text of each file by path, or what else is
     * there.
     */
    static SortedMap<String, String> contents(Path directory) throws IOException {
        SortedMap<String, String> contents = new TreeMap<>();
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path found, BasicFileAttributes attributes) {
                if (!found.equals(directory)) {
                    contents.put(directory.relativize(found) + "/", "");
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String text =
                        attributes.isSymbolicLink() ? "-> " + Files.readSymbolicLink(file) : Files.readString(file);
                contents.put(directory.relativize(file).toString(), text);
                return FileVisitResult.CONTINUE;
            }
        });
        return contents;
    }
}
