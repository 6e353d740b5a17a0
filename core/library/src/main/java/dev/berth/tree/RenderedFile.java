package dev.berth.tree;

import dev.berth.value.TreePath;

/** One file of a rendered tree, as it is written to the disk. */
final class RenderedFile {

    private final TreePath path;
    private final byte[] bytes;
    private final boolean executable;

    RenderedFile(TreePath path, byte[] bytes, boolean executable) {
        this.path = path;
        this.bytes = bytes;
        this.executable = executable;
    }

    TreePath path() {
        return path;
    }

    /** Returns its bytes, which must not be changed. */
    byte[] bytes() {
        return bytes;
    }

    boolean executable() {
        return executable;
    }
}
