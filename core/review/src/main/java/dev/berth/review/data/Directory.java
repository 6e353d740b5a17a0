package dev.berth.review.data;

import java.util.ArrayList;
import java.util.List;

/** Paths of directories without a slash at the start or at the end; the empty path is the root. */
final class Directory {
    private Directory() {}

    /** Returns the parts as one path. */
    static String of(String... parts) {
        List<String> steps = new ArrayList<>();
        for (String part : parts) {
            for (String step : part.split("/", -1)) {
                if (!step.isEmpty() && !step.equals(".")) {
                    steps.add(step);
                }
            }
        }
        return String.join("/", steps);
    }

    /** Returns whether the path is the directory or below it. */
    static boolean isWithin(String path, String directory) {
        return directory.isEmpty() || path.equals(directory) || path.startsWith(directory + "/");
    }

    /** Returns the path below the directory that contains it. */
    static String below(String path, String directory) {
        return of(path.substring(directory.length()));
    }
}
