package dev.berth.postgres;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The settings of the servers as parameters of a Cluster. The operator sets some of them itself and refuses those. Source:
 * CloudNativePG 1.30.0, {@code pkg/postgres/configuration.go}, {@code FixedConfigurationParameters}, and {@code
 * internal/webhook/v1/cluster_webhook.go}, {@code validateConfiguration} and {@code validateResources}.
 */
record OperatorSettings(CloudNativePgCluster cluster) {

    private static final String LIBRARIES = "shared_preload_libraries";

    private static final Set<String> OF_THE_OPERATOR = Set.of("""
        allow_system_table_mods archive_cleanup_command archive_command archive_mode bonjour
        bonjour_name cluster_name config_file data_directory data_sync_retry event_source
        external_pid_file hba_file hot_standby ident_file jit_provider listen_addresses
        log_destination log_directory log_file_mode log_filename log_rotation_age
        log_rotation_size log_truncate_on_rotation logging_collector pg_failover_slots.primary_dsn
        pg_failover_slots.standby_slot_names port primary_conninfo primary_slot_name
        promote_trigger_file recovery_end_command recovery_min_apply_delay recovery_target
        recovery_target_action recovery_target_inclusive recovery_target_lsn recovery_target_name
        recovery_target_time recovery_target_timeline recovery_target_xid restart_after_crash
        restore_command ssl ssl_ca_file ssl_cert_file ssl_crl_file ssl_dh_params_file ssl_ecdh_curve ssl_key_file
        ssl_passphrase_command ssl_passphrase_command_supports_reload ssl_prefer_server_ciphers
        stats_temp_directory synchronized_standby_slots synchronous_standby_names syslog_facility
        syslog_ident syslog_sequence_numbers syslog_split_messages temp_tablespaces
        unix_socket_directories unix_socket_group unix_socket_permissions
        """.strip().split("\\s+"));

    /** A number without a unit is in megabytes. */
    private static final Pattern SIZE = Pattern.compile("([0-9]+) ?(B|kB|MB|GB|TB)?");

    static OperatorSettings of(CloudNativePgCluster cluster) {
        return new OperatorSettings(cluster);
    }

    Map<String, String> parameters() {
        Map<String, String> all = new LinkedHashMap<>();
        cluster.postgres().settings().stream()
                .filter(setting -> !setting.name().equals(LIBRARIES))
                .forEach(setting -> all.put(setting.name(), setting.value()));
        return all;
    }

    /** The libraries are a list of their own in a Cluster. */
    List<String> libraries() {
        return value(LIBRARIES).stream()
                .flatMap(names -> Stream.of(names.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    private Optional<String> value(String name) {
        return cluster.postgres().settings().stream()
                .filter(setting -> setting.name().equals(name))
                .map(PostgresSetting::value)
                .findFirst();
    }

    void check(Consumer<String> problem) {
        parameters().keySet().stream().filter(OF_THE_OPERATOR::contains).forEach(name -> {
            String remedy = name.equals("synchronous_standby_names")
                    ? "leave it out, and declare synchronous(…) on the Cluster"
                    : "leave it out";
            problem.accept("settings: " + name + ": the operator sets it itself: " + remedy);
        });
        memory(problem);
        log(problem);
        value("wal_level")
                .filter("minimal"::equals)
                .ifPresent(value -> problem.accept(
                        "settings: wal_level = minimal: the operator archives the log: use replica or logical,"
                                + " or leave it out"));
        value("wal_log_hints")
                .filter("off"::equals)
                .filter(value -> cluster.postgres().replicas() > 1)
                .ifPresent(value -> problem.accept(
                        "settings: wal_log_hints = off: a former primary is rewound with them: leave it out"));
    }

    private void memory(Consumer<String> problem) {
        Optional.ofNullable(
                        cluster.postgres().resources().toModel().getRequests().get("memory"))
                .ifPresent(request -> value("shared_buffers")
                        .filter(value ->
                                bytes(value) > request.getNumericalAmount().longValue())
                        .ifPresent(value -> problem.accept("settings: shared_buffers = " + value
                                + ": the operator refuses more than the memory request of " + request
                                + ": request more memory, or use less")));
    }

    private void log(Consumer<String> problem) {
        String least = value("min_wal_size").orElse("80MB");
        String most = value("max_wal_size").orElse("1GB");
        if (bytes(least) >= bytes(most)) {
            problem.accept("settings: min_wal_size = " + least + ": the operator refuses it if it is not less than"
                    + " max_wal_size, which is " + most + ": use less");
        }
        cluster.postgres().walStorage().ifPresent(size -> Stream.of("min_wal_size", "max_wal_size")
                .forEach(name -> value(name)
                        .filter(value ->
                                bytes(value) >= size.quantity().amount().longValueExact())
                        .ifPresent(value -> problem.accept("settings: " + name + " = " + value
                                + ": the operator refuses it if it is not less than walStorage, which is " + size
                                + ": use less"))));
    }

    /** The size, or 0 if only PostgreSQL understands it. */
    private static long bytes(String size) {
        Matcher parts = SIZE.matcher(size);
        if (!parts.matches()) {
            return 0;
        }
        long factor =
                switch (Optional.ofNullable(parts.group(2)).orElse("MB")) {
                    case "kB" -> 1L << 10;
                    case "MB" -> 1L << 20;
                    case "GB" -> 1L << 30;
                    case "TB" -> 1L << 40;
                    default -> 1;
                };
        return Long.parseLong(parts.group(1)) * factor;
    }
}
