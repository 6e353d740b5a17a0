package dev.berth.tree;

import dev.berth.finding.Finding;
import dev.berth.finding.Level;
import dev.berth.finding.Location;
import dev.berth.finding.Rule;
import dev.berth.gate.SetGate;
import dev.berth.manifest.InvalidManifestsException;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.SetModels;
import dev.berth.manifest.SetModels.DeclaredModel;
import dev.berth.manifest.TextFile;
import dev.berth.manifest.TreeFile;
import dev.berth.object.Declaration;
import dev.berth.value.InvalidValueException;
import dev.berth.value.TreePath;
import dev.berth.yaml.Characters;
import dev.berth.yaml.RenderException;
import dev.berth.yaml.Utf8Buffer;
import dev.berth.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A rendered tree in memory: the bytes of each file by path. From here on, only the disk can fail.
 *
 * <p>Each file starts with a header that names the class that declares it and the command that renders it. Berth recognizes its
 * own files by that header.
 */
public final class ManifestTree {

    private static final Rule FILE_IS_DIRECTORY = Rule.ofBerth("file-is-directory");
    private static final Rule NOT_RENDERED = Rule.ofBerth("not-rendered");

    private final SortedSet<String> sources;
    private final FileHeader header;
    private final SortedMap<TreePath, RenderedFile> files;
    private final List<TreePath> scope;

    private ManifestTree(
            SortedSet<String> sources,
            FileHeader header,
            SortedMap<TreePath, RenderedFile> files,
            List<TreePath> scope) {
        this.sources = Collections.unmodifiableSortedSet(sources);
        this.header = header;
        this.files = Collections.unmodifiableSortedMap(files);
        this.scope = List.copyOf(scope);
    }

    /**
     * Renders a set.
     *
     * @param source the name of a class, for the header of each file that does not name its own
     *     {@linkplain TreeFile#source() source}
     * @param command the command that renders the tree, for the header and for messages: {@code mvn generate-manifests}
     * @throws InvalidManifestsException if the set has problems, a comment is on a field that its object does not have,
     *     or a value cannot be written as YAML; reports all of them at once
     * @throws InvalidValueException if source or command is not a single line of text
     */
    public static ManifestTree render(ManifestSet set, String source, String command) {
        return render(set.declaredBy(source).models(), command);
    }

    /**
     * Renders a set whose objects already exist: see {@link #render(ManifestSet, String, String)}.
     *
     * @throws IllegalArgumentException if a file does not name its source
     */
    public static ManifestTree render(SetModels models, String command) {
        return render(models, command, Optional.empty());
    }

    /**
     * Renders the tree of an environment into its directory below the output directory, which each header names:
     * otherwise like {@link #render(SetModels, String)}.
     */
    public static ManifestTree render(SetModels models, String command, TreePath environment) {
        return render(models, command, Optional.of(environment));
    }

    private static ManifestTree render(SetModels models, String command, Optional<TreePath> environment) {
        ManifestSet set = models.set();
        List<Finding> problems = new ArrayList<>(SetGate.problems(models));
        FileHeader header = new FileHeader(command, environment);
        SortedSet<String> sources = new TreeSet<>();
        YamlWriter writer = new YamlWriter();
        SortedMap<TreePath, RenderedFile> files = new TreeMap<>();
        for (TreeFile file : set.files()) {
            sources.add(FileHeader.source(file));
            byte[] bytes = file instanceof ManifestFile manifests
                    ? objects(manifests, models, header, writer, problems)
                    : text((TextFile) file, header, problems);
            boolean executable = file instanceof TextFile text && text.executable();
            TreePath path = environment
                    .map(directory -> TreePath.of(directory + "/" + file.path()))
                    .orElse(file.path());
            files.put(path, new RenderedFile(path, bytes, executable));
        }
        Set<String> directories =
                directories(set.files().stream().map(TreeFile::path).toList());
        for (TreeFile file : set.files()) {
            if (directories.contains(file.path().toString())) {
                problems.add(error(
                        FILE_IS_DIRECTORY,
                        file.declaration(),
                        file.path() + " is both a file and a directory of other files: rename one"));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidManifestsException(problems);
        }
        return new ManifestTree(sources, header, files, List.of());
    }

    /** Returns a tree with the files of both, which must not have a path in common. */
    public ManifestTree and(ManifestTree other) {
        SortedSet<String> all = new TreeSet<>(sources);
        all.addAll(other.sources);
        SortedMap<TreePath, RenderedFile> both = new TreeMap<>(files);
        both.putAll(other.files);
        return new ManifestTree(all, header, both, scope);
    }

    /**
     * Returns the same tree, for these directories alone, which contain all of its files: nothing else below the output
     * directory is compared or removed.
     */
    public ManifestTree within(List<TreePath> only) {
        return new ManifestTree(sources, header, files, only);
    }

    /** Returns whether a path belongs to the tree, whether a file is there or not. */
    public boolean covers(String path) {
        return scope.isEmpty() || scope.stream().anyMatch(directory -> path.startsWith(directory + "/"));
    }

    private static Finding error(Rule rule, Declaration declaration, String message) {
        return Finding.of(rule, Level.ERROR, Location.of(declaration), message);
    }

    private static Set<String> directories(Collection<TreePath> paths) {
        Set<String> directories = new HashSet<>();
        for (TreePath path : paths) {
            String rest = path.toString();
            while (rest.indexOf('/') >= 0) {
                rest = rest.substring(0, rest.lastIndexOf('/'));
                directories.add(rest);
            }
        }
        return directories;
    }

    private static byte[] objects(
            ManifestFile file, SetModels models, FileHeader header, YamlWriter writer, List<Finding> problems) {
        writer.start(header.asHashComment(file, FileStatements.of(file, models)) + "\n");
        boolean first = true;
        for (DeclaredModel object : models.of(file)) {
            Manifest manifest = object.manifest();
            try {
                if (!first) {
                    writer.separate();
                }
                writer.append(object.model(), manifest.comments());
            } catch (RenderException e) {
                problems.add(error(NOT_RENDERED, manifest.declaration(), String.valueOf(e.getMessage())));
            }
            first = false;
        }
        return writer.finish();
    }

    private static byte[] text(TextFile file, FileHeader header, List<Finding> problems) {
        Utf8Buffer out = new Utf8Buffer();
        String text = file.text();
        if (text.codePoints().anyMatch(Characters::isSurrogate)) {
            problems.add(error(
                    NOT_RENDERED,
                    file.declaration(),
                    file.path()
                            + " contains half of a surrogate pair, which has no form in UTF-8: use whole characters"));
        }
        // An interpreter and the declaration of XML have to be the first line.
        int first = text.startsWith("#!") || text.startsWith("<?xml") ? text.indexOf('\n') + 1 : 0;
        out.putUtf8(text.substring(0, first));
        out.putUtf8(header.asComment(file));
        if (first == 0) {
            out.put('\n');
        }
        out.putUtf8(text.substring(first));
        return out.toBytes();
    }

    /** Returns the classes that declare its files; empty if it has no file. */
    public SortedSet<String> sources() {
        return sources;
    }

    /** Returns the command that renders the tree. */
    public String command() {
        return header.command();
    }

    /** Returns the paths of all files, sorted. */
    public SortedSet<TreePath> paths() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(files.keySet()));
    }

    /**
     * Returns a copy of the bytes of a file.
     *
     * @throws IllegalArgumentException if the tree has no such file
     */
    public byte[] bytes(TreePath path) {
        return file(path).bytes().clone();
    }

    /**
     * Returns whether a file is executable.
     *
     * @throws IllegalArgumentException if the tree has no such file
     */
    public boolean isExecutable(TreePath path) {
        return file(path).executable();
    }

    private RenderedFile file(TreePath path) {
        RenderedFile file = files.get(path);
        if (file == null) {
            throw new IllegalArgumentException("the tree has no file " + path);
        }
        return file;
    }

    Collection<RenderedFile> files() {
        return files.values();
    }

    boolean has(TreePath path) {
        return files.containsKey(path);
    }
}
