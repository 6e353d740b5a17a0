package dev.berth.command;

import dev.berth.manifest.InvalidManifestsException;
import dev.berth.value.InvalidValueException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
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
        List<StackTraceElement> frames = Arrays.stream(thrown.getStackTrace())
                .takeWhile(frame -> !frame.getClassName().startsWith(OWN))
                .filter(frame -> isUserCode(frame.getClassName()))
                .toList();
        return frames.subList(0, frames.size() - bridges(frames)).stream()
                .map(frame -> "\n    at " + withoutLoader(frame))
                .distinct()
                .limit(limit)
                .collect(Collectors.joining());
    }

    /**
     * Returns 1 if the outermost frame is the method that the compiler adds to a source whose {@code manifests()} returns
     * a {@code ManifestSet}: it only calls the method of the same name, and its line is that of the class.
     */
    private static int bridges(List<StackTraceElement> frames) {
        if (frames.size() < 2) {
            return 0;
        }
        StackTraceElement outer = frames.get(frames.size() - 1);
        StackTraceElement inner = frames.get(frames.size() - 2);
        return outer.getClassName().equals(inner.getClassName())
                        && outer.getMethodName().equals(inner.getMethodName())
                ? 1
                : 0;
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
