package dev.berth.redis;

import dev.berth.config.ConfigMap;
import dev.berth.recipe.Tls;
import dev.berth.value.Port;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The configuration of the proxy, and the script that starts it.
 *
 * <p>Source: HAProxy 2.6, <a href="https://docs.haproxy.org/2.6/configuration.html">configuration manual</a>.
 */
record ProxyFiles(ProxyPods pods) {

    static final String START = "proxy.sh";

    private static final String CONF = "haproxy.cfg";

    /** The name of the backend with the sentinels that name a server, without the server. */
    private static final String VOTES = "sentinels-name-";

    private static final String SETTINGS = """
            # A connection goes to the server that more than half of the sentinels name, if it is a primary itself. The check of
            # a server asks the frontend "state" first, so a server is down as soon as the sentinels name another one, and its
            # connections are closed.
            global
              log stdout format raw local0 notice
              # One thread moves more than one Redis server answers, and sees all checks in the same state.
              nbthread 1
              maxconn CONNECTIONS
              hard-stop-after 15s
              # Changes of state are logged once.
              quiet

            resolvers cluster
              parse-resolv-conf
              hold valid 1s
              # Without an answer, the last addresses stay.
              hold timeout 1d
              hold refused 1d
              hold other 1d

            defaults
              log global
              mode tcp
              # As patient as the sentinels: a server that is busy for a moment keeps its connections.
              timeout connect 5s
              timeout check 5s
              # Clients may be idle for long; TCP finds out whether they still exist.
              timeout client 1d
              timeout server 1d
              option clitcpka
              option srvtcpka
              option tcp-check
              default-server inter 500ms fall 1 rise 1 resolvers cluster resolve-prefer ipv4 init-addr none
            """;

    /** The password may have any characters, so it is sent with its length. */
    private static final String LOGIN = """
              tcp-check send-lf "*2\\r\\n\\$4\\r\\nAUTH\\r\\n\\$%[env(REDIS_PASSWORD),length]\\r\\n%[env(REDIS_PASSWORD)]\\r\\n"
              tcp-check expect string "+OK\\r\\n"
            """;

    ConfigMap config() {
        return ConfigMap.named(pods.name())
                .putData(CONF, conf())
                .putData(START, RedisFiles.resource(START))
                .build();
    }

    private String conf() {
        return SETTINGS.replace("CONNECTIONS", String.valueOf(pods.proxy().connections()))
                + clients()
                + state()
                + forEachServer(this::votes)
                + forEachServer(this::primary);
    }

    /** What clients connect to. No connection to a server starts before the last one to another server is closed. */
    private String clients() {
        return "\nfrontend redis\n  bind :" + pods.redis().ownPort().number() + "\n"
                + forEachServer(this::named)
                + forEachServer(server -> "  acl used-" + server + " be_conn(" + server + ") gt 0\n")
                + forEachServer(server ->
                        "  use_backend " + server + " if " + onlyNamed(server) + others(server, " !used-") + "\n");
    }

    private String state() {
        return "\nfrontend state\n  mode http\n  timeout client 10s\n  bind :" + ProxyPods.STATE.number() + "\n"
                + forEachServer(this::named)
                + "  http-request return status 200 if { path /alive }\n"
                + forEachServer(server ->
                        "  http-request return status 200 if { path /" + server + " } " + onlyNamed(server) + "\n")
                + forEachServer(server -> "  http-request return status 200 if { path /primary } { nbsrv(" + server
                        + ") gt 0 } " + onlyNamed(server) + "\n")
                + "  http-request return status 503\n";
    }

    private String named(String server) {
        int majority = pods.sentinels().majority();
        return "  acl named-" + server + " nbsrv(" + VOTES + server + ") ge " + majority + "\n";
    }

    /**
     * HAProxy takes everyone to be up until the first check, so a sentinel that was never asked names every server; then none
     * is chosen.
     */
    private String onlyNamed(String server) {
        return "named-" + server + others(server, " !named-");
    }

    /** The sentinels that name a server are up. */
    private String votes(String server) {
        SentinelPods sentinels = pods.sentinels();
        return "\nbackend " + VOTES + server + connect() + login()
                + "  tcp-check send \"SENTINEL get-master-addr-by-name "
                + pods.redis().name() + "\\r\\n\"\n"
                + "  tcp-check expect string \"\\r\\n"
                + host(server, pods.servers().headless()) + "\\r\\n\"\n"
                + sentinels.names().stream()
                        .map(sentinel -> address(sentinel, sentinels.headless(), Redis.SENTINEL_PORT) + "\n")
                        .collect(Collectors.joining());
    }

    /** The server is up if it is the only one that the sentinels name, and says that it is a primary. */
    private String primary(String server) {
        return "\nbackend " + server
                + "\n  tcp-check connect addr 127.0.0.1 port " + ProxyPods.STATE.number()
                + "\n  tcp-check send \"GET /" + server + " HTTP/1.0\\r\\n\\r\\n\"\n"
                + "  tcp-check expect string \"HTTP/1.1 200\"" + connect() + login()
                + "  tcp-check send \"INFO replication\\r\\n\"\n"
                + "  tcp-check expect string \"role:master\\r\\n\"\n"
                + address(server, pods.servers().headless(), pods.redis().ownPort())
                + " on-marked-down shutdown-sessions\n";
    }

    private String login() {
        return pods.redis().password().isSet() ? LOGIN : "";
    }

    private String connect() {
        return "\n  tcp-check connect" + (pods.redis().tls().isPresent() ? " ssl" : "") + "\n";
    }

    /** Clients and servers encrypt what passes through. The proxy uses TLS itself only for its checks. */
    private String address(String pod, String headless, Port port) {
        String host = host(pod, headless);
        return "  server " + pod + " \"" + host + ".${CLUSTER_DOMAIN}:" + port.number() + "\" check"
                + (pods.redis().tls().isPresent()
                        ? " check-ssl verify required ca-file " + Tls.DIRECTORY + "/ca.crt verifyhost \"" + host + "\""
                        : "");
    }

    /** The name that a server announces. */
    private static String host(String pod, String headless) {
        return pod + "." + headless + ".${POD_NAMESPACE}.svc";
    }

    private String others(String server, String prefix) {
        return pods.servers().names().stream()
                .filter(other -> !other.equals(server))
                .map(other -> prefix + other)
                .collect(Collectors.joining());
    }

    private String forEachServer(UnaryOperator<String> text) {
        return pods.servers().names().stream().map(text).collect(Collectors.joining());
    }
}
