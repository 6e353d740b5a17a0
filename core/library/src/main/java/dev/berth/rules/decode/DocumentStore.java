package dev.berth.rules.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Keeps many objects in little memory, by their namespaces, each in the order in which it came: some dozens of bytes for
 * each, as manifests are much alike.
 */
public final class DocumentStore {
    private static final int BLOCK = 1 << 13;

    /** So many bytes are kept as they are: to compress them costs more time than the memory is worth. */
    private static final int LOOSE = 1 << 22;

    /** Where the values of ConfigMaps and Secrets stand, which nobody asks the store for. */
    private static final Set<String> VALUES = Set.of("data", "binaryData", "stringData");

    private static final Set<String> WITHOUT_VALUES = Set.of("ConfigMap", "Secret");
    private static final Set<String> LIMITS = Set.of("LimitRange", "ResourceQuota");

    private final TreeBytes trees = new TreeBytes();
    private final SortedMap<String, Shelf> shelves = new TreeMap<>();

    private int loose;

    /** Some objects, perhaps compressed. */
    private static final class Block {
        private final byte[] bytes;
        private final boolean deflated;

        Block(byte[] bytes, boolean deflated) {
            this.bytes = bytes;
            this.deflated = deflated;
        }

        byte[] content() throws IOException {
            return deflated ? new InflaterInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes;
        }
    }

    /** The objects of one namespace: blocks that are full, and one that is being filled. */
    private static final class Shelf {
        private final List<Block> blocks = new ArrayList<>();
        private final ByteArrayOutputStream open = new ByteArrayOutputStream(64);
    }

    /**
     * Keeps an object. What cannot be decoded, or has no rules here, is kept by its name alone.
     *
     * @param shelf the name to find it under: its namespace, or another one
     * @param file a number that says where it was read
     */
    public void add(String shelf, int file, ManifestDocument document) {
        try {
            Shelf place = shelves.computeIfAbsent(shelf, any -> new Shelf());
            DataOutputStream out = new DataOutputStream(place.open);
            boolean judged = document.tree().isPresent();
            TreeBytes.number(file, out);
            TreeBytes.number(document.line(), out);
            out.writeBoolean(judged);
            trees.write(judged || LIMITS.contains(document.kind()) ? whole(document) : named(document), out);
            if (place.open.size() >= BLOCK) {
                boolean full = loose > LOOSE;
                place.blocks.add(new Block(full ? deflated(place.open) : place.open.toByteArray(), full));
                loose += full ? 0 : place.open.size();
                place.open.reset();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode whole(ManifestDocument document) {
        ObjectNode tree = document.tree()
                .or(() ->
                        document.written().filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast))
                .orElseGet(() -> named(document));
        if (WITHOUT_VALUES.contains(document.kind())) {
            for (String field : VALUES) {
                if (tree.get(field) instanceof ObjectNode values) {
                    values.properties().forEach(entry -> entry.setValue(JsonNodeFactory.instance.textNode("")));
                }
            }
        }
        return tree;
    }

    private static ObjectNode named(ManifestDocument document) {
        ObjectNode named = new WrittenObject(1);
        named.put("apiVersion", document.apiVersion()).put("kind", document.kind());
        ObjectNode metadata = named.putObject("metadata").put("name", document.name());
        if (!document.namespace().isEmpty()) {
            metadata.put("namespace", document.namespace());
        }
        return named;
    }

    /** The names of the shelves, in their order. */
    public Set<String> shelves() {
        return shelves.keySet();
    }

    /** Hands out the objects of a shelf, some after the other. */
    public void read(String shelf, Consumer<List<StoredObject>> taker) {
        Shelf place = shelves.get(shelf);
        if (place == null) {
            return;
        }
        try {
            for (Block block : place.blocks) {
                taker.accept(read(block.content()));
            }
            taker.accept(read(place.open.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<StoredObject> read(byte[] block) throws IOException {
        List<StoredObject> objects = new ArrayList<>();
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(block));
        while (in.available() > 0) {
            int file = TreeBytes.number(in);
            int line = TreeBytes.number(in);
            boolean judged = in.readBoolean();
            objects.add(new StoredObject(file, line, judged, (ObjectNode) trees.read(in)));
        }
        return objects;
    }

    private static byte[] deflated(ByteArrayOutputStream block) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(BLOCK / 8);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(out, deflater)) {
            block.writeTo(deflating);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }
}
