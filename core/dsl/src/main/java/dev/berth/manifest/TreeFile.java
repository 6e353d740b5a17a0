package dev.berth.manifest;

import dev.berth.object.Declaration;
import dev.berth.value.TreePath;

/** A file of the rendered tree: objects as YAML, or a text. */
public sealed interface TreeFile permits ManifestFile, TextFile {

    /** The place of the file in the tree. */
    TreePath path();

    /** Where the file was declared, for messages. */
    Declaration declaration();
}
