package dev.berth.tree;

import dev.berth.header.RenderedHeader;
import dev.berth.value.TreePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The directory that a tree is rendered into. It looks up paths without ever following a symbolic link below itself.
 */
final class OutputDirectory {

    /** This many bytes of a file are enough to read the line that says whose it is. */
    private static final int LONGEST_HEADER = 4096;

    private final Path shown;
    private final Path root;
    private final Map<Path, Optional<String>> obstacles = new HashMap<>();

    /** Creates it for a path from the user; the directory need not exist. */
    OutputDirectory(Path directory) {
        this.shown = directory;
        this.root = real(directory);
    }

    private static Path real(Path directory) {
        try {
            return directory.toRealPath();
        } catch (IOException e) {
            return directory.toAbsolutePath().normalize();
        }
    }

    /** Returns the directory as the user named it, for messages. */
    Path shown() {
        return shown;
    }

    Path root() {
        return root;
    }

    /** Returns the name of the directory, for a heading. */
    String name() {
        Path name = root.getFileName();
        return name == null ? root.toString() : name + "/";
    }

    /** Returns the path on the disk for a file of the tree. */
    Path resolve(TreePath path) {
        return root.resolve(path.toString());
    }

    /** Returns the path of a file as the user would name it, for messages. */
    Path show(Path file) {
        return shown.resolve(root.relativize(file).toString());
    }

    /** Returns the path of a file within the tree, with slashes on every system. */
    String relative(Path file) {
        return root.relativize(file).toString().replace(root.getFileSystem().getSeparator(), "/");
    }

    /** Returns what prevents a file at this path: a symbolic link or a file above it. Null if nothing does. */
    @Nullable String obstacleAbove(Path file) {
        Path parent = file.getParent();
        if (parent == null || !parent.startsWith(root)) {
            return null;
        }
        Optional<String> known = obstacles.get(parent);
        if (known == null) {
            known = Optional.ofNullable(obstacleAt(parent));
            obstacles.put(parent, known);
        }
        return known.orElse(null);
    }

    private @Nullable String obstacleAt(Path directory) {
        String above = directory.equals(root) ? null : obstacleAbove(directory);
        if (above != null) {
            return above;
        }
        BasicFileAttributes found = attributes(directory);
        if (found == null || found.isDirectory()) {
            return null;
        }
        return found.isSymbolicLink()
                ? show(directory) + " is a symbolic link, which Berth does not follow: replace it with a directory"
                : show(directory) + " is a file where a directory should be: move it away";
    }

    /** Returns the attributes of a path, without following a link, or null if nothing is there. */
    static @Nullable BasicFileAttributes attributes(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            Path parent = file.getParent();
            if (parent != null && !Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) {
                return null;
            }
            throw new TreeException(file + " cannot be read: " + reason(e), e);
        }
    }

    /**
     * Returns the path in the header of a file, or empty if it has no header from Berth. If a merge left a conflict in
     * the header, this is the expected path if one of the versions names it.
     */
    static Optional<String> headerPath(Path file, String expected) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            String start = text(in.readNBytes(LONGEST_HEADER));
            if (!RenderedHeader.isConflicted(start)) {
                return RenderedHeader.of(start).map(RenderedHeader::fullPath);
            }
            List<String> paths = RenderedHeader.ofVersions(start + text(in.readAllBytes())).stream()
                    .map(RenderedHeader::fullPath)
                    .toList();
            return paths.contains(expected)
                    ? Optional.of(expected)
                    : paths.stream().findFirst();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Returns the operating system's reason for a failure, without the path, which is already in the message. */
    static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "another file is in the way";
        }
        String reason = failure instanceof FileSystemException named ? named.getReason() : failure.getMessage();
        return reason == null ? failure.getClass().getSimpleName() : reason;
    }
}
