package dev.berth.postgres;

import dev.berth.recipe.Metrics;
import dev.berth.recipe.Password;
import java.util.LinkedHashMap;
import java.util.Map;

/** The passwords that the first start sets, by the variables through which the containers get them. */
final class PostgresPasswords {

    static final String SUPERUSER = "POSTGRES_PASSWORD";
    static final String REPLICATION = "REPLICATION_PASSWORD";
    static final String BACKUP = "BACKUP_PASSWORD";

    private PostgresPasswords() {}

    static Map<String, Password> of(Postgres postgres) {
        Map<String, Password> all = new LinkedHashMap<>();
        all.put(SUPERUSER, postgres.password());
        postgres.topology().replication().ifPresent(password -> all.put(REPLICATION, password));
        postgres.users().forEach(user -> all.put(user.variable(), user.password()));
        postgres.backup().flatMap(PostgresBackup::password).ifPresent(password -> all.put(BACKUP, password));
        postgres.metrics().ifPresent(metrics -> all.put(Metrics.PASSWORD, metrics.password()));
        return all;
    }
}
