package dev.berth.manifest;

import dev.berth.object.Declaration;
import dev.berth.value.TreePath;
import java.util.Optional;

/** A file of the rendered tree: objects as YAML, or a text. */
public sealed interface TreeFile permits ManifestFile, TextFile {

    /** The place of the file in the tree. */
    TreePath path();

    /** Where the file was declared, for messages. */
    Declaration declaration();

    /** The class that declares the file, for its header; empty until {@link ManifestSet#declaredBy} sets it. */
    Optional<String> source();

    /** Returns a copy that this class declares. */
    TreeFile declaredBy(String source);
}
