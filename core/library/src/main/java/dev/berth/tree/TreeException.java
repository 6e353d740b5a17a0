package dev.berth.tree;

import java.util.List;

/** Reports a tree that cannot be written or read, with one line for each reason. The tree on the disk is unchanged. */
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
