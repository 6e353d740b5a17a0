package dev.berth.lint.rule;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The file and the directory of each object of a set, by the number of the object: a name leads to the nearest object
 * that has it. Files and directories are numbers as well.
 */
final class Places {

    private static final int SAME_FILE = 0;
    private static final int SAME_DIRECTORY = 1;
    private static final int ELSEWHERE = 2;

    private int[] files = new int[64];
    private int[] directories = new int[64];
    private int size;

    /** Adds the place of the next object. */
    void add(int file, int directory) {
        if (size == files.length) {
            files = Arrays.copyOf(files, 2 * size);
            directories = Arrays.copyOf(directories, 2 * size);
        }
        files[size] = file;
        directories[size++] = directory;
    }

    /** Returns those of some objects that are in the same file as an object, or else in its directory, or else all. */
    List<Integer> nearest(int from, List<Integer> numbers) {
        if (numbers.size() < 2 || from < 0) {
            return numbers;
        }
        int least = numbers.stream().mapToInt(to -> distance(from, to)).min().orElse(ELSEWHERE);
        return numbers.stream().filter(to -> distance(from, to) == least).toList();
    }

    private int distance(int from, int to) {
        if (files[from] == files[to]) {
            return SAME_FILE;
        }
        return directories[from] == directories[to] ? SAME_DIRECTORY : ELSEWHERE;
    }

    /** Returns the one of some objects that is nearest to a place, the first if several are. */
    Optional<Integer> nearest(int file, int directory, List<Integer> numbers) {
        Comparator<Integer> far = Comparator.comparingInt(
                to -> files[to] == file ? SAME_FILE : directories[to] == directory ? SAME_DIRECTORY : ELSEWHERE);
        return numbers.stream().min(far.thenComparing(Comparator.naturalOrder()));
    }
}
