package dev.berth.validate;

import dev.berth.header.RenderedHeader;
import dev.berth.header.Statements;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of rendered files state: which files belong to one tree, which are alternatives, which objects
 * already exist, and which findings are acknowledged.
 *
 * <p>The header of a file names its path in its tree, and the rest of its path is the root of the tree. Trees are
 * independent of each other, such as those of two environments. A file that Berth did not render belongs to the tree
 * whose directory contains it. If there is only one tree, all files belong to it.
 */
final class RenderedTrees {

    private static final byte[] PREFIX = "# Rendered by Berth from ".getBytes(StandardCharsets.UTF_8);

    /** Most headers are shorter, so that one read is enough. */
    private static final int START_LENGTH = 1 << 10;

    /** A rendered file: the root of its tree, its path there, and its statements. */
    private record Rendered(String root, String path, Statements statements) {

        Rendered sharing(String sameRoot, String name) {
            return new Rendered(sameRoot, path.equals(name) ? name : path, statements);
        }

        String standsFor() {
            return statements.insteadOf().orElse(path);
        }
    }

    private final List<@Nullable Rendered> files;
    private final List<Integer> trees;
    private final int count;

    private RenderedTrees(List<@Nullable Rendered> files, List<Integer> trees, int count) {
        this.files = files;
        this.trees = trees;
        this.count = count;
    }

    /** Reads the headers of these files of a directory. */
    static RenderedTrees read(Path directory, List<String> names) {
        String root = directory.toAbsolutePath().normalize().toString().replace('\\', '/') + "/";
        // Most of the time is spent on opening the files.
        List<Optional<Rendered>> headers = names.parallelStream()
                .map(name -> ManifestFiles.isManifest(name)
                        ? header(directory.resolve(name), root + name)
                        : Optional.<Rendered>empty())
                .toList();
        List<@Nullable Rendered> files = new ArrayList<>();
        Map<String, Integer> roots = new HashMap<>();
        // Thousands of files have one root, and most have their path as their name: each text is kept once.
        Map<String, String> once = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Rendered file = headers.get(i)
                    .map(header -> header.sharing(once.computeIfAbsent(header.root(), same -> same), name))
                    .orElse(null);
            files.add(file);
            if (file != null) {
                roots.computeIfAbsent(file.root(), any -> roots.size());
            }
        }
        List<Integer> trees = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Rendered file = files.get(i);
            trees.add(
                    roots.size() < 2
                            ? Integer.valueOf(0)
                            : file != null ? roots.get(file.root()) : containing(root + names.get(i), roots));
        }
        return new RenderedTrees(files, trees, Math.max(1, roots.size() < 2 ? 1 : roots.size() + 1));
    }

    /** Returns the number of the innermost tree around a file, or one more than all if there is none. */
    private static Integer containing(String file, Map<String, Integer> roots) {
        return roots.keySet().stream()
                .filter(file::startsWith)
                .max(Comparator.comparingInt(String::length))
                .map(roots::get)
                .orElse(roots.size());
    }

    private static Optional<Rendered> header(Path file, String name) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(START_LENGTH);
            if (!Arrays.equals(start, 0, Math.min(start.length, PREFIX.length), PREFIX, 0, PREFIX.length)) {
                return Optional.empty();
            }
            List<String> lines = comments(start, in);
            return RenderedHeader.of(lines.get(0))
                    .filter(header -> name.endsWith("/" + header.path()))
                    .map(header -> new Rendered(
                            name.substring(0, name.length() - header.path().length()),
                            header.path(),
                            Statements.read(lines.subList(1, lines.size()))));
        } catch (IOException unreadable) {
            // The validation reads the file again, and reports that it cannot.
            return Optional.empty();
        }
    }

    /** Returns the first line, and the comments after it without the characters that make them comments. */
    private static List<String> comments(byte[] start, InputStream rest) throws IOException {
        byte[] text = start;
        int end = endOfComments(text);
        if (end < 0) {
            byte[] more = rest.readAllBytes();
            text = Arrays.copyOf(start, start.length + more.length);
            System.arraycopy(more, 0, text, start.length, more.length);
            end = endOfComments(text);
        }
        List<String> lines = new ArrayList<>();
        for (String line : new String(text, 0, end < 0 ? text.length : end, StandardCharsets.UTF_8).split("\n", -1)) {
            String comment = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            lines.add(lines.isEmpty() ? comment : comment.substring(Math.min(2, comment.length())));
        }
        return lines;
    }

    /** Returns where the first line ends and no comment follows; negative if that is not in the text. */
    private static int endOfComments(byte[] text) {
        for (int i = 0; i + 2 < text.length; i++) {
            if (text[i] == '\n' && (text[i + 1] != '#' || text[i + 2] != ' ')) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the number of trees. */
    int count() {
        return count;
    }

    /** Returns the number of the tree of a file. */
    int treeOf(int file) {
        return trees.get(file);
    }

    /** Returns the statements of a file. */
    Statements of(int file) {
        Rendered rendered = files.get(file);
        return rendered == null ? Statements.NONE : rendered.statements();
    }

    /** Returns the statements of the files of a tree. */
    List<Statements> ofTree(int tree) {
        List<Statements> all = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            Rendered rendered = files.get(i);
            if (rendered != null && treeOf(i) == tree) {
                all.add(rendered.statements());
            }
        }
        return all;
    }

    /** Returns whether only one of two files is applied. */
    boolean exclude(int one, int other) {
        Rendered first = files.get(one);
        Rendered second = files.get(other);
        return first != null
                && second != null
                && !first.path().equals(second.path())
                && Objects.equals(first.root(), second.root())
                && first.standsFor().equals(second.standsFor());
    }
}
