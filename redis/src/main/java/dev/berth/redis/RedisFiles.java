package dev.berth.redis;

import dev.berth.config.ConfigMap;
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

/** The files that a declaration needs: the configuration of the server, and the script that completes it in the pod. */
final class RedisFiles {

    static final String CONF = "redis.conf";
    static final String CONFIGURE = "configure.sh";
    static final String SENTINEL = "sentinel.sh";
    static final String HAND_OVER = "hand-over.sh";
    static final String MEET = "meet.sh";

    private final Redis redis;

    private RedisFiles(Redis redis) {
        this.redis = redis;
    }

    static RedisFiles of(Redis redis) {
        return new RedisFiles(redis);
    }

    /** Whether the pod completes the configuration: with passwords, or with the address of the primary. */
    boolean isCompleted() {
        return redis.password().isSet()
                || !redis.allUsers().isEmpty()
                || !redis.topology().is(Form.INDEPENDENT);
    }

    ConfigMap config() {
        var config = ConfigMap.named(redis.name() + "-config").putData(CONF, conf());
        if (isCompleted()) {
            config.putData(CONFIGURE, configure());
        }
        if (redis.topology().is(Form.SENTINEL)) {
            config.putData(SENTINEL, resource(SENTINEL)).putData(HAND_OVER, resource(HAND_OVER));
        }
        if (redis.topology().is(Form.CLUSTER)) {
            config.putData(MEET, resource(MEET));
        }
        return config.build();
    }

    private String conf() {
        List<String> lines = new ArrayList<>();
        lines.add("dir " + redis.image().server().mountPath());
        lines.add("appendonly yes");
        lines.add(setting("appendfsync")
                .orElse(RedisSetting.appendFsync(RedisSetting.AppendFsync.EVERY_SECOND))
                .line());
        // Without a password, Redis accepts only local connections, unless this is off.
        lines.add("protected-mode no");
        if (setting("maxmemory").isEmpty()) {
            lines.add("maxmemory " + redis.memory() / 2);
        }
        redis.settings().stream()
                .filter(setting -> !setting.name().equals("appendfsync"))
                .map(RedisSetting::line)
                .forEach(lines::add);
        if (redis.topology().is(Form.SENTINEL) && redis.replicas() > 2) {
            // A primary that no replica hears accepts no writes, because another one is about to be promoted.
            lines.add("min-replicas-to-write 1");
            lines.add("min-replicas-max-lag 10");
        }
        if (redis.topology().is(Form.CLUSTER)) {
            lines.add("cluster-enabled yes");
            lines.add("cluster-config-file nodes.conf");
            lines.add("cluster-node-timeout 5000");
            lines.add("cluster-preferred-endpoint-type hostname");
        }
        return String.join("\n", lines) + "\n";
    }

    private Optional<RedisSetting> setting(String name) {
        return redis.settings().stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst();
    }

    private String configure() {
        StringBuilder script = new StringBuilder(resource(CONFIGURE));
        redis.allUsers().forEach(user -> {
            script.append("create_user ")
                    .append(user.name())
                    .append(" \"$")
                    .append(user.variable())
                    .append('"');
            user.rules().forEach(rule -> script.append(" '").append(rule).append('\''));
            script.append('\n');
        });
        if (!redis.topology().is(Form.INDEPENDENT)) {
            script.append(resource("configure-" + redis.topology().form().name().toLowerCase(Locale.ROOT) + ".sh"));
        }
        return script.toString();
    }

    static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(RedisFiles.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
