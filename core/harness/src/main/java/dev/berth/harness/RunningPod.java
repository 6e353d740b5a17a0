package dev.berth.harness;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A pod, run as the kubelet runs it: the init containers one after the other, then the containers, which restart if they
 * end, and their probes. The probes run more often than they declare, so that tests are fast.
 */
final class RunningPod {

    private static final Duration PROBE_PERIOD = Duration.ofMillis(200);
    private static final Duration PROBE_PERIOD_WHEN_READY = Duration.ofSeconds(1);

    private final LocalCluster cluster;
    private final String name;
    private final PodTemplateSpec template;
    private final List<PersistentVolumeClaim> claimTemplates;
    private final String address;
    private final PodVolumes volumes;
    private final Path directory;
    private final Map<String, ContainerProcess> containers = new LinkedHashMap<>();
    private final PodProbes probes;
    private final AtomicInteger kills = new AtomicInteger();
    private final Thread kubelet;
    private volatile boolean stopping;
    private volatile boolean ready;

    RunningPod(
            LocalCluster cluster,
            String name,
            PodTemplateSpec template,
            List<PersistentVolumeClaim> claimTemplates,
            Path directory) {
        this.cluster = cluster;
        this.name = name;
        this.template = template;
        this.claimTemplates = claimTemplates;
        this.directory = directory;
        this.address = cluster.network().connect(name);
        this.volumes = new PodVolumes(
                cluster.objects(), template.getSpec(), claimTemplates, name, directory, cluster.claims());
        this.probes = new PodProbes(cluster, name, address);
        this.kubelet = new Thread(this::run, "kubelet of " + name);
        kubelet.setDaemon(true);
    }

    void start() {
        kubelet.start();
    }

    private void run() {
        for (Container init : template.getSpec().getInitContainers()) {
            while (!stopping && !completes(init)) {
                cluster.event(name, "init container " + init.getName() + " failed and runs again");
            }
        }
        while (!stopping) {
            template.getSpec().getContainers().forEach(this::keepRunning);
            int before = kills.get();
            setReady(template.getSpec().getContainers().stream().allMatch(this::probe), before);
            pause(ready ? PROBE_PERIOD_WHEN_READY : PROBE_PERIOD);
        }
    }

    /** Runs the only container of a pod of a Job once. */
    Output runToEnd() {
        ContainerProcess process = launch(template.getSpec().getContainers().get(0));
        if (!process.waitFor(Duration.ofMinutes(2))) {
            process.kill();
        }
        return new Output(process.exit(), text(process));
    }

    private static String text(ContainerProcess process) {
        try {
            return Files.exists(process.log()) ? Files.readString(process.log(), StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean completes(Container init) {
        ContainerProcess process = launch(init);
        while (!process.waitFor(PROBE_PERIOD)) {
            if (stopping) {
                process.kill();
                return false;
            }
        }
        return process.exit() == 0;
    }

    private synchronized ContainerProcess launch(Container container) {
        Map<String, String> fields =
                Map.of("metadata.name", name, "metadata.namespace", namespace(), "status.podIP", address);
        ContainerProcess process = new ContainerProcess(
                container,
                template.getSpec().getSecurityContext(),
                Variables.of(cluster.objects(), container, fields),
                volumes.mounts(container.getVolumeMounts()),
                cluster.programs(container.getImage()),
                directory.resolve(container.getName()),
                new PodNetwork(cluster.network().file(name), cluster.hosts(), namespace()));
        containers.put(container.getName(), process);
        probes.restarted(container.getName());
        return process;
    }

    private synchronized void keepRunning(Container container) {
        ContainerProcess process = containers.get(container.getName());
        if (!stopping && (process == null || !process.isRunning())) {
            if (process != null) {
                cluster.event(name, "container " + container.getName() + " ended with " + process.exit());
            }
            launch(container);
        }
    }

    /** Waits, until the first container ends at most. An init container has already ended. */
    private void pause(Duration time) {
        ContainerProcess first;
        synchronized (this) {
            first = containers.get(template.getSpec().getContainers().get(0).getName());
        }
        if (first != null) {
            first.waitFor(time);
        }
    }

    private boolean probe(Container container) {
        return probes.isReady(containers.get(container.getName()), ready);
    }

    /** Answers of containers that were killed after they gave them do not count. */
    private void setReady(boolean now, int before) {
        if (ready != now) {
            cluster.change(() -> ready = now && kills.get() == before);
        }
    }

    /** The kubelet sees at once that a container has ended. */
    private void killed() {
        cluster.change(() -> {
            kills.incrementAndGet();
            ready = false;
        });
    }

    String name() {
        return name;
    }

    String address() {
        return address;
    }

    /** Brings the mounted ConfigMaps and Secrets up to date. */
    void updateVolumes() {
        volumes.update();
    }

    /** What a container has printed since it started first. */
    String log(String container) {
        ContainerProcess process;
        synchronized (this) {
            process = containers.get(container);
        }
        return process == null ? "" : text(process);
    }

    PodTemplateSpec template() {
        return template;
    }

    boolean isReady() {
        return ready && !stopping;
    }

    synchronized boolean runs() {
        return containers.values().stream().anyMatch(ContainerProcess::isRunning);
    }

    /** The names of the claims that the pod mounts. */
    List<String> claims() {
        Stream<String> own =
                claimTemplates.stream().map(claim -> claim.getMetadata().getName() + "-" + name);
        Stream<String> others = template.getSpec().getVolumes().stream()
                .filter(volume -> volume.getPersistentVolumeClaim() != null)
                .map(volume -> volume.getPersistentVolumeClaim().getClaimName());
        return Stream.concat(own, others).toList();
    }

    /** The program of this machine that runs a command in a container; empty if that does not run. */
    synchronized Optional<List<String>> command(String container, List<String> command) {
        return Optional.ofNullable(containers.get(container)).flatMap(process -> process.command(command));
    }

    /** The program of this machine that runs a command in the first container; empty if that does not run. */
    Optional<List<String>> command(List<String> command) {
        return command(template.getSpec().getContainers().get(0).getName(), command);
    }

    /** Runs a command in the first container. */
    Output exec(List<String> command) {
        return command(command).map(Shell::attempt).orElseGet(() -> new Output(1, "no container runs"));
    }

    private String namespace() {
        return cluster.objects().namespace();
    }

    /** Kills the processes of the containers. The kubelet starts them again, in the same pod. */
    synchronized void killContainers() {
        containers.values().forEach(ContainerProcess::kill);
        killed();
    }

    /** Sends a signal to all processes of the containers. */
    synchronized void signal(String signal) {
        containers.values().forEach(process -> process.signal(signal));
    }

    /** Kills the processes of one container, in the same way. */
    synchronized void killContainer(String container) {
        ContainerProcess process = containers.get(container);
        if (process == null) {
            throw new AssertionError("the container " + container + " does not run in " + name);
        }
        process.kill();
        killed();
    }

    /** The pod and its node are gone at once. */
    void destroy() {
        end(ContainerProcess::kill);
    }

    /** Stops the pod as a deletion does. Returns whether all containers ended with success within the grace period. */
    boolean delete() {
        boolean[] clean = {true};
        GracefulStop stop = new GracefulStop(template.getSpec().getTerminationGracePeriodSeconds());
        end(process -> clean[0] &= stop.of(process));
        return clean[0];
    }

    private void end(Consumer<ContainerProcess> how) {
        cluster.change(() -> stopping = true);
        List<ContainerProcess> all;
        synchronized (this) {
            all = List.copyOf(containers.values());
        }
        all.forEach(how);
        try {
            kubelet.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What the containers have printed, for the message of a failed test. */
    String logs() {
        Map<String, ContainerProcess> all;
        synchronized (this) {
            all = new LinkedHashMap<>(containers);
        }
        StringBuilder logs = new StringBuilder();
        all.forEach((container, process) -> {
            String text = text(process);
            logs.append("== ").append(name).append('/').append(container).append('\n');
            logs.append(text.substring(Math.max(0, text.length() - 3000)));
        });
        return logs.toString();
    }
}
