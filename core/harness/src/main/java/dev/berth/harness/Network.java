package dev.berth.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A network of this machine with a namespace for each pod. No pod can reach anything outside. */
final class Network implements AutoCloseable {

    /** The address of this machine in the network. */
    static final String GATEWAY = "10.77.0.1";

    private final String name;
    private final List<String> namespaces = new ArrayList<>();
    private int used = 1;

    Network(String name) {
        this.name = name;
        namespace(name);
        // Without an address of its own, the bridge has the lowest one of its ports, and another one when that pod is
        // gone:
        // the others would wait for the name server until they ask for its address again.
        in(
                name,
                "link add bridge address 02:00:00:00:00:01 type bridge",
                "address add " + GATEWAY + "/16 dev bridge",
                "link set bridge up");
    }

    /**
     * Connects a pod, with an address that no pod had before.
     *
     * @return the address
     */
    synchronized String connect(String pod) {
        String namespace = namespaceOf(pod);
        if (namespaces.contains(namespace)) {
            disconnect(pod);
        }
        used++;
        String link = "v" + used;
        String address = "10.77." + used / 250 + "." + (used % 250 + 1);
        namespace(namespace);
        in(
                name,
                "link add " + link + " type veth peer name eth0 netns " + namespace,
                "link set " + link + " master bridge up");
        in(namespace, "address add " + address + "/16 dev eth0", "link set eth0 up", "link set lo up");
        return address;
    }

    synchronized void disconnect(String pod) {
        namespaces.remove(namespaceOf(pod));
        Shell.run("ip", "netns", "delete", namespaceOf(pod));
    }

    /** Where the namespace of a pod is. */
    String file(String pod) {
        return "/run/netns/" + namespaceOf(pod);
    }

    private String namespaceOf(String pod) {
        return name + "-" + pod;
    }

    private void namespace(String namespace) {
        Shell.run("ip", "netns", "add", namespace);
        namespaces.add(namespace);
    }

    /** Runs several commands of the program {@code ip} in one process. */
    private static void in(String namespace, String... commands) {
        try {
            Path batch = Files.createTempFile("berth-harness", ".ip");
            Files.write(batch, List.of(commands));
            Shell.run("ip", "-netns", namespace, "-batch", batch.toString());
            Files.delete(batch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        namespaces.forEach(namespace -> Shell.attempt(List.of("ip", "netns", "delete", namespace)));
    }
}
