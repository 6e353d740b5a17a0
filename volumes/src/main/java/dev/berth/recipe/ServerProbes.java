package dev.berth.recipe;

import static java.time.Duration.ofSeconds;

import dev.berth.workload.Probe;

/**
 * The probes of a server, by a command that succeeds if it responds. Each attempt may last five seconds.
 *
 * <pre>{@code
 * ServerProbes.startup("pg_isready", "-U", "orders")
 * }</pre>
 */
public final class ServerProbes {

    private ServerProbes() {}

    /**
     * Gives the server ten minutes to start: 60 attempts, one every 10 s. Recovery after a crash may take that long; until
     * it succeeds, the other probes do not run.
     */
    public static Probe startup(String... command) {
        return Probe.exec(command)
                .period(ofSeconds(10))
                .timeout(ofSeconds(5))
                .failureThreshold(60)
                .build();
    }

    /** Restarts the server after 6 failures, one every 10 s. The first attempt is after 30 s. */
    public static Probe liveness(String... command) {
        return Probe.exec(command)
                .initialDelay(ofSeconds(30))
                .period(ofSeconds(10))
                .timeout(ofSeconds(5))
                .failureThreshold(6)
                .build();
    }

    /** Takes the server out of its Services after 3 failures, one every 5 s. The first attempt is after 5 s. */
    public static Probe readiness(String... command) {
        return Probe.exec(command)
                .initialDelay(ofSeconds(5))
                .period(ofSeconds(5))
                .timeout(ofSeconds(5))
                .build();
    }
}
