package dev.berth.validate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The Services at which the files of a directory name pods, such as {@code db} in {@code db-0.db} and {@code
 * $(POD_NAME).db}. The files are read again for this, but only if a rule asks.
 */
final class PodHosts {

    /** Compiled when a rule asks. */
    private static final class Texts {
        private static final Pattern HOST = Pattern.compile("(?:-\\d+|[})]|\\$\\w+)\\.([a-z][a-z0-9-]*)");
        private static final Pattern COMMENT = Pattern.compile("^\\s*#|\\s#.*");
    }

    private final Path directory;
    private final List<String> files;
    private @Nullable Set<String> services;

    PodHosts(Path directory, List<String> files) {
        this.directory = directory;
        this.files = files;
    }

    /** Returns whether a file has the name of a pod at this Service. */
    synchronized boolean has(String service) {
        if (services == null) {
            services = read();
        }
        return services.contains(service);
    }

    private Set<String> read() {
        Set<String> found = new HashSet<>();
        for (String file : files) {
            try (BufferedReader text = new BufferedReader(ManifestFiles.open(directory.resolve(file)))) {
                text.lines().filter(line -> line.indexOf('.') >= 0).forEach(line -> {
                    Matcher host =
                            Texts.HOST.matcher(Texts.COMMENT.matcher(line).replaceFirst(""));
                    while (host.find()) {
                        found.add(host.group(1));
                    }
                });
            } catch (IOException | UncheckedIOException unreadable) {
                // An unreadable file is reported when it is judged; it names nothing here.
            }
        }
        return found;
    }
}
