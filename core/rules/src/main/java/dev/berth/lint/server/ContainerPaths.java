package dev.berth.lint.server;

import org.jspecify.annotations.Nullable;

/** Paths in a container. */
final class ContainerPaths {

    private static final String VAR_RUN = "/var/run";
    private static final int TO_RUN = "/var".length();

    private ContainerPaths() {}

    /** Returns a path without a slash at its end. {@code /var/run} is a link to {@code /run} in Linux images. */
    static String normal(@Nullable String path) {
        String text = path == null ? "" : path;
        while (text.length() > 1 && text.endsWith("/")) {
            text = text.substring(0, text.length() - 1);
        }
        return contains(VAR_RUN, text) ? text.substring(TO_RUN) : text;
    }

    /** Whether a path is a directory, or a path below it. Both are normal. */
    static boolean contains(String directory, String path) {
        return path.equals(directory) || path.startsWith(directory.equals("/") ? "/" : directory + "/");
    }
}
