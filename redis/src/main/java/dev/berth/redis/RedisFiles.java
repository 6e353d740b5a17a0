package dev.berth.redis;

import dev.berth.config.ConfigMap;
import dev.berth.recipe.ConfigChanges;
import dev.berth.recipe.Tls;
import dev.berth.redis.RedisTopology.Form;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The files that a declaration needs: the configuration of the server, and the script that completes it in the pod. */
final class RedisFiles {

    static final String CONF = "redis.conf";
    static final String CONFIGURE = "configure.sh";
    static final String SENTINEL = "sentinel.sh";
    static final String HAND_OVER = "hand-over.sh";
    static final String MEET = "meet.sh";
    static final String RELOAD = "reload.sh";

    /** The client, if the servers have TLS. */
    static final String CLI = "cli.sh";

    /** The commands that give a running server its settings. */
    static final String COMMANDS = "config-set.txt";

    private final Redis redis;

    private RedisFiles(Redis redis) {
        this.redis = redis;
    }

    static RedisFiles of(Redis redis) {
        return new RedisFiles(redis);
    }

    /** Whether the pod completes the configuration: with passwords, or with the address of the primary. */
    boolean isCompleted() {
        // To reload, it also keeps a copy of what the server starts with.
        return redis.password().isSet()
                || !redis.allUsers().isEmpty()
                || redis.configChanges() == ConfigChanges.RELOAD
                || !redis.topology().is(Form.INDEPENDENT);
    }

    ConfigMap config() {
        var config = ConfigMap.named(redis.name() + "-config").putData(CONF, conf(everySetting()));
        if (redis.tls().isPresent()) {
            config.putData(CLI, resource(CLI).replace("redis-cli", redis.image().program() + "-cli"));
        }
        if (isCompleted()) {
            config.putData(CONFIGURE, configure());
        }
        if (redis.topology().is(Form.SENTINEL)) {
            config.putData(SENTINEL, sentinel()).putData(HAND_OVER, resource(HAND_OVER));
        }
        if (redis.topology().is(Form.CLUSTER)) {
            config.putData(MEET, script(MEET));
        }
        if (redis.configChanges() == ConfigChanges.RELOAD) {
            config.putData(COMMANDS, commands()).putData(RELOAD, reload());
        }
        return config.build();
    }

    /** The files that the servers read, and the users that are added to them. */
    ConfigMap read() {
        return read(everySetting());
    }

    /** The settings that a server reads only when it starts, and the users. */
    ConfigMap readOnStart() {
        return read(everySetting().stream()
                .filter(setting -> !ReloadableSettings.contains(setting))
                .toList());
    }

    private ConfigMap read(List<RedisSetting> settings) {
        return ConfigMap.named(redis.name() + "-config")
                .putData(CONF, conf(settings))
                .putData("users", users())
                .build();
    }

    private static String conf(List<RedisSetting> settings) {
        return settings.stream().map(setting -> setting.line() + "\n").collect(Collectors.joining());
    }

    private List<RedisSetting> everySetting() {
        List<RedisSetting> all = new ArrayList<>();
        all.add(RedisSetting.other("dir", redis.image().server().mountPath()));
        all.add(RedisSetting.other("appendonly", "yes"));
        all.add(setting("appendfsync").orElse(RedisSetting.appendFsync(RedisSetting.AppendFsync.EVERY_SECOND)));
        // Without a password, Redis accepts only local connections, unless this is off.
        all.add(RedisSetting.other("protected-mode", "no"));
        if (setting("maxmemory").isEmpty()) {
            all.add(RedisSetting.other("maxmemory", Long.toString(redis.memory() / 2)));
        }
        redis.settings().stream()
                .filter(setting -> !setting.name().equals("appendfsync"))
                .forEach(all::add);
        if (redis.topology().is(Form.SENTINEL) && redis.replicas() > 2) {
            // A primary that no replica hears accepts no writes, because another one is about to be promoted.
            all.add(RedisSetting.other("min-replicas-to-write", "1"));
            all.add(RedisSetting.other("min-replicas-max-lag", "10"));
        }
        if (redis.topology().is(Form.CLUSTER)) {
            all.add(RedisSetting.other("cluster-enabled", "yes"));
            all.add(RedisSetting.other("cluster-config-file", "nodes.conf"));
            all.add(RedisSetting.other("cluster-node-timeout", "5000"));
            all.add(RedisSetting.other("cluster-preferred-endpoint-type", "hostname"));
        }
        redis.tls().ifPresent(tls -> all.addAll(tls.settings(redis.topology())));
        return all;
    }

    private Optional<RedisSetting> setting(String name) {
        return redis.settings().stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst();
    }

    /** The script that writes the configuration of a server; parts of it depend on the topology. */
    private String configure() {
        StringBuilder script = new StringBuilder(resource(CONFIGURE)).append(users());
        if (!redis.topology().is(Form.INDEPENDENT)) {
            script.append(script("configure/" + redis.topology().form().name().toLowerCase(Locale.ROOT) + ".sh"));
        }
        if (redis.configChanges() == ConfigChanges.RELOAD) {
            script.append(resource("configure/reload.sh"));
        }
        return script.toString();
    }

    /** Since Redis 7.0, a server reads a certificate again if it is set to the same file. Source: {@code src/config.c}. */
    private String commands() {
        return ReloadableSettings.commands(everySetting())
                + (redis.tls().isPresent() ? "CONFIG SET tls-cert-file " + Tls.DIRECTORY + "/tls.crt\n" : "");
    }

    /** With TLS, a renewed certificate is a reason to send the commands too. */
    private String reload() {
        return redis.tls().isPresent()
                ? resource(RELOAD)
                        .replace("cksum <\"$COMMANDS\"", "cat \"$COMMANDS\" " + Tls.DIRECTORY + "/tls.crt | cksum")
                : resource(RELOAD);
    }

    private String sentinel() {
        return script(SENTINEL)
                + redis.tls()
                        .map(tls -> resource("sentinel-tls.sh").replace("SETTINGS\n", conf(tls.sentinelSettings())))
                        .orElse("");
    }

    /** The lines of the script that add the users. */
    private String users() {
        StringBuilder script = new StringBuilder();
        redis.allUsers().forEach(user -> {
            script.append("create_user ")
                    .append(user.name())
                    .append(" \"$")
                    .append(user.variable())
                    .append('"');
            user.rules().forEach(rule -> script.append(" '").append(rule).append('\''));
            script.append('\n');
        });
        return script.toString();
    }

    /** A script that connects to servers, with their port. */
    private String script(String name) {
        return resource(name)
                .replaceAll(
                        "\\b" + Redis.PORT.number() + "\\b",
                        String.valueOf(redis.ownPort().number()));
    }

    static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(RedisFiles.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
