package dev.berth.access;

import dev.berth.value.InvalidValueException;

/**
 * What a rule allows to do with a resource.
 *
 * @param value the verb as in the API
 */
public record Verb(String value) {

    /** Reads one object. */
    public static final Verb GET = new Verb("get");

    /** Lists objects. */
    public static final Verb LIST = new Verb("list");

    /** Receives the changes of objects. */
    public static final Verb WATCH = new Verb("watch");

    /** Creates objects. A rule with resource names cannot restrict it, because a new object has no name yet. */
    public static final Verb CREATE = new Verb("create");

    /** Replaces an object. */
    public static final Verb UPDATE = new Verb("update");

    /** Changes fields of an object. */
    public static final Verb PATCH = new Verb("patch");

    /** Deletes one object. */
    public static final Verb DELETE = new Verb("delete");

    /** Deletes all objects that a request selects. */
    public static final Verb DELETE_COLLECTION = new Verb("deletecollection");

    /** Every verb, also those that later versions add. */
    public static final Verb ALL = new Verb("*");

    /**
     * A verb with this name, such as {@code bind} or {@code impersonate}.
     *
     * @throws InvalidValueException if the name is empty
     */
    public Verb {
        if (value.isEmpty()) {
            throw InvalidValueException.of("Verb", value, "must not be empty");
        }
    }
}
