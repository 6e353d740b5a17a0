package dev.berth.lint.rule;

import java.util.ArrayList;
import java.util.Arrays;
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
        int least = ELSEWHERE;
        for (int to : numbers) {
            least = Math.min(least, distance(from, to));
        }
        List<Integer> found = new ArrayList<>();
        for (Integer to : numbers) {
            if (distance(from, to) == least) {
                found.add(to);
            }
        }
        return found;
    }

    /** Returns whether all objects are in one file, so that none is nearer than another. */
    boolean isOneFile() {
        return size == 0 || (files[0] == files[size - 1]);
    }

    /** Returns whether two objects are in the same directory; an object without a place is in none. */
    boolean isInDirectoryOf(int from, int to) {
        return from >= 0 && directories[from] == directories[to];
    }

    /** Returns the number of the directory of an object; negative for an object without a place. */
    int directoryOf(int number) {
        return number < 0 ? number : directories[number];
    }

    /** Returns the number of the file of an object; negative for an object without a place. */
    int fileOf(int number) {
        return number < 0 ? number : files[number];
    }

    /** Returns the number of the first object in the file of an object: objects are added file by file. */
    int firstOfFile(int number) {
        int first = number;
        while (first > 0 && files[first - 1] == files[number]) {
            first--;
        }
        return first;
    }

    /** Returns the number after the last object in the file of an object. */
    int endOfFile(int number) {
        int end = number + 1;
        while (end < size && files[end] == files[number]) {
            end++;
        }
        return end;
    }

    /** Returns those of some pods that are nearest to an object. */
    List<Pods> nearestPods(int from, List<Pods> some) {
        if (from < 0 || isOneFile()) {
            return some;
        }
        int least = ELSEWHERE;
        List<Pods> found = new ArrayList<>();
        for (Pods pods : some) {
            int distance = distance(from, pods.number());
            if (distance < least) {
                least = distance;
                found.clear();
            }
            if (distance == least) {
                found.add(pods);
            }
        }
        return found;
    }

    private int distance(int from, int to) {
        if (files[from] == files[to]) {
            return SAME_FILE;
        }
        return directories[from] == directories[to] ? SAME_DIRECTORY : ELSEWHERE;
    }

    /** Returns the one of some objects that is nearest to a place, the first if several are. */
    Optional<Integer> nearest(int file, int directory, List<Integer> numbers) {
        Integer nearest = null;
        int least = ELSEWHERE + 1;
        for (Integer to : numbers) {
            int distance = files[to] == file ? SAME_FILE : directories[to] == directory ? SAME_DIRECTORY : ELSEWHERE;
            if (distance < least) {
                least = distance;
                nearest = to;
            }
        }
        return Optional.ofNullable(nearest);
    }
}
