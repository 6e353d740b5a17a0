package dev.berth.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * The library on the class path of a project, isolated from Maven and from this plugin: the project determines the
 * versions of the library and of its dependencies.
 */
final class ProjectLibrary implements AutoCloseable {

    private static final String BRIDGE = "dev.berth.bridge.Bridge";
    private static final String SOURCE = "dev.berth.manifest.ManifestSource";
    private static final MethodType SIGNATURE = MethodType.methodType(
            Optional.class,
            List.class,
            Path.class,
            String.class,
            Map.class,
            List.class,
            Consumer.class,
            Consumer.class,
            BiConsumer.class);

    private final URLClassLoader loader;
    private final String ownVersion;

    private ProjectLibrary(URLClassLoader loader, String ownVersion) {
        this.loader = loader;
        this.ownVersion = ownVersion;
    }

    /**
     * Opens the library on this class path.
     *
     * @param ownVersion the version of this plugin, for messages
     */
    static ProjectLibrary on(List<Path> classPath, String ownVersion) {
        URL[] urls = classPath.stream().map(ProjectLibrary::url).toArray(URL[]::new);
        return new ProjectLibrary(new URLClassLoader(urls, ClassLoader.getPlatformClassLoader()), ownVersion);
    }

    private static URL url(Path element) {
        try {
            return element.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Calls a method of the bridge, with the class loader of the library as the context class loader of the thread.
     *
     * @return the reason to fail the build, if there is one
     */
    Optional<String> call(
            String operation,
            List<String> sources,
            Path outputDirectory,
            String renderCommand,
            Map<String, String> cluster,
            List<String> environments,
            Consumer<String> print,
            Consumer<String> info,
            BiConsumer<String, Throwable> debug)
            throws MojoExecutionException, MojoFailureException {
        MethodHandle method = find(operation);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return (Optional<String>) method.invokeExact(
                    sources, outputDirectory, renderCommand, cluster, environments, print, info, debug);
        } catch (LinkageError e) {
            throw new MojoFailureException(
                    "berth-core does not run with the other versions on the project's class path: " + e
                            + ". See 'mvn dependency:tree' for where they come from.",
                    e);
        } catch (Throwable e) {
            throw new MojoExecutionException("berth-core failed because of a bug: " + e, e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /**
     * Returns whether a class is a manifest source that can be created. An abstract class and an interface are not, even
     * if they extend {@code ManifestSource}: the sources of a package may share them.
     */
    boolean isSource(String name) throws MojoFailureException {
        try {
            Class<?> type = Class.forName(name, false, loader);
            return load(SOURCE).isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers());
        } catch (ClassNotFoundException | LinkageError e) {
            throw new MojoFailureException(
                    "Cannot load " + name + " to see whether it is a manifest source: " + e
                            + ". Complete the class path, or name the sources in <sources> instead.",
                    e);
        }
    }

    private Class<?> load(String name) throws MojoFailureException {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new MojoFailureException(
                    "berth-core is not on the class path of the project: add dev.berth:berth-core:" + ownVersion
                            + " to its <dependencies>.");
        }
    }

    private MethodHandle find(String operation) throws MojoFailureException {
        try {
            return MethodHandles.publicLookup().findStatic(load(BRIDGE), operation, SIGNATURE);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new MojoFailureException(
                    "The version of berth-core on the class path of the project is not compatible"
                            + " with berth-maven-plugin " + ownVersion + ": use the same version of both.");
        }
    }

    @Override
    public void close() throws MojoExecutionException {
        try {
            loader.close();
        } catch (IOException e) {
            throw new MojoExecutionException("Cannot close the class path of the project", e);
        }
    }
}
