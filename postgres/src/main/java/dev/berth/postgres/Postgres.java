package dev.berth.postgres;

import dev.berth.config.ConfigContent;
import dev.berth.config.ConfigMap;
import dev.berth.config.Secret;
import dev.berth.manifest.Dsl;
import dev.berth.manifest.Manifest;
import dev.berth.network.NetworkPolicyPeer;
import dev.berth.network.Service;
import dev.berth.recipe.Clients;
import dev.berth.recipe.Password;
import dev.berth.recipe.Recipe;
import dev.berth.recipe.ServerImage;
import dev.berth.recipe.Tls;
import dev.berth.value.Bytes;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Port;
import dev.berth.workload.ClaimTemplate;
import dev.berth.workload.Resources;
import dev.berth.workload.StatefulSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * PostgreSQL: its configuration, its Services, and StatefulSets whose servers keep their data.
 *
 * <pre>{@code
 * var postgres = Postgres.named("postgres")
 *         .image(PostgresImage.of("postgres:17.5"))
 *         .database("mydatabase")
 *         .user("myuser")
 *         .password(Password.key(Secret.existing("postgres-credentials"), "password"))
 *         .storage(gibi(1))
 *         .resources(Resources.requests(millicores(250), mebi(256)).memoryLimit(mebi(512)))
 *         .clients(Clients.only(NetworkPolicyPeer.podsWith(Map.of("app", "shop"))))
 *         .build();
 * var file = ManifestFile.of("manifests/postgres.yaml", postgres.manifests()).in(namespace);
 * }</pre>
 */
@Value.Immutable
@Dsl
public abstract class Postgres extends Recipe implements ExtensiblePostgres {

    /** The port that the servers listen on. */
    public static final Port PORT = Port.tcp("postgres", 5432);

    /** The port of the exporter of metrics. */
    public static final Port METRICS_PORT = Port.tcp("metrics", 9187);

    /** The name of the container that reloads the server. */
    static final String RELOAD = RELOAD_CONTAINER;

    Postgres() {}

    /**
     * Returns a builder for PostgreSQL servers.
     *
     * @param name the name of the StatefulSet and of the Service for clients, and the prefix of all other names
     */
    public static PostgresBuildStages.ImageBuildStage named(String name) {
        return PostgresBuildStages.start().name(name);
    }

    @Override
    public abstract String name();

    /** The image. */
    public abstract PostgresImage image();

    /** The database that the first start creates. A later change does not create another one. */
    public abstract String database();

    /** The superuser that the first start creates. A later change does not create another one. */
    public abstract String user();

    /**
     * The password of the superuser. Only the first start reads it: to change it later, run {@code ALTER ROLE} in the
     * server and change the Secret.
     */
    public abstract Password password();

    @Override
    public abstract Bytes storage();

    @Override
    public abstract Resources resources();

    @Override
    public abstract Clients clients();

    /** How many servers there are, and how they work together. Defaults to one server. */
    @Value.Default
    public PostgresTopology topology() {
        return PostgresTopology.independent(1);
    }

    /** Settings in {@code postgresql.conf}. Optional. */
    public abstract List<PostgresSetting> settings();

    /**
     * Lines of {@code pg_hba.conf}. Without any, every user may connect to every database with a password. Connections
     * through the socket in the pod are always allowed.
     */
    public abstract List<HbaRule> hbaRules();

    /** Users that the first start creates in addition to the superuser. Optional. */
    public abstract List<PostgresUser> users();

    /** Databases that the first start creates in addition to the first one. Optional. */
    public abstract List<PostgresDatabase> databases();

    /** Scripts that the first start runs, in this order. A later edit does not reach volumes that exist. Optional. */
    public abstract List<InitScript> initScripts();

    /** The size of a volume of its own for the write-ahead log, in bytes. Optional; only the first start moves it. */
    public abstract Optional<Bytes> walStorage();

    /** The certificate of the servers. Optional; without it, connections are not encrypted. */
    public abstract Optional<Tls> tls();

    /** Regular backups into a volume of their own. Optional. */
    public abstract Optional<PostgresBackup> backup();

    /** The size of {@code /dev/shm}, in bytes. Defaults to a quarter of the memory limit, of which it is a part. */
    public abstract Optional<Bytes> sharedMemory();

    /**
     * The Helm chart whose claim, Services and data become those of this server. Optional. The name of the declaration is
     * then the name of the StatefulSet of the chart.
     */
    public abstract Optional<BitnamiChart> takingOver();

    @Value.Check
    void check() {
        checkRecipe();
        PostgresCheck.check(this);
        checkCustomized();
    }

    /** The number of servers. */
    public int replicas() {
        return topology().servers();
    }

    /** The variables with passwords, and the passwords. */
    @Value.NonAttribute
    Map<String, Password> passwords() {
        return PostgresPasswords.of(this);
    }

    /** The limit of memory, for the check of the settings. */
    long memory() {
        return memoryLimit();
    }

    /** The ConfigMap with the names of the database and the user, and with the files of the server. */
    @Override
    public ConfigMap config() {
        return PostgresFiles.of(this).config();
    }

    @Override
    protected ConfigMap readConfig() {
        return PostgresFiles.of(this).read();
    }

    @Override
    protected Optional<ConfigMap> readOnStart() {
        return Optional.of(PostgresFiles.of(this).readOnStart());
    }

    List<ConfigContent> triggers() {
        return restartTriggers();
    }

    @Override
    protected List<ConfigMap> configuration() {
        List<ConfigMap> all = new ArrayList<>(List.of(config()));
        PostgresFiles.of(this).initScripts().ifPresent(all::add);
        return all;
    }

    @Override
    protected ServerImage server() {
        return running().server();
    }

    /** The image with the user and the data directory of this server. */
    @Value.NonAttribute
    PostgresImage running() {
        return takingOver().map(chart -> chart.dataOf(image(), volumeOwner())).orElseGet(this::image);
    }

    /** The chart names the template of the claims for data without the name of the StatefulSet. */
    @Override
    protected String claimTemplateName(String purpose) {
        return takingOver().isPresent() && purpose.equals("data")
                ? BitnamiChart.CLAIM_TEMPLATE
                : super.claimTemplateName(purpose);
    }

    @Override
    protected List<Secret> declareSecrets() {
        return passwords().entrySet().stream()
                .flatMap(entry -> entry.getValue().demoSecret(name(), entry.getKey()).stream())
                .toList();
    }

    @Override
    protected Optional<Port> metricsPort() {
        return Optional.of(METRICS_PORT);
    }

    @Override
    protected boolean hasPeers() {
        return topology().isStreaming();
    }

    /**
     * A Job that restores a backup, and for a base backup the claims that it is restored into. They are not part of the
     * manifests, because the Job runs as soon as it is applied. It fails, and changes nothing, if the server has data that
     * {@link PostgresRestore#replacingData()} does not allow it to delete.
     *
     * <p>A dump is restored into a running server, in one transaction for each database. For a base backup, the server must
     * be scaled to 0.
     *
     * @throws InvalidValueException if there is no backup
     */
    public List<Manifest> restore(PostgresRestore restore) {
        BackupJobs jobs = jobs().orElseThrow(this::withoutBackup);
        return restore(jobs, restore);
    }

    private InvalidValueException withoutBackup() {
        return new InvalidValueException("PostgreSQL \"" + name() + "\": restore: there is no backup: declare one");
    }

    private Optional<BackupJobs> jobs() {
        return jobs(name(), service().address());
    }

    /** The backups, with other names and another server. */
    Optional<BackupJobs> jobs(String prefix, CharSequence server) {
        return backup().map(declared -> new BackupJobs(this, prefix, server, containerSecurity(), declared));
    }

    List<Manifest> restore(BackupJobs jobs, PostgresRestore restore) {
        return new RestoreJob(this, pod(), jobs, restore).manifests();
    }

    @Override
    protected List<Manifest> more() {
        return jobs().map(BackupJobs::manifests).orElse(List.of());
    }

    @Override
    protected List<NetworkPolicyPeer> ownClients() {
        return jobs().map(BackupJobs::client).stream().toList();
    }

    private PostgresPod pod() {
        return new PostgresPod(this, containerSecurity(), data(), walVolume());
    }

    @Override
    protected List<StatefulSet> declareSets() {
        PostgresPod pod = pod();
        return topology().isStreaming() ? new Streaming(this, pod).sets() : List.of(pod.independent());
    }

    private Optional<ClaimTemplate> walVolume() {
        return walStorage().map(size -> claims("wal", size));
    }

    @Override
    protected List<Service> declareServices(List<StatefulSet> sets) {
        if (topology().isStreaming()) {
            return Streaming.services(this, sets);
        }
        StatefulSet set = sets.get(0);
        var service = Service.named(name()).selecting(set);
        if (metrics().isPresent()) {
            service.addPort(PORT);
        }
        if (set.replicas() > 1) {
            service.onlyPod(set.ordinalsStart().orElse(0))
                    .comment("Each server has data of its own, so clients reach the first one only.");
        }
        return List.of(service.build());
    }
}
