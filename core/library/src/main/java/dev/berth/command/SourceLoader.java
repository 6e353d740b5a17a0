package dev.berth.command;

import dev.berth.manifest.EnvironmentTree;
import dev.berth.manifest.Environments;
import dev.berth.manifest.ManifestSource;
import dev.berth.manifest.Manifests;
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
    Optional<Manifests> load(String name) {
        try {
            Class<?> type = Class.forName(name, true, loader);
            Optional<String> reason = reasonAgainst(type);
            return reason.isPresent() ? refuse(reason.get()) : ask(name, type);
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
    private Optional<Manifests> ask(String name, Class<?> type) {
        try {
            Constructor<?> constructor = type.getConstructor();
            Manifests manifests = ((ManifestSource) constructor.newInstance()).manifests();
            return manifests == null
                    ? refuse(name + ".manifests() returned null: return a ManifestSet")
                    : Optional.of(manifests);
        } catch (NoSuchMethodException e) {
            return refuse(name + " is a manifest source, so it must have a public constructor without parameters");
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            return fail(name, e);
        }
    }

    /** Returns the tree of an environment that this class declares, or adds a problem and returns empty. */
    Optional<EnvironmentTree> tree(String name, Environments<?> environments, String environment) {
        try {
            EnvironmentTree tree = environments.tree(environment);
            return tree.manifests() == null
                    ? refuse("In " + environment + ": " + name + " returned null: return a ManifestSet")
                    : Optional.of(tree);
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            UserFailure failure = new UserFailure(name, e);
            debug.accept(name + " failed for " + environment, failure.thrown());
            return refuse("In " + environment + ": " + failure.report());
        }
    }

    private Optional<Manifests> fail(String name, Throwable thrown) {
        UserFailure failure = new UserFailure(name, thrown);
        debug.accept(name + " failed", failure.thrown());
        return refuse(failure.report());
    }

    private <T> Optional<T> refuse(String problem) {
        problems.add(problem);
        return Optional.empty();
    }
}
