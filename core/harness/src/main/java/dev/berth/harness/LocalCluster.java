package dev.berth.harness;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The pods of a rendered tree, running on this machine. Their commands, arguments, variables, files, mounts, init
 * containers and probes are the rendered ones.
 *
 * <pre>{@code
 * try (LocalCluster cluster = LocalCluster.start()) {
 *     cluster.secret("orders-credentials", Map.of("password", "secret"));
 *     cluster.apply(Path.of("src/test/golden/one"));
 *     cluster.exec("orders-0", "psql", "-U", "orders", "-c", "SELECT 1");
 * }
 * }</pre>
 *
 * <p>Each pod has a network namespace with an address, and a new address whenever it is recreated. Pods resolve the names
 * of other pods and of Services, as the DNS of a cluster returns them (programs with a resolver of their own need dnsmasq
 * on this machine); a Service has the addresses of its pods and none of its own. What stands in for an image is the
 * programs of this machine.
 */
public final class LocalCluster implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Duration POLL_PERIOD = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** The name of the pod of a client, and of its image, which has the programs of every server. */
    static final String CLIENT = "client";

    private final ClusterDirectory directory = new ClusterDirectory();
    private final Network network;
    private final Optional<NameServer> nameServer;
    private final RenderedObjects objects = new RenderedObjects();
    private final Rollouts rollouts = new Rollouts();
    private final Map<String, Path> programs = new ConcurrentHashMap<>();
    private final Map<String, RunningPod> pods = new ConcurrentHashMap<>();
    private final List<String> events = new ArrayList<>();

    private LocalCluster() {
        String name = "berth" + ProcessHandle.current().pid() + "n" + NUMBER.incrementAndGet();
        this.network = new Network(name);
        this.nameServer =
                Shell.isInstalled(NameServer.PROGRAM) ? Optional.of(NameServer.start(name, hosts())) : Optional.empty();
    }

    /** Why this machine cannot run pods, if it cannot: it is not root, or a program is missing. */
    public static Optional<String> obstacle(String... programs) {
        return Obstacle.of(programs);
    }

    /** Starts a cluster without pods. */
    public static LocalCluster start() {
        return new LocalCluster();
    }

    /**
     * Gives the containers of an image other programs than those of this machine.
     *
     * @param directory a directory with a {@code bin}, which every user can read
     */
    public void programs(String image, Path directory) {
        programs.put(image, directory);
    }

    Optional<Path> programs(String image) {
        return Optional.ofNullable(programs.get(image));
    }

    /** Creates a Secret that the tree refers to. */
    public void secret(String name, Map<String, String> values) {
        objects.put(new SecretBuilder()
                .withKind("Secret")
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withStringData(values)
                .build());
    }

    /**
     * Applies a rendered tree, and waits until all pods are ready: new pods start in the order of the controller, and
     * pods with another template are replaced. Running pods see the changed files of their volumes.
     */
    public void apply(Path tree) {
        applyInBackground(tree);
        rollouts.join();
    }

    void applyInBackground(Path tree) {
        objects.apply(RenderedObjects.in(tree));
        pods.values().forEach(RunningPod::updateVolumes);
        Workload.in(objects).forEach(workload -> rollouts.start(this, workload));
    }

    /** Scales a StatefulSet in the background, as {@code kubectl scale} does; the claims stay. */
    public void scale(String set, int replicas) {
        StatefulSet scaled = new StatefulSetBuilder(objects.get(StatefulSet.class, set))
                .editSpec()
                .withReplicas(replicas)
                .endSpec()
                .build();
        List<String> before = Workload.of(objects.get(StatefulSet.class, set)).podNames();
        Workload workload = Workload.of(scaled);
        objects.put(scaled);
        before.stream().filter(pod -> !workload.podNames().contains(pod)).forEach(this::stop);
        rollouts.start(this, workload);
    }

    /** Deletes a StatefulSet without its pods. */
    void orphan(String set) {
        objects.remove(StatefulSet.class, set);
    }

    /**
     * Runs the pod of a Job, or of the Job that a CronJob would create, to its end. Nothing else is needed from the tree:
     * the Job can be one that is applied by hand.
     *
     * @param tree the tree that declares it
     */
    public Output runJob(Path tree, String name) {
        RenderedObjects declared = RenderedObjects.in(tree);
        PodTemplateSpec template = declared.find(CronJob.class, name)
                .map(job -> job.getSpec().getJobTemplate().getSpec().getTemplate())
                .orElseGet(() -> declared.get(Job.class, name).getSpec().getTemplate());
        RunningPod pod = new RunningPod(this, name, template, List.of(), directory.newPod(name));
        pods.put(name, pod);
        change(() -> {});
        Output output = pod.runToEnd();
        remove(name);
        return output;
    }

    /** Runs a command in a pod. */
    public Output exec(String pod, String... command) {
        return pod(pod).exec(List.of(command));
    }

    /**
     * Returns the program of this machine that runs a command in a pod, for a test that talks to it.
     *
     * @throws AssertionError if the pod does not run
     */
    public List<String> command(String pod, String... command) {
        return pod(pod).command(List.of(command)).orElseThrow(() -> new AssertionError(pod + " does not run"));
    }

    /** Runs a command in a pod that is not one of the tree, as a client does. */
    public Output client(String... command) {
        startClient();
        return exec(CLIENT, command);
    }

    /** Returns the program of this machine that runs a command as a client, for a test that talks to it. */
    public List<String> clientCommand(String... command) {
        startClient();
        return command(CLIENT, command);
    }

    private void startClient() {
        if (!pods.containsKey(CLIENT)) {
            create(CLIENT, ClientPod.template(), List.of());
            await("the client runs", () -> exec(CLIENT, "true").succeeded());
        }
    }

    /** Stops a pod cleanly, and leaves it away. Returns whether its containers ended with success in the grace period. */
    public boolean stop(String pod) {
        boolean clean = pod(pod).delete();
        remove(pod);
        return clean;
    }

    /** Ends a pod at once, as if its node lost power, and leaves it away. */
    public void destroy(String pod) {
        pod(pod).destroy();
        remove(pod);
    }

    private void remove(String pod) {
        pods.remove(pod);
        network.disconnect(pod);
        namesChanged();
    }

    /** Starts a pod that is away, as the controller does, with another address and the same claims. */
    public void start(String pod) {
        Workload workload = Workload.in(objects).stream()
                .filter(candidate -> candidate.podNames().contains(pod))
                .findFirst()
                .orElseThrow();
        create(pod, workload.template(), workload.claims());
    }

    /** Kills the servers in a pod without warning. The kubelet starts them again in the same pod. */
    public void kill(String pod) {
        pod(pod).killContainers();
    }

    /**
     * Freezes the servers in a pod: they answer nothing, and their connections stay open, as on a machine that is
     * suspended.
     */
    public void freeze(String pod) {
        pod(pod).signal("STOP");
    }

    /** Lets frozen servers go on where they were. */
    public void thaw(String pod) {
        pod(pod).signal("CONT");
    }

    /** Kills one container of a pod without warning. The kubelet starts it again in the same pod. */
    public void kill(String pod, String container) {
        pod(pod).killContainer(container);
    }

    /** Waits until a pod is ready. */
    public void awaitReady(String pod) {
        await(pod + " is ready", () -> isReady(pod));
    }

    /** Whether a pod is ready now. */
    public synchronized boolean isReady(String pod) {
        RunningPod running = pods.get(pod);
        return running != null && running.isReady();
    }

    /** Whether a process of a pod runs now, be it of an init container. */
    public boolean runs(String pod) {
        return find(pod).filter(RunningPod::runs).isPresent();
    }

    /** The address of a pod. */
    public String address(String pod) {
        return pod(pod).address();
    }

    /** Waits until something is true; fails with the logs of all pods if it takes too long. */
    public void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited without success until " + what + "\n" + logs());
            }
            LockSupport.parkNanos(POLL_PERIOD.toNanos());
        }
    }

    /** What the containers of all pods printed at the end. */
    public String logs() {
        StringBuilder logs = new StringBuilder();
        synchronized (this) {
            logs.append(String.join("\n", events)).append('\n');
        }
        pods.values().forEach(pod -> logs.append(pod.logs()));
        return logs.toString();
    }

    /** What a container of a pod has printed. */
    public String log(String pod, String container) {
        return pod(pod).log(container);
    }

    /** The directory of a claim, such as {@code orders-data-orders-0}. */
    public Path claim(String name) {
        return claims().resolve(name);
    }

    /**
     * Limits the size of a claim, which defaults to the space of this machine. A claim that is not limited yet is created,
     * or replaced by an empty one.
     *
     * @param group the group that can write to it
     */
    public void limitClaim(String name, long group, int mebibytes) {
        directory.limitClaim(name, group, mebibytes);
    }

    /** Loses a claim with its data, as if its disk were gone. The next pod gets a new one. */
    public void lose(String claim) {
        directory.deleteClaim(claim);
    }

    RunningPod create(String name, PodTemplateSpec template, List<PersistentVolumeClaim> claims) {
        RunningPod pod = new RunningPod(this, name, template, claims, directory.newPod(name));
        pods.put(name, pod);
        namesChanged();
        pod.start();
        return pod;
    }

    Optional<RunningPod> find(String name) {
        return Optional.ofNullable(pods.get(name));
    }

    private RunningPod pod(String name) {
        return find(name).orElseThrow(() -> new AssertionError("the pod " + name + " does not run"));
    }

    Collection<RunningPod> pods() {
        return pods.values();
    }

    RenderedObjects objects() {
        return objects;
    }

    Rollouts rollouts() {
        return rollouts;
    }

    Network network() {
        return network;
    }

    Path claims() {
        return directory.claims();
    }

    Path hosts() {
        return directory.hosts();
    }

    synchronized void event(String pod, String event) {
        events.add(pod + ": " + event);
    }

    /** Changes what the names depend on, and the names with it, before anyone sees either. */
    synchronized void change(Runnable change) {
        change.run();
        namesChanged();
    }

    private synchronized void namesChanged() {
        directory.writeHosts(new ResolvedNames(objects, pods.values()).hosts());
        nameServer.ifPresent(NameServer::reload);
    }

    @Override
    public void close() {
        pods.values().forEach(RunningPod::destroy);
        nameServer.ifPresent(NameServer::close);
        network.close();
        directory.delete();
    }
}
