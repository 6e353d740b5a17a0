package dev.berth.maven;

import dev.berth.maven.git.GitRepository;
import dev.berth.review.DirectorySource;
import dev.berth.review.FileSource;
import dev.berth.review.SeveralSources;
import dev.berth.review.TreeSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The trees that a parameter can refer to. The repository is opened only if it is needed. */
final class NamedTrees implements AutoCloseable {

    private final Path directory;
    private final InputStream standardInput;
    private boolean inputIsUsed;
    private @Nullable GitRepository repository;

    NamedTrees(Path directory, InputStream standardInput) {
        this.directory = directory;
        this.standardInput = standardInput;
    }

    /** Returns the tree at a directory, in a file, in standard input ({@code -}), at a revision, or in several of them. */
    TreeSource named(String value) throws IOException {
        if (value.isBlank()) {
            throw new IOException("berth.before and berth.after name a directory or a revision, and one of them is"
                    + " empty: was a variable not set?");
        }
        if (value.equals("-")) {
            if (inputIsUsed) {
                throw new IOException("only one of berth.before and berth.after can be standard input");
            }
            inputIsUsed = true;
            return FileSource.of(standardInput);
        }
        if (Files.exists(Path.of(value))) {
            return path(Path.of(value));
        }
        return value.contains(",") ? several(value) : revision(value);
    }

    TreeSource directory() throws IOException {
        return path(directory);
    }

    TreeSource atMergeBase() throws IOException {
        return repository().atMergeBase(directory);
    }

    private static TreeSource path(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            Path parent = path.getParent();
            return FileSource.of(path, GitRepository.pathFromRoot(parent == null ? Path.of("") : parent));
        }
        return new DirectorySource(path, GitRepository.pathFromRoot(path));
    }

    private static TreeSource several(String value) throws IOException {
        List<TreeSource> sources = new ArrayList<>();
        for (String part : value.split(",", -1)) {
            Path path = Path.of(part.strip());
            if (part.isBlank() || !Files.exists(path)) {
                throw new IOException("\"" + part.strip() + "\" in \"" + value + "\" is not a directory or a file");
            }
            sources.add(path(path));
        }
        return new SeveralSources(sources);
    }

    private TreeSource revision(String value) throws IOException {
        try {
            repository();
        } catch (IOException none) {
            throw new IOException("\"" + value + "\" is not a directory or a file, and " + none.getMessage(), none);
        }
        return repository().at(value, directory);
    }

    private GitRepository repository() throws IOException {
        GitRepository opened = repository == null ? GitRepository.around(directory) : repository;
        repository = opened;
        return opened;
    }

    @Override
    public void close() {
        if (repository != null) {
            repository.close();
        }
    }
}
