package dev.berth.command;

import dev.berth.manifest.InvalidManifestsException;
import dev.berth.value.InvalidValueException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An exception from the user's code, reported with the lines that the user can change. */
final class UserFailure {

    private static final int SHOWN_FRAMES = 8;
    private static final String OWN = SourceLoader.class.getPackageName() + ".";

    private final String source;
    private final Throwable thrown;

    /**
     * @param source the class that threw
     * @param thrown the exception, which reflection or a static initializer may have wrapped
     */
    UserFailure(String source, Throwable thrown) {
        this.source = source;
        this.thrown = unwrap(thrown);
    }

    private static Throwable unwrap(Throwable thrown) {
        Throwable cause = thrown.getCause();
        boolean wraps = thrown instanceof InvocationTargetException || thrown instanceof ExceptionInInitializerError;
        return wraps && cause != null ? unwrap(cause) : thrown;
    }

    /** Returns the exception itself, for debug output. */
    Throwable thrown() {
        return thrown;
    }

    /** Returns whether the user's code caused it, rather than a bug of the library. */
    boolean isOfUser() {
        return thrown instanceof InvalidValueException || !lines(1).isEmpty();
    }

    /** Returns the message of a refusal with the line to correct; for anything else its type and its lines. */
    String report() {
        if (thrown instanceof InvalidManifestsException) {
            return String.valueOf(thrown.getMessage());
        }
        if (thrown instanceof InvalidValueException) {
            return thrown.getMessage() + lines(1);
        }
        return source + " threw " + thrown + lines(SHOWN_FRAMES);
    }

    private String lines(int limit) {
        Stream<String> frames = Arrays.stream(thrown.getStackTrace())
                .takeWhile(frame -> !frame.getClassName().startsWith(OWN))
                .filter(frame -> isUserCode(frame.getClassName()))
                .map(frame -> "\n    at " + withoutLoader(frame))
                .distinct()
                .limit(limit);
        return frames.collect(Collectors.joining());
    }

    private static boolean isUserCode(String type) {
        return Stream.of("dev.berth.", "java.", "javax.", "jdk.", "sun.", "io.fabric8.", "com.fasterxml.")
                .noneMatch(type::startsWith);
    }

    /** Build tools name their class loaders, which would otherwise appear before the class. */
    private static String withoutLoader(StackTraceElement frame) {
        return new StackTraceElement(
                        frame.getClassName(), frame.getMethodName(), frame.getFileName(), frame.getLineNumber())
                .toString();
    }
}
