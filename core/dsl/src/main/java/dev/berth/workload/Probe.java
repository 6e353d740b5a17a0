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
 * A check by which the kubelet finds out whether a container is alive, is ready, or has started. The first method
 * chooses its only action:
 *
 * <pre>{@code
 * exec("pg_isready", "-U", "myuser").initialDelay(ofSeconds(30)).period(ofSeconds(10)).build()
 * }</pre>
 *
 * <p>Source of all defaults and limits: Kubernetes 1.36, {@code pkg/apis/core/v1/defaults.go}, {@code
 * SetDefaults_Probe}, and {@code pkg/apis/core/validation/validation.go}, {@code validateProbe}.
 */
@Value.Immutable
@Dsl
public abstract class Probe implements ExtensibleProbe {

    Probe() {}

    /**
     * Runs a command in the container, without a shell. The probe succeeds if the exit code is 0.
     *
     * @throws InvalidValueException if the program is missing
     */
    public static ProbeBuildStages.BuildFinal exec(String... command) {
        return ProbeBuildStages.start().handler(new Handler.Exec(List.of(command)));
    }

    /**
     * Sends a GET request for a path over HTTP. The probe succeeds if the status is 200 to 399.
     *
     * @throws InvalidValueException if the path does not start with {@code /}
     */
    public static ProbeBuildStages.BuildFinal httpGet(Port port, String path) {
        return httpGet(HttpGetAction.of(port, path));
    }

    /** Sends a GET request over HTTP or HTTPS, with headers. The probe succeeds if the status is 200 to 399. */
    public static ProbeBuildStages.BuildFinal httpGet(HttpGetAction get) {
        return ProbeBuildStages.start().handler(new Handler.HttpGet(get));
    }

    /** Opens a TCP connection. The probe succeeds if the connection opens. */
    public static ProbeBuildStages.BuildFinal tcpSocket(Port port) {
        return ProbeBuildStages.start().handler(new Handler.TcpSocket(port));
    }

    /** Calls the gRPC health service for the whole server. The probe succeeds if the status is {@code SERVING}. */
    public static ProbeBuildStages.BuildFinal grpc(Port port) {
        return ProbeBuildStages.start().handler(new Handler.Grpc(port, Optional.empty()));
    }

    /** Calls the gRPC health service for one service. The probe succeeds if the status is {@code SERVING}. */
    public static ProbeBuildStages.BuildFinal grpc(Port port, String service) {
        return ProbeBuildStages.start().handler(new Handler.Grpc(port, Optional.of(service)));
    }

    abstract Handler.ForProbe handler();

    /**
     * How long the kubelet waits after the start of the container before the first probe, in whole seconds. Defaults to
     * 0 s.
     */
    public abstract Optional<Duration> initialDelay();

    /** The time between two probes, in whole seconds, at least 1 s. Defaults to 10 s. */
    public abstract Optional<Duration> period();

    /** How long a probe may take before it fails, in whole seconds, at least 1 s. Defaults to 1 s. */
    public abstract Optional<Duration> timeout();

    /**
     * How many consecutive successes make the container count as healthy. Defaults to 1. Kubernetes accepts other
     * values for readiness probes only.
     */
    public abstract Optional<Integer> successThreshold();

    /** How many consecutive failures make the container count as unhealthy. Defaults to 3. */
    public abstract Optional<Integer> failureThreshold();

    /**
     * How long the container may take to shut down after the probe failed, in whole seconds. Defaults to the grace
     * period of the pod.
     */
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
