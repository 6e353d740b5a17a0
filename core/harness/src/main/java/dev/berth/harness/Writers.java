package dev.berth.harness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Clients that write at the same time, each over a connection of its own, until {@link #stop()}. What a server has
 * acknowledged is what they print, one line for each write.
 *
 * <p>Their bash script has the name of the writer in {@code $0} and its arguments in {@code $1}, …. It ends when the file
 * {@code /tmp/stop} exists.
 */
public final class Writers {

    private static final String ACKNOWLEDGED = "/tmp/acknowledged-";

    private final LocalCluster cluster;
    private final String script;
    private final List<String> names = new ArrayList<>();
    private final List<Thread> writers = new ArrayList<>();
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());

    private Writers(LocalCluster cluster, String script) {
        this.cluster = cluster;
        this.script = script;
        cluster.client("true");
    }

    /** Clients of a cluster that run this script. */
    public static Writers of(LocalCluster cluster, String script) {
        return new Writers(cluster, script);
    }

    /** Starts one more writer. */
    public Writers start(String name, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("bash", "-c", "exec >" + ACKNOWLEDGED + "\"$0\"\n" + script, name));
        command.addAll(List.of(arguments));
        Thread writer = new Thread(() -> {
            Output output = cluster.client(command.toArray(String[]::new));
            if (!output.succeeded()) {
                failures.add("writer " + name + " ended with " + output.exit() + ": " + output.text());
            }
        });
        writer.start();
        names.add(name);
        writers.add(writer);
        return this;
    }

    /** How many writes have been acknowledged until now. */
    public int count() {
        return Integer.parseInt(
                cluster.client("sh", "-c", "cat " + ACKNOWLEDGED + "* | wc -l").value());
    }

    /** Stops all writers, and waits until they have ended. */
    public void stop() {
        cluster.client("touch", "/tmp/stop");
        writers.forEach(Rollouts::join);
        if (!failures.isEmpty()) {
            throw new AssertionError(String.join("\n", failures));
        }
    }

    /** The writes of these writers that have been acknowledged. Fails if there are none. */
    public Set<String> acknowledged(String... writers) {
        Set<String> all = new HashSet<>();
        for (String name : writers.length == 0 ? names : List.of(writers)) {
            cluster.client("cat", ACKNOWLEDGED + name).value().lines().forEach(all::add);
        }
        if (all.isEmpty()) {
            throw new AssertionError("nothing was acknowledged to " + names);
        }
        return all;
    }

    /** The acknowledged writes of these writers that a server does not have. */
    public Set<String> missing(Set<String> found, String... writers) {
        Set<String> missing = acknowledged(writers);
        missing.removeAll(found);
        return missing;
    }
}
