package dev.berth.postgres;

import dev.berth.config.ConfigMap;
import dev.berth.recipe.ConfigChanges;
import dev.berth.recipe.Metrics;
import dev.berth.recipe.Tls;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The files that a declaration needs: the configuration of the server, and the scripts around it. */
final class PostgresFiles {

    static final String CONF = "postgresql.conf";
    static final String HBA = "pg_hba.conf";
    static final String FOLLOW = "follow.sh";
    static final String READY = "ready.sh";
    static final String CHECK_DATA = "check-data.sh";
    static final String RELOAD = "reload.sh";

    /** Where the files are mounted. */
    static final String DIRECTORY = "/etc/postgresql";

    private final Postgres postgres;

    private PostgresFiles(Postgres postgres) {
        this.postgres = postgres;
    }

    static PostgresFiles of(Postgres postgres) {
        return new PostgresFiles(postgres);
    }

    ConfigMap config() {
        var config = ConfigMap.named(postgres.name() + "-config")
                .putData("POSTGRES_DB", postgres.database())
                .putData("POSTGRES_USER", postgres.user())
                .putData(CONF, conf());
        if (hasHba()) {
            config.putData(HBA, hba());
        }
        if (postgres.topology().isStreaming()) {
            config.putData(FOLLOW, resource(FOLLOW)).putData(READY, resource(READY));
        }
        if (postgres.takingOver().isPresent()) {
            config.putData(CHECK_DATA, resource(CHECK_DATA));
        }
        if (postgres.configChanges() == ConfigChanges.RELOAD) {
            config.putData(RELOAD, resource(RELOAD));
        }
        return config.build();
    }

    /** The files that the server reads. */
    ConfigMap read() {
        var files = ConfigMap.named(postgres.name() + "-config").putData(CONF, conf());
        if (hasHba()) {
            files.putData(HBA, hba());
        }
        return files.build();
    }

    /** The settings that the server reads only when it starts, in any order. */
    ConfigMap readOnStart() {
        SettingContexts contexts = SettingContexts.of(postgres.image().server().major());
        String settings = conf().lines()
                .filter(line -> !line.startsWith("#") && !contexts.isReloadable(line.substring(0, line.indexOf(' '))))
                .sorted()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        return ConfigMap.named(postgres.name() + "-config")
                .putData(CONF, settings)
                .build();
    }

    /**
     * Without lines of its own, the image writes a file that asks everyone for the password, and allows no replication
     * from other pods. It writes none into data that exists, and the chart leaves none there.
     */
    boolean hasHba() {
        return !postgres.hbaRules().isEmpty()
                || postgres.topology().isStreaming()
                || postgres.backup().filter(PostgresBackup::base).isPresent()
                || postgres.tls().isPresent()
                || postgres.takingOver().isPresent();
    }

    private String conf() {
        StringBuilder file = new StringBuilder();
        file.append("# The servers read this file: their command line names it.\n");
        file.append("listen_addresses = '*'\n");
        postgres.settings().forEach(setting -> file.append(setting.line()).append('\n'));
        if (hasHba()) {
            file.append("hba_file = '" + DIRECTORY + "/" + HBA + "'\n");
        }
        postgres.tls().ifPresent(tls -> file.append("ssl = on\n")
                .append("ssl_cert_file = '" + Tls.DIRECTORY + "/tls.crt'\n")
                .append("ssl_key_file = '" + Tls.DIRECTORY + "/tls.key'\n"));
        if (usesCertificates()) {
            file.append("ssl_ca_file = '" + Tls.DIRECTORY + "/ca.crt'\n");
        }
        if (postgres.topology().isStreaming()) {
            file.append("# A follower that is away for long must not fill the volume of the primary.\n")
                    .append("max_slot_wal_keep_size = ")
                    .append(PostgresMemory.megabytes(keptLog()))
                    .append('\n')
                    .append("# Written by ")
                    .append(FOLLOW)
                    .append(" on a follower.\ninclude_if_exists = '/var/run/postgresql/follow.conf'\n");
        }
        return file.toString();
    }

    private boolean usesCertificates() {
        return postgres.hbaRules().stream().anyMatch(rule -> rule.line().endsWith(" cert"));
    }

    /** Half of the volume that has the log, in megabytes. */
    private long keptLog() {
        long bytes = postgres.walStorage()
                .orElse(postgres.storage())
                .quantity()
                .amount()
                .longValueExact();
        return Math.max(64, bytes / 2 / 1024 / 1024);
    }

    private String hba() {
        String type = postgres.tls().filter(tls -> !tls.plain()).isPresent() ? "hostssl" : "host";
        StringBuilder file = new StringBuilder();
        file.append("# Processes in the pod, through the socket.\nlocal all all trust\n");
        if (postgres.topology().isStreaming()) {
            file.append("# The followers.\n" + type + " replication replicator all scram-sha-256\n");
            file.append(type + " postgres replicator all scram-sha-256\n");
        }
        if (postgres.metrics().isPresent()) {
            file.append("# The exporter of metrics.\n" + type + " postgres " + Metrics.USER
                    + " 127.0.0.1/32 scram-sha-256\n");
        }
        String method = postgres.password().isSet() ? "scram-sha-256" : "trust";
        postgres.backup().ifPresent(backup -> file.append(backupRules(backup, type, method)));
        file.append("# The clients.\n");
        postgres.hbaRules().forEach(rule -> file.append(rule.line()).append('\n'));
        if (postgres.hbaRules().isEmpty()) {
            file.append(type + " all all all " + method + "\n");
        }
        return file.toString();
    }

    /** The superuser restores dumps. With rules of the declaration, only a line of its own certainly admits it. */
    private String backupRules(PostgresBackup backup, String type, String method) {
        StringBuilder lines = new StringBuilder();
        if (backup.password().isPresent()) {
            String database = backup.base() ? "replication" : "all";
            lines.append(
                    "# The backups.\n" + type + " " + database + " " + PostgresBackup.USER + " all scram-sha-256\n");
        }
        if (!backup.base() && !postgres.hbaRules().isEmpty()) {
            lines.append("# The superuser, who restores the dumps.\n" + type + " all " + HbaRule.quoted(postgres.user())
                    + " all " + method + "\n");
        }
        return lines.toString();
    }

    /** The scripts that the first start runs, if there are any. */
    Optional<ConfigMap> initScripts() {
        var scripts = ConfigMap.named(postgres.name() + "-init");
        boolean hasUsers = postgres.topology().isStreaming()
                || postgres.metrics().isPresent()
                || postgres.backup().flatMap(PostgresBackup::password).isPresent()
                || !postgres.users().isEmpty()
                || !postgres.databases().isEmpty();
        boolean hasNone = !hasUsers && postgres.initScripts().isEmpty();
        if (hasNone || postgres.takingOver().isPresent()) {
            return Optional.empty();
        }
        if (hasUsers) {
            scripts.putData("00-users.sh", users());
        }
        int number = 10;
        for (InitScript script : postgres.initScripts()) {
            scripts.putData(number + "-" + script.file(), script.text());
            number++;
        }
        return Optional.of(
                scripts.comment("Only the first start runs these: a later edit does not reach volumes that" + " exist.")
                        .build());
    }

    private String users() {
        StringBuilder script = new StringBuilder(resource("users.sh"));
        if (postgres.topology().isStreaming()) {
            script.append("create_user replicator REPLICATION " + PostgresPasswords.REPLICATION + "\n");
        }
        postgres.metrics()
                .ifPresent(metrics -> script.append(
                        "create_user " + Metrics.USER + " 'IN ROLE pg_monitor' " + Metrics.PASSWORD + "\n"));
        postgres.backup()
                .filter(backup -> backup.password().isPresent())
                .ifPresent(backup -> script.append("create_user " + PostgresBackup.USER + " '" + backup.role() + "' "
                        + PostgresPasswords.BACKUP + "\n"));
        postgres.users().forEach(user -> script.append("create_user " + user.name() + " '' " + user.variable() + "\n"));
        postgres.databases()
                .forEach(database -> script.append("create_database " + database.name() + " '"
                        + database.owner().replace("'", "'\\''") + "'\n"));
        return script.toString();
    }

    /** A script of the recipe. */
    static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(PostgresFiles.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
