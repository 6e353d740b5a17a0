package dev.berth.environment;

import dev.berth.finding.Location;
import dev.berth.object.ObjectId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field, an object or a file that differs between environments.
 *
 * @param object the object; {@link ObjectId#NONE} for a file
 * @param path the field path, empty for the object as a whole; or the path of the file
 * @param values the value in each environment, never that of a Secret; null if the environment does not have it
 * @param location where the last environment that has it declares it
 */
record DifferentField(ObjectId object, String path, List<@Nullable String> values, Location location) {

    /** The value of an object or a file that the environment has. */
    static final String PRESENT = "(declared)";

    /** Returns whether this is a whole object that some environment does not have. */
    boolean isWholeObject() {
        return !object.isNone() && path.isEmpty();
    }
}
