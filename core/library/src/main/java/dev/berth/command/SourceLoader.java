package dev.berth.command;

import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Creates the named sources, gets the manifests of each, and collects the reasons why some fail. */
final class SourceLoader {

    private final ClassLoader loader;
    private final BiConsumer<String, Throwable> debug;
    private final List<String> problems = new ArrayList<>();

    SourceLoader(ClassLoader loader, BiConsumer<String, Throwable> debug) {
        this.loader = loader;
        this.debug = debug;
    }

    /** Returns the reasons of all sources that failed. */
    List<String> problems() {
        return problems;
    }

    /** Returns what this class declares, or adds a problem and returns empty. */
    Optional<ManifestSet> load(String name) {
        try {
            Class<?> type = Class.forName(name, true, loader);
            return reasonAgainst(type).map(this::refuse).orElseGet(() -> ask(name, type));
        } catch (ClassNotFoundException e) {
            return refuse(name + " is named as a manifest source, but the class path of the project has no such class: "
                    + "correct the name, or compile the class");
        } catch (LinkageError e) {
            return fail(name, e);
        }
    }

    private static Optional<String> reasonAgainst(Class<?> type) {
        String name = type.getName();
        if (!ManifestSource.class.isAssignableFrom(type)) {
            return Optional.of(
                    name + " is named as a manifest source, but does not implement " + ManifestSource.class.getName());
        }
        if (!Modifier.isPublic(type.getModifiers()) || Modifier.isAbstract(type.getModifiers())) {
            return Optional.of(name + " is a manifest source, so it must be a public class that is not abstract");
        }
        return Optional.empty();
    }

    // User code may throw anything. The exception is shown to the user, and must not end the build tool.
    @SuppressWarnings("CatchAndPrintStackTrace")
    private Optional<ManifestSet> ask(String name, Class<?> type) {
        try {
            Constructor<?> constructor = type.getConstructor();
            ManifestSet set = ((ManifestSource) constructor.newInstance()).manifests();
            return set == null ? refuse(name + ".manifests() returned null: return a ManifestSet") : Optional.of(set);
        } catch (NoSuchMethodException e) {
            return refuse(name + " is a manifest source, so it must have a public constructor without parameters");
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            return fail(name, e);
        }
    }

    private Optional<ManifestSet> fail(String name, Throwable thrown) {
        UserFailure failure = new UserFailure(name, thrown);
        debug.accept(name + " failed", failure.thrown());
        return refuse(failure.report());
    }

    private Optional<ManifestSet> refuse(String problem) {
        problems.add(problem);
        return Optional.empty();
    }
}
