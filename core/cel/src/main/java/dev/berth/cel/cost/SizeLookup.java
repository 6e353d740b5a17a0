package dev.berth.cel.cost;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the limits of a schema. */
public interface SizeLookup {
    /** The elements of a list in a path. */
    String ITEMS = "@items";
    /** The keys of a map in a path. */
    String KEYS = "@keys";
    /** The values of a map in a path. */
    String VALUES = "@values";

    /**
     * Returns the largest size of a value; null if the path leads to none.
     *
     * @param path a variable, and below it names of fields, {@link #ITEMS}, {@link #KEYS} or {@link #VALUES}
     */
    @Nullable Long largest(List<String> path);
}
