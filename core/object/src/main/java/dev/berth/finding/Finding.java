package dev.berth.finding;

import dev.berth.object.ObjectId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a rule reports: what is wrong with an object, or what a cluster does with a change of it.
 *
 * @param object the object; {@link ObjectId#NONE} where the finding is about a file or a text that is not an object
 * @param location where to correct it; {@link Location#NONE} as long as only the object is known
 * @param field the field as the API server prints it; empty if the finding is about the object as a whole
 * @param rule the rule that reports it
 * @param level how bad it is
 * @param type the cause in the API server's vocabulary; null if the server has no cause for it
 * @param message what is wrong or what happens; never a value of a Secret
 * @param remedy what to do; empty if the message already states it, or if there is nothing to do
 * @param change the change that the finding is about; null outside of a review
 */
public record Finding(
        ObjectId object,
        Location location,
        String field,
        Rule rule,
        Level level,
        @Nullable FindingType type,
        String message,
        String remedy,
        @Nullable Change change) {

    /** A reason why the API server refuses an object; the caller knows which object it is and where. */
    public static Finding of(Rule rule, String field, FindingType type, String message) {
        return new Finding(ObjectId.NONE, Location.NONE, field, rule, Level.ERROR, type, message, "", null);
    }

    /** A finding on a file or on a text that is not an object. */
    public static Finding of(Rule rule, Level level, Location location, String message) {
        return new Finding(ObjectId.NONE, location, "", rule, level, null, message, "", null);
    }

    /** An error of Berth itself in what is declared at this location. */
    public static Finding error(Rule rule, ObjectId object, Location location, String field, String message) {
        return new Finding(object, location, field, rule, Level.ERROR, null, message, "", null);
    }

    /** The same finding on this object, at this location. */
    public Finding on(ObjectId newObject, Location newLocation) {
        return new Finding(newObject, newLocation, field, rule, level, type, message, remedy, change);
    }

    /** The same finding with another message. */
    public Finding withMessage(String newMessage) {
        return new Finding(object, location, field, rule, level, type, newMessage, remedy, change);
    }

    /** The Kubernetes function that the rule follows, and its file; empty if Berth itself is the source. */
    public String source() {
        return rule.source();
    }

    /**
     * The change that the finding is about.
     *
     * @throws NullPointerException if the finding is not part of a review
     */
    public Change requireChange() {
        return Objects.requireNonNull(change, "only the findings of a review are about a change");
    }

    /**
     * What the cluster does with the change.
     *
     * @throws NullPointerException if the finding is not part of a review
     */
    public Effect effect() {
        return requireChange().effect();
    }

    /** The field, the message and the remedy, in one line. */
    public String text() {
        String what = remedy.isEmpty() ? message : message + " " + remedy;
        return field.isEmpty() ? what : field + ": " + what;
    }

    /**
     * The location, the level, the object, the text and the ID of the rule, in one line as compilers write it. The object
     * has no namespace here: the file and the line already lead to it.
     */
    public String line() {
        String what = object.isNone() ? "" : object.kind() + " \"" + object.name() + "\": ";
        return location + ": " + level + ": " + what + text() + " (" + rule.id() + ")";
    }

    /** The finding in one line, and below it the line of Java that declares the object. */
    public String withDeclaration() {
        return location.declaration() == null ? toString() : this + "\n    declared at " + location.declaration();
    }

    /** The object, the text and the ID of the rule, in one line. */
    @Override
    public String toString() {
        return (object.isNone() ? "" : object + ": ") + text() + " (" + rule.id() + ")";
    }
}
