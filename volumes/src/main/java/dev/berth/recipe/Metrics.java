package dev.berth.recipe;

import dev.berth.config.EnvVar;
import dev.berth.network.NetworkPolicyPeer;
import dev.berth.value.Bytes;
import dev.berth.value.Cpu;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Port;
import dev.berth.workload.Container;
import dev.berth.workload.Mount;
import dev.berth.workload.Probe;
import dev.berth.workload.Resources;
import dev.berth.workload.SecurityContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An exporter next to each server, which offers its metrics to Prometheus. It logs in as the user {@code metrics}, who may
 * read statistics and no data.
 *
 * <pre>{@code
 * Metrics.exporter("quay.io/prometheuscommunity/postgres-exporter:v0.17.1", Password.key(secret, "metrics"))
 *         .scrapedBy(NetworkPolicyPeer.podsIn(monitoring))
 * }</pre>
 *
 * @param image the image of the exporter, with a tag or a digest
 * @param password the password of the user {@code metrics}
 * @param scrapers who may read the metrics; empty means whoever may connect to the server
 */
public record Metrics(String image, Password password, List<NetworkPolicyPeer> scrapers) {

    /** The user that the exporter logs in as. */
    public static final String USER = "metrics";

    /** The variable with the password of the user. */
    public static final String PASSWORD = "METRICS_PASSWORD";

    private static final Resources RESOURCES =
            Resources.requests(Cpu.millicores(10), Bytes.mebi(32)).memoryLimit(Bytes.mebi(64));

    /**
     * Creates an exporter.
     *
     * @throws InvalidValueException if the image has no fixed version, or there is no password
     */
    public Metrics {
        scrapers = List.copyOf(scrapers);
        ServerImage.requireFixed("Metrics", image);
        if (!password.isSet()) {
            throw new InvalidValueException("Metrics password: Required value: a login of its own");
        }
    }

    /** An exporter whose metrics can be read by whoever may connect to the server. */
    public static Metrics exporter(String image, Password password) {
        return new Metrics(image, password, List.of());
    }

    /** Returns a copy whose metrics can be read by these too. They cannot connect to the server. */
    public Metrics scrapedBy(NetworkPolicyPeer... peers) {
        List<NetworkPolicyPeer> all = new ArrayList<>(scrapers);
        all.addAll(Arrays.asList(peers));
        return new Metrics(image, password, all);
    }

    /**
     * The container of the exporter.
     *
     * @param port the port with the metrics, under the path {@code /metrics}
     * @param variables how it finds the server, and its login
     * @param mounts the files that the variables name
     */
    public Container container(Port port, List<EnvVar> variables, List<Mount> mounts, SecurityContext security) {
        return Container.named("exporter")
                .image(image)
                .addPort(port)
                .addAllEnv(variables)
                .addAllMounts(mounts)
                .resources(RESOURCES)
                .livenessProbe(Probe.httpGet(port, "/")
                        .period(Duration.ofSeconds(30))
                        .timeout(Duration.ofSeconds(5))
                        .build())
                .securityContext(security)
                .build();
    }
}
