package dev.berth.tree;

import dev.berth.manifest.TreeFile;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** Two trees with the same files, and a process that writes them in turns. */
final class AlternatingRuns {

    static final ManifestTree ONE = tree("one ");
    static final ManifestTree OTHER = tree("the other ");

    private static final int FILES = 30;
    private static final int WORDS = 4000;

    private AlternatingRuns() {}

    private static ManifestTree tree(String word) {
        return Trees.tree(IntStream.range(0, FILES)
                .mapToObj(i -> Trees.config("manifests/part" + i % 3 + "/" + i + ".yaml", word.repeat(WORDS)))
                .toArray(TreeFile[]::new));
    }

    /** Writes into a directory this many times. */
    public static void main(String[] arguments) {
        Path out = Path.of(arguments[0]);
        for (int run = 0; run < Integer.parseInt(arguments[1]); run++) {
            TreeWriter.write(run % 2 == 0 ? OTHER : ONE, out);
        }
    }
}
