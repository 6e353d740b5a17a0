package dev.berth.tree;

import java.util.List;

/** A tree that can't stand on the disk as it should: one line for each reason, and the tree on the disk unchanged. */
public final class TreeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TreeException(String reason) {
        super(reason);
    }

    TreeException(List<String> reasons) {
        super(String.join("\n", reasons));
    }

    TreeException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
