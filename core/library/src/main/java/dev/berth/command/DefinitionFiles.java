package dev.berth.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Finding;
import dev.berth.rules.custom.CustomResources;
import dev.berth.rules.decode.ManifestDocument;
import dev.berth.rules.decode.ManifestReader;
import dev.berth.value.InvalidValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The CustomResourceDefinitions in files that are not part of a tree. */
final class DefinitionFiles {

    private DefinitionFiles() {}

    /**
     * Returns the definitions in files, and in the YAML and JSON files of directories; other objects in them are ignored.
     *
     * @throws InvalidValueException if a file has no definition, or the server refuses one
     * @throws IOException if a file cannot be read
     */
    static List<JsonNode> read(List<Path> places) throws IOException {
        List<JsonNode> definitions = new ArrayList<>();
        for (Path place : places) {
            int before = definitions.size();
            for (Path file : files(place)) {
                for (ManifestDocument document : ManifestReader.read(Files.readString(file))) {
                    read(document, file, definitions);
                }
            }
            if (definitions.size() == before) {
                throw InvalidValueException.of(
                        "berth.definitions", place.toString(), "must have a CustomResourceDefinition");
            }
        }
        return definitions;
    }

    private static List<Path> files(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> all = Files.walk(place)) {
            return all.filter(file -> file.toString().matches(".*\\.(ya?ml|json)"))
                    .sorted()
                    .toList();
        }
    }

    private static void read(ManifestDocument document, Path file, List<JsonNode> definitions) {
        boolean definition = ManifestDocument.isDefinition(document.apiVersion(), document.kind());
        if (!definition || document.written().isEmpty()) {
            return;
        }
        JsonNode written = document.written().get();
        List<Finding> refused =
                CustomResources.find().orElseThrow().toDefinition(written).findings();
        if (!refused.isEmpty()) {
            throw new InvalidValueException("berth.definitions: " + file + ":"
                    + document.lineOf(refused.get(0).field()) + ": CustomResourceDefinition \"" + document.name()
                    + "\": " + refused.get(0).text());
        }
        definitions.add(written);
    }
}
