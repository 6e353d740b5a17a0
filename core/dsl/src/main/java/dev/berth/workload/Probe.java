package dev.berth.workload;

import dev.berth.manifest.Dsl;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Port;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How the kubelet learns whether a container lives, is ready, or has started. One action, chosen when it is started:
 *
 * <pre>{@code
 * exec("pg_isready", "-U", "myuser").initialDelay(ofSeconds(30)).period(ofSeconds(10)).build()
 * }</pre>
 *
 * <p>Source of all defaults and limits: Kubernetes 1.36, {@code pkg/apis/core/v1/defaults.go}, {@code SetDefaults_Probe},
 * and {@code pkg/apis/core/validation/validation.go}, {@code validateProbe}.
 */
@Value.Immutable
@Dsl
public abstract class Probe {

    Probe() {}

    /**
     * Runs a command in the container, without a shell; it succeeds when the command ends with 0.
     *
     * @throws InvalidValueException when the program is missing
     */
    public static ProbeBuildStages.BuildFinal exec(String... command) {
        return ProbeBuildStages.start().handler(new Handler.Exec(List.of(command)));
    }

    /**
     * Asks for a path over HTTP; it succeeds when the answer is 200 to 399.
     *
     * @throws InvalidValueException when the path does not start with {@code /}
     */
    public static ProbeBuildStages.BuildFinal httpGet(Port port, String path) {
        return httpGet(HttpGetAction.of(port, path));
    }

    /** Asks over HTTP or HTTPS, with headers; it succeeds when the answer is 200 to 399. */
    public static ProbeBuildStages.BuildFinal httpGet(HttpGetAction get) {
        return ProbeBuildStages.start().handler(new Handler.HttpGet(get));
    }

    /** Opens a connection; it succeeds when the connection opens. */
    public static ProbeBuildStages.BuildFinal tcpSocket(Port port) {
        return ProbeBuildStages.start().handler(new Handler.TcpSocket(port));
    }

    /** Asks the gRPC health service of the whole server; it succeeds on {@code SERVING}. */
    public static ProbeBuildStages.BuildFinal grpc(Port port) {
        return ProbeBuildStages.start().handler(new Handler.Grpc(port, Optional.empty()));
    }

    /** Asks the gRPC health service of one service; it succeeds on {@code SERVING}. */
    public static ProbeBuildStages.BuildFinal grpc(Port port, String service) {
        return ProbeBuildStages.start().handler(new Handler.Grpc(port, Optional.of(service)));
    }

    abstract Handler.ForProbe handler();

    /** How long after the start of the container the first probe is made, in whole seconds. Kubernetes takes 0 s. */
    public abstract Optional<Duration> initialDelay();

    /** How long from one probe to the next, in whole seconds, 1 s at least. Kubernetes takes 10 s. */
    public abstract Optional<Duration> period();

    /** How long a probe may take before it has failed, in whole seconds, 1 s at least. Kubernetes takes 1 s. */
    public abstract Optional<Duration> timeout();

    /** After how many successes in a row the state counts as good. Kubernetes takes 1, and only 1 but for readiness. */
    public abstract Optional<Integer> successThreshold();

    /** After how many failures in a row the state counts as bad. Kubernetes takes 3. */
    public abstract Optional<Integer> failureThreshold();

    /** How long a container that failed has for its shutdown, in whole seconds. Kubernetes takes the pod's period. */
    public abstract Optional<Duration> terminationGracePeriod();

    @Value.Check
    void check() {
        initialDelay().ifPresent(delay -> Seconds.of("Probe initialDelay", delay, 0));
        period().ifPresent(period -> Seconds.of("Probe period", period, 1));
        timeout().ifPresent(timeout -> Seconds.of("Probe timeout", timeout, 1));
        terminationGracePeriod().ifPresent(period -> Seconds.of("Probe terminationGracePeriod", period, 1));
        successThreshold().ifPresent(threshold -> checkThreshold("successThreshold", threshold));
        failureThreshold().ifPresent(threshold -> checkThreshold("failureThreshold", threshold));
    }

    private static void checkThreshold(String name, int threshold) {
        if (threshold < 1) {
            throw InvalidValueException.of("Probe " + name, threshold, "must be at least 1");
        }
    }

    io.fabric8.kubernetes.api.model.Probe toModel() {
        ProbeBuilder probe = new ProbeBuilder()
                .withInitialDelaySeconds(Seconds.toModel(initialDelay()))
                .withPeriodSeconds(Seconds.toModel(period()))
                .withTimeoutSeconds(Seconds.toModel(timeout()))
                .withSuccessThreshold(successThreshold().orElse(null))
                .withFailureThreshold(failureThreshold().orElse(null))
                .withTerminationGracePeriodSeconds(
                        terminationGracePeriod().map(Duration::getSeconds).orElse(null));
        handler().addTo(probe);
        return probe.build();
    }
}
