package dev.berth.harness;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A container as a process, with a root directory, processes and a user of its own, and the network of its pod. */
final class ContainerProcess {

    private static final String DEFAULT_USER = "65534";
    private static final Output DOES_NOT_RUN = new Output(1, "the container does not run");

    private final Container model;
    private final LocalImage image;
    private final Path directory;
    private final PodNetwork network;
    private final List<String> user;
    private final List<String> environment;
    private final Process process;

    /**
     * Starts a container.
     *
     * @param directory for its files
     * @param mounts what it mounts
     * @param programs the directory with the programs of its image; empty if they are those of this machine
     * @param network how its pod reaches others
     */
    ContainerProcess(
            Container model,
            PodSecurityContext pod,
            Variables variables,
            List<BindMount> mounts,
            Optional<Path> programs,
            Path directory,
            PodNetwork network) {
        this.model = model;
        this.image = LocalImage.of(model.getImage(), programs.isPresent());
        this.directory = directory;
        this.network = network;
        try {
            prepareRoot(programs, mounts, image);
            this.user = user(pod, model.getSecurityContext());
            this.environment = environment(variables);
            write("hostname", directory.getName(directory.getNameCount() - 2).toString());
            write("user", String.join(" ", user) + "\n");
            write("capabilities", capabilities(model.getSecurityContext()));
            write("variables", words(environment));
            write("command", words(command(variables)));
            write("container.sh", resource("container.sh"));
            process = new ProcessBuilder(
                            "nsenter",
                            "--net=" + network.file(),
                            "unshare",
                            "--mount",
                            "--uts",
                            "--pid",
                            "--fork",
                            "--kill-child",
                            "bash",
                            directory.resolve("container.sh").toString(),
                            directory.toString())
                    .redirectErrorStream(true)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void prepareRoot(Optional<Path> programs, List<BindMount> mounts, LocalImage image) throws IOException {
        Path path = Files.createDirectories(directory.resolve("root"));
        ContainerRoot root = new ContainerRoot(directory.resolve("skeleton"), path);
        root.write("etc/passwd", String.join("\n", image.users()) + "\n");
        root.write("etc/group", "root:x:0:\npostgres:x:999:\nnogroup:x:65534:\nalpine:x:70:\n");
        root.write(
                "entrypoint.sh",
                image.entryPoint()
                        .map(name -> resource("entrypoint-" + name + ".sh"))
                        .orElse(""));
        // With the domain that a cluster has by default, and the addresses that its kubelets write.
        root.write("etc/resolv.conf", """
                search %1$s.svc.cluster.local svc.cluster.local cluster.local
                nameserver %2$s
                options ndots:5
                """.formatted(network.namespace(), Network.GATEWAY));
        for (String each : image.directories()) {
            root.directory(each);
        }
        root.mount(new BindMount(network.hosts(), "/etc/hosts", false));
        if (programs.isPresent()) {
            root.mount(new BindMount(programs.get(), LocalImage.PROGRAMS, true));
        }
        for (BindMount mount : mounts) {
            root.mount(mount);
        }
        if (hasReadOnlyRoot()) {
            write("read-only", "");
        } else {
            root.makeTemporaryFilesPossible();
        }
        write("mounts", root.table());
    }

    private boolean hasReadOnlyRoot() {
        SecurityContext context = model.getSecurityContext();
        return context != null && Boolean.TRUE.equals(context.getReadOnlyRootFilesystem());
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(directory.resolve(file), text);
    }

    private static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(ContainerProcess.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String words(List<String> words) {
        return words.stream().map(word -> word + "\0").collect(Collectors.joining());
    }

    /** The user, its group, and the other groups. */
    private static List<String> user(PodSecurityContext pod, SecurityContext container) {
        if (pod == null && container == null) {
            return List.of(DEFAULT_USER, DEFAULT_USER, DEFAULT_USER);
        }
        Long user = container != null && container.getRunAsUser() != null
                ? container.getRunAsUser()
                : pod == null ? null : pod.getRunAsUser();
        Long group = container != null && container.getRunAsGroup() != null
                ? container.getRunAsGroup()
                : pod == null ? null : pod.getRunAsGroup();
        Long fsGroup = pod == null ? null : pod.getFsGroup();
        if (user == null || group == null) {
            throw new AssertionError("the container has no user: the user of an image is not known here");
        }
        return List.of("" + user, "" + group, "" + (fsGroup == null ? group : fsGroup));
    }

    /** Only what the container adds, because every container here drops all others. */
    private static String capabilities(SecurityContext context) {
        return context == null || context.getCapabilities() == null
                ? ""
                : context.getCapabilities().getAdd().stream()
                        .map(capability -> capability + "\n")
                        .collect(Collectors.joining());
    }

    private List<String> environment(Variables variables) {
        List<String> all = new ArrayList<>(List.of("PATH=" + image.path(), "LANG=C.UTF-8", "HOME=/tmp"));
        for (Map.Entry<String, String> variable : variables.values().entrySet()) {
            all.add(variable.getKey() + "=" + variable.getValue());
        }
        return all;
    }

    private List<String> command(Variables variables) {
        List<String> all = new ArrayList<>();
        if (model.getCommand() != null && !model.getCommand().isEmpty()) {
            all.addAll(variables.expand(model.getCommand()));
        } else if (image.entryPoint().isPresent()) {
            all.addAll(List.of("bash", "/entrypoint.sh"));
        }
        if (model.getArgs() != null) {
            all.addAll(variables.expand(model.getArgs()));
        }
        return all;
    }

    Container model() {
        return model;
    }

    /** What the container has printed. */
    Path log() {
        return directory.resolve("log");
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Waits for the end of the container. Returns whether it ended. */
    boolean waitFor(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    int exit() {
        return process.exitValue();
    }

    /** Runs a command in the container, like {@code kubectl exec}. */
    Output exec(List<String> command) {
        return command(command).map(Shell::attempt).orElse(DOES_NOT_RUN);
    }

    /** Runs a command in the container, like a probe: it fails if it takes longer. */
    Output exec(List<String> command, Duration limit) {
        return command(command).map(words -> Shell.attempt(words, limit)).orElse(DOES_NOT_RUN);
    }

    /** The program of this machine that runs a command in the container; empty if that does not run. */
    Optional<List<String>> command(List<String> command) {
        long first = firstProcess();
        if (first < 0 || !isPrepared(first)) {
            return Optional.empty();
        }
        List<String> all = new ArrayList<>(List.of("/usr/bin/env", "-i"));
        all.addAll(environment);
        all.addAll(List.of("/usr/bin/nsenter", "--target=" + first));
        all.addAll(List.of("--mount", "--net", "--pid", "--root", "--wd=/proc/" + first + "/root"));
        all.addAll(List.of("/usr/bin/setpriv", "--reuid=" + user.get(0), "--regid=" + user.get(1)));
        all.addAll(List.of("--groups=" + user.get(2), "--no-new-privs", "--inh-caps=-all", "--bounding-set=-all"));
        all.addAll(command);
        return Optional.of(all);
    }

    /** Whether the first process already has the root directory of the container, instead of that of this machine. */
    private static boolean isPrepared(long first) {
        try {
            Object device = Files.getAttribute(Path.of("/proc/" + first + "/root"), "unix:dev");
            return !device.equals(Files.getAttribute(Path.of("/"), "unix:dev"));
        } catch (IOException e) {
            return false;
        }
    }

    /** The signal that the kubelet sends, which the image names. */
    void requestStop() {
        long first = firstProcess();
        if (first > 0) {
            Shell.attempt(List.of("kill", "-s", image.stopSignal(), Long.toString(first)));
        }
    }

    /** Sends a signal to all processes of the container. */
    void signal(String signal) {
        process.toHandle()
                .descendants()
                .forEach(each -> Shell.attempt(List.of("kill", "-s", signal, Long.toString(each.pid()))));
    }

    /** Ends all processes of the container at once. */
    void kill() {
        ProcessHandle.of(firstProcess()).ifPresent(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        waitFor(Duration.ofSeconds(30));
    }

    /**
     * The first process in the namespace, as this machine numbers it: the only child of unshare. It is read here, because
     * {@link ProcessHandle#children()} reads all processes of this machine.
     */
    private long firstProcess() {
        try {
            String children = Files.readString(Path.of("/proc/%1$d/task/%1$d/children".formatted(process.pid())));
            return children.isBlank() ? -1 : Long.parseLong(children.strip());
        } catch (IOException e) {
            return -1;
        }
    }

    @Override
    public String toString() {
        return "container " + model.getName() + " in " + network.file();
    }
}
