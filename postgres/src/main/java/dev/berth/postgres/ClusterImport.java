package dev.berth.postgres;

import dev.berth.custom.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The import of the databases of running servers. One database is imported alone, and belongs to the owner afterwards;
 * several are imported with their users and their rights. Source: CloudNativePG 1.30.0, {@code
 * docs/src/database_import.md}.
 */
record ClusterImport(CloudNativePgCluster cluster) {

    static ClusterImport of(CloudNativePgCluster cluster) {
        return new ClusterImport(cluster);
    }

    Fields fields() {
        Fields fields = new Fields();
        cluster.importFrom().ifPresent(source -> {
            boolean alone = source.users().isEmpty() && source.databases().isEmpty();
            List<String> databases = new ArrayList<>(List.of(source.database()));
            source.databases().forEach(database -> databases.add(database.name()));
            fields.put("type", alone ? "microservice" : "monolith").put("databases", databases);
            if (!alone) {
                List<String> roles = new ArrayList<>(List.of(source.user()));
                source.users().forEach(user -> roles.add(user.name()));
                fields.put("roles", roles);
            }
            fields.put("source", new Fields().put("externalCluster", source.name()));
        });
        return fields;
    }

    /** The servers, as the operator connects to them. */
    List<Object> sources() {
        return cluster.importFrom().stream()
                .map(source -> (Object) new Fields()
                        .put("name", source.name())
                        .put(
                                "connectionParameters",
                                new Fields()
                                        .put("host", source.service().address().toString())
                                        .put("user", source.user())
                                        .put("dbname", source.database())
                                        .put("sslmode", source.tls().map(tls -> "require")))
                        .put(
                                "password",
                                new Fields()
                                        .put("name", source.password().secret().map(secret -> secret.name()))
                                        .put("key", source.password().secretKey()))
                        .toMap())
                .toList();
    }

    /** Why the databases of the source would not be those of the declaration. */
    Optional<String> problem() {
        return cluster.importFrom().flatMap(this::problem);
    }

    private Optional<String> problem(Postgres source) {
        Postgres target = cluster.postgres();
        if (source.name().equals(cluster.name())) {
            return Optional.of("the Cluster and the servers have the same name, and both would own objects such as the"
                    + " NetworkPolicy \"" + cluster.name() + "\": give the Cluster another name");
        }
        if (source.password().secret().isEmpty()) {
            return Optional.of("the operator reads the password of the source from a Secret only: use Password.key");
        }
        if (source.image().server().major() > target.image().server().major()) {
            return Optional.of("the source has PostgreSQL "
                    + source.image().server().major()
                    + ", and pg_dump of PostgreSQL " + target.image().server().major()
                    + " cannot read it: declare the same or a newer major version");
        }
        boolean same = source.database().equals(target.database())
                && source.user().equals(target.user())
                && source.users().stream()
                        .map(PostgresUser::name)
                        .toList()
                        .equals(target.users().stream().map(PostgresUser::name).toList())
                && source.databases().equals(target.databases());
        return same
                ? Optional.empty()
                : Optional.of("the source has other databases or users: declare the same ones, and change them after"
                        + " the import");
    }
}
