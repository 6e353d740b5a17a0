package dev.berth.redis;

import dev.berth.recipe.ConfigChanges;
import dev.berth.redis.RedisTopology.Form;
import dev.berth.value.InvalidValueException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the attributes of a declaration must be together. All problems are reported at once. */
final class RedisCheck {

    /** Settings for paths, ports and roles, which the recipe sets. */
    private static final Set<String> OF_THE_RECIPE = Set.of(
            "appendonly",
            "cluster-announce-hostname",
            "cluster-announce-ip",
            "cluster-config-file",
            "cluster-enabled",
            "cluster-preferred-endpoint-type",
            "daemonize",
            "dir",
            "include",
            "port",
            "protected-mode",
            "replica-announce-ip",
            "replicaof",
            "slaveof");

    private static final Set<String> OF_TLS = Set.of(
            "tls-auth-clients",
            "tls-ca-cert-dir",
            "tls-ca-cert-file",
            "tls-cert-file",
            "tls-client-cert-file",
            "tls-client-key-file",
            "tls-client-key-file-pass",
            "tls-cluster",
            "tls-key-file",
            "tls-key-file-pass",
            "tls-port",
            "tls-replication");

    private static final Set<String> SECRET = Set.of("aclfile", "masterauth", "masteruser", "requirepass", "user");

    private static final Map<String, String> TYPED = Map.of(
            "appendfsync", "appendFsync",
            "maxmemory", "maxMemory",
            "maxmemory-policy", "evictionPolicy",
            "rename-command", "renameCommand",
            "save", "save");

    /** Settings that a file may have several times. */
    private static final Set<String> LISTS =
            Set.of("client-output-buffer-limit", "loadmodule", "rename-command", "save");

    private final Redis redis;
    private final List<String> problems = new ArrayList<>();

    private RedisCheck(Redis redis) {
        this.redis = redis;
    }

    static void check(Redis redis) {
        RedisCheck check = new RedisCheck(redis);
        check.all();
        if (!check.problems.isEmpty()) {
            throw new InvalidValueException(String.join("\n", check.problems));
        }
    }

    private void all() {
        Set<String> seen = new HashSet<>();
        for (RedisSetting setting : redis.settings()) {
            setting(setting);
            if (!seen.add(setting.name()) && !LISTS.contains(setting.name())) {
                report("settings", setting.name(), "must be unique");
            }
        }
        new RedisMemoryCheck(redis, problem -> problems.add(what() + problem)).check();
        if (redis.password().isFile()) {
            problems.add(what() + ": password: the image reads no password from a file: use Password.key(…)");
        }
        if (redis.configChanges() == ConfigChanges.RELOAD && renamesConfig()) {
            report("configChanges", "RELOAD", "must be MANUAL or RESTART if CONFIG is renamed: a reload needs it");
        }
        if (redis.topology().is(RedisTopology.Form.CLUSTER)
                && redis.image().program().equals("redis")
                && redis.image().server().major() < 7) {
            problems.add(what() + ": topology: servers of a cluster announce names since Redis 7: use a newer image");
        }
        redis.tls().ifPresent(this::tls);
        Set<String> users = new HashSet<>();
        redis.allUsers().stream()
                .map(RedisUser::name)
                .filter(name -> !users.add(name))
                .forEach(name -> {
                    report("users", name, "must be unique");
                });
    }

    private void tls(RedisTls tls) {
        if (redis.image().server().major() < 6) {
            report(
                    "image",
                    redis.image().server().name(),
                    "must be Redis 6 or later with tls: older servers have no TLS");
        }
        if (redis.volumeOwner().image().isPresent()) {
            problems.add(what() + ": tls: the key file is readable for the server only through the fsGroup of the pod:"
                    + " use VolumeOwner.fsGroup()");
        }
        if (redis.topology().is(Form.SENTINEL) && tls.server().plain()) {
            report("tls", "optional", "must be required with sentinels: they tell all clients the port for TLS");
        }
        if (tls.clientCertificates()
                && redis.topology().sentinels().flatMap(Sentinels::proxy).isPresent()) {
            report(
                    "tls",
                    "clientCertificatesRequired",
                    "must not be used with a proxy: its checks show no certificate to the servers");
        }
    }

    private boolean renamesConfig() {
        return redis.settings().stream()
                .filter(setting -> setting.name().equals("rename-command"))
                .anyMatch(setting -> setting.values().get(0).equalsIgnoreCase("config"));
    }

    private void setting(RedisSetting setting) {
        String name = setting.name();
        if (!name.matches("[a-z][a-z0-9-]*")) {
            report("settings", name, "must be lower case letters, digits and '-'");
        } else if (OF_THE_RECIPE.contains(name)) {
            report("settings", name, "must not be set: the recipe sets it");
        } else if (OF_TLS.contains(name)) {
            report("settings", name, "must be set with tls(RedisTls.required(…))");
        } else if (SECRET.contains(name)) {
            report("settings", name, "must not be set: passwords do not belong in a ConfigMap: use password and users");
        } else if (!setting.isTyped() && TYPED.containsKey(name)) {
            report("settings", name, "must be set with RedisSetting." + TYPED.get(name) + "(…)");
        }
        setting.values().stream()
                .filter(value -> value.chars().anyMatch(Character::isISOControl))
                .forEach(value -> report("settings[" + name + "]", value, "must be one line"));
    }

    private void report(String field, String value, String rule) {
        problems.add(what() + ": " + field + ": Invalid value: \"" + value + "\": " + rule);
    }

    private String what() {
        return redis.image().server().product() + " \"" + redis.name() + "\"";
    }
}
