package dev.berth.rules.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Stores many objects by number in little memory: a few dozen bytes for each, because manifests are much alike. One
 * thread may add objects; after that, any thread may read.
 */
public final class DocumentStore {
    private static final int BLOCK = 1 << 13;

    /** This many bytes are kept uncompressed: compressing them takes more time than the memory is worth. */
    private static final int LOOSE = 1 << 21;

    private final TreeBytes trees = new TreeBytes();
    private final List<Block> blocks = new ArrayList<>();
    private final ByteOutput open = new ByteOutput();
    private int[] starts = new int[64];

    private int loose;
    private int size;
    private int inOpen;

    /** Some objects, perhaps compressed: the number of the first, and where each begins. */
    private static final class Block {
        private final int first;
        private final int[] starts;
        private final byte[] bytes;
        private final boolean deflated;

        Block(int first, int[] starts, byte[] bytes, boolean deflated) {
            this.first = first;
            this.starts = starts;
            this.bytes = bytes;
            this.deflated = deflated;
        }

        byte[] content() {
            try {
                return deflated ? new InflaterInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Encodes an object for this store. Any thread may do so, best the one that has created the object. */
    public EncodedObject encode(StoredObject object) {
        ByteOutput out = new ByteOutput();
        out.number(object.file());
        out.number(object.line());
        out.octet(object.isJudged() ? 1 : 0);
        trees.write(object.tree(), out);
        return new EncodedObject(out.take());
    }

    /** Stores an object with the next number; the first has 0. */
    public void add(StoredObject object) {
        add(encode(object));
    }

    /** The same for an object that is encoded already. */
    public void add(EncodedObject object) {
        if (inOpen == starts.length) {
            starts = Arrays.copyOf(starts, 2 * inOpen);
        }
        starts[inOpen++] = open.size();
        size++;
        open.octets(object.bytes);
        if (open.size() >= BLOCK) {
            closeBlock();
        }
    }

    /** Returns the number of objects. */
    public int size() {
        return size;
    }

    /** Returns the object with a number. */
    public StoredObject get(int number) {
        return read(number, number + 1).get(0);
    }

    /** Returns the objects from one number (inclusive) to another (exclusive). */
    public List<StoredObject> read(int from, int to) {
        List<StoredObject> objects = new ArrayList<>(to - from);
        for (int block = blockOf(from); objects.size() < to - from; block++) {
            read(blocks.get(block), from + objects.size(), to, objects);
        }
        return objects;
    }

    private void read(Block block, int from, int to, List<StoredObject> objects) {
        byte[] content = block.content();
        int end = Math.min(to - block.first, block.starts.length);
        for (int i = from - block.first; i < end; i++) {
            ByteInput in = new ByteInput(content, block.starts[i]);
            objects.add(new StoredObject(in.count(), in.count(), in.octet() == 1, (ObjectNode) trees.read(in)));
        }
    }

    private synchronized int blockOf(int number) {
        if (inOpen > 0) {
            closeBlock();
        }
        int low = 0;
        int high = blocks.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (blocks.get(middle).first <= number) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private void closeBlock() {
        byte[] bytes = open.take();
        boolean full = loose > LOOSE;
        loose += full ? 0 : bytes.length;
        blocks.add(new Block(size - inOpen, Arrays.copyOf(starts, inOpen), full ? deflated(bytes) : bytes, full));
        inOpen = 0;
    }

    private static byte[] deflated(byte[] block) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(BLOCK / 8);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(out, deflater)) {
            deflating.write(block);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }
}
