package dev.berth.redis;

import dev.berth.certificate.Certificate;
import dev.berth.certificate.IssuerSource;
import dev.berth.config.ConfigContent;
import dev.berth.config.ConfigMap;
import dev.berth.config.Secret;
import dev.berth.manifest.Dsl;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.Namespace;
import dev.berth.network.NetworkPolicyPeer;
import dev.berth.network.Service;
import dev.berth.network.ServiceBuildStages;
import dev.berth.recipe.Clients;
import dev.berth.recipe.Metrics;
import dev.berth.recipe.Password;
import dev.berth.recipe.Recipe;
import dev.berth.recipe.ServerImage;
import dev.berth.redis.RedisTopology.Form;
import dev.berth.value.Bytes;
import dev.berth.value.Port;
import dev.berth.workload.Resources;
import dev.berth.workload.StatefulSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * Redis or Valkey: its configuration, its Services, and StatefulSets whose servers keep their data.
 *
 * <pre>{@code
 * var redis = Redis.named("redis")
 *         .image(RedisImage.of("redis:7.2-alpine"))
 *         .password(Password.key(Secret.existing("redis-credentials"), "password"))
 *         .storage(mebi(500))
 *         .resources(Resources.requests(millicores(100), mebi(128)).memoryLimit(mebi(256)))
 *         .clients(Clients.only(NetworkPolicyPeer.podsWith(Map.of("app", "shop"))))
 *         .build();
 * var file = ManifestFile.of("manifests/redis.yaml", redis.manifests()).in(namespace);
 * }</pre>
 *
 * <p>Every write goes to the append-only file, so the data survives a restart.
 */
@Value.Immutable
@Dsl
public abstract class Redis extends Recipe implements ExtensibleRedis {

    /** The port that the servers listen on. */
    public static final Port PORT = Port.tcp("redis", 6379);

    /** The port for connections with TLS. */
    public static final Port TLS_PORT = Port.tcp("redis-tls", 6380);

    /** The port of the sentinels. */
    public static final Port SENTINEL_PORT = Port.tcp("sentinel", 26379);

    /** The port of the exporter of metrics. */
    public static final Port METRICS_PORT = Port.tcp("metrics", 9121);

    /** What the exporter reads: statistics, and no keys. */
    private static final List<String> METRICS_RULES = List.of(
            "-@all",
            "+ping",
            "+info",
            "+slowlog|len",
            "+latency|latest",
            "+latency|histogram",
            "+client|setname",
            "+cluster|info");

    /** Enough for the configuration of a sentinel; some providers create a larger volume. */
    private static final Bytes SENTINEL_STORAGE = Bytes.mebi(64);

    /** The name of the container that reloads the server. */
    static final String RELOAD = RELOAD_CONTAINER;

    Redis() {}

    /**
     * Returns a builder for Redis or Valkey servers.
     *
     * @param name the name of the StatefulSet and of the Service for clients, and the prefix of all other names
     */
    public static RedisBuildStages.ImageBuildStage named(String name) {
        return RedisBuildStages.start().name(name);
    }

    @Override
    public abstract String name();

    /** The image. */
    public abstract RedisImage image();

    /**
     * The password of the user {@code default}, and of the servers among each other. The pods read it when they start:
     * to change it, change the Secret and restart the pods.
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
    public RedisTopology topology() {
        return RedisTopology.independent(1);
    }

    /** Settings in {@code redis.conf}. Optional. */
    public abstract List<RedisSetting> settings();

    /** Users in addition to {@code default}. Optional. */
    public abstract List<RedisUser> users();

    /** The certificate of the servers, and whether clients must use TLS. Not encrypted by default. */
    public abstract Optional<RedisTls> tls();

    @Value.Check
    void check() {
        checkRecipe();
        RedisCheck.check(this);
        checkCustomized();
    }

    /** The number of servers. */
    public int replicas() {
        return topology().servers();
    }

    /**
     * The DNS names that a certificate of the servers must have: those of the Services, and a wildcard for the pods.
     *
     * @param namespace the namespace of the file that contains the servers
     */
    public List<String> dnsNames(Namespace namespace) {
        return new RedisNames(this, namespace).all();
    }

    /**
     * A Certificate of cert-manager with all DNS names, which is stored in the Secret of {@link #tls()}.
     *
     * @param issuer who issues it; it must know its authority ({@code ca.crt}), which an ACME server does not
     * @param namespace the namespace of the file that contains the servers
     * @throws dev.berth.value.InvalidValueException if the servers have no TLS
     */
    public Certificate certificate(IssuerSource issuer, Namespace namespace) {
        return new RedisNames(this, namespace).certificate(issuer);
    }

    List<Port> ports() {
        return tls().map(RedisTls::ports).orElse(List.of(PORT));
    }

    /** The port that the pods of the recipe connect to. */
    Port ownPort() {
        return tls().isPresent() ? TLS_PORT : PORT;
    }

    /** The limit of memory, for the check of the settings. */
    long memory() {
        return memoryLimit();
    }

    /** The variables with passwords, and the passwords. */
    @Value.NonAttribute
    Map<String, Password> passwords() {
        Map<String, Password> all = new LinkedHashMap<>();
        all.put(RedisPod.PASSWORD, password());
        allUsers().forEach(user -> all.put(user.variable(), user.password()));
        return all;
    }

    /** The declared users, and that of the exporter. */
    List<RedisUser> allUsers() {
        List<RedisUser> all = new ArrayList<>(users());
        metrics().ifPresent(metrics -> all.add(new RedisUser(Metrics.USER, metrics.password(), METRICS_RULES)));
        return all;
    }

    /** The ConfigMap with {@code redis.conf}. */
    @Override
    public ConfigMap config() {
        return RedisFiles.of(this).config();
    }

    @Override
    protected ConfigMap readConfig() {
        return RedisFiles.of(this).read();
    }

    @Override
    protected Optional<ConfigMap> readOnStart() {
        return Optional.of(RedisFiles.of(this).readOnStart());
    }

    List<ConfigContent> triggers() {
        return restartTriggers();
    }

    @Override
    protected ServerImage server() {
        return image().server();
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
        return !topology().is(Form.INDEPENDENT);
    }

    /** The proxy, if there is one. */
    private Optional<ProxyPods> proxy() {
        RedisPod pod = pod();
        return topology()
                .sentinels()
                .flatMap(Sentinels::proxy)
                .map(proxy -> new ProxyPods(pod, new SentinelPods(pod), proxy));
    }

    private RedisPod pod() {
        return new RedisPod(this, containerSecurity(), data());
    }

    @Override
    protected List<ConfigMap> configuration() {
        List<ConfigMap> all = new ArrayList<>(super.configuration());
        proxy().ifPresent(proxy -> all.add(new ProxyFiles(proxy).config()));
        return all;
    }

    @Override
    protected List<NetworkPolicyPeer> ownClients() {
        return proxy().stream()
                .<NetworkPolicyPeer>map(proxy -> NetworkPolicyPeer.podsOf(proxy.deployment()))
                .toList();
    }

    @Override
    protected List<Manifest> more() {
        return proxy().map(ProxyPods::manifests).orElse(List.of());
    }

    @Override
    protected List<StatefulSet> declareSets() {
        RedisPod pod = pod();
        return topology().is(Form.SENTINEL)
                ? List.of(pod.set(), new SentinelPods(pod).set(claims("sentinel", SENTINEL_STORAGE)))
                : List.of(pod.set());
    }

    @Override
    protected List<Service> declareServices(List<StatefulSet> sets) {
        StatefulSet set = sets.get(0);
        var service = Service.named(topology().is(Form.SENTINEL) ? name() + "-sentinel" : name());
        return switch (topology().form()) {
            case INDEPENDENT ->
                List.of(one(
                        service.selecting(set),
                        set,
                        "Each server has data of its own, so clients reach the first one only."));
            case REPLICATED -> List.of(one(service.selecting(set), set, "Writes: the primary only."));
            case SENTINEL ->
                Stream.concat(
                                proxy().map(proxy -> proxy.service(proxy.deployment())).stream(),
                                Stream.of(service.selecting(sets.get(1)).build()))
                        .toList();
            case CLUSTER -> List.of(service.selecting(set).addAllPorts(ports()).build());
        };
    }

    private Service one(ServiceBuildStages.BuildFinal service, StatefulSet set, String why) {
        if (metrics().isPresent()) {
            service.addAllPorts(ports());
        }
        return set.replicas() > 1
                ? service.onlyPod(set.ordinalsStart().orElse(0)).comment(why).build()
                : service.build();
    }
}
