package dev.berth.postgres;

import dev.berth.config.ConfigMap;
import dev.berth.custom.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The scripts that the first instance runs once, in the order of the recipe: users, databases, scripts. The operator runs
 * a script in one request, as {@code postgres}, and before it manages users and databases. Source: CloudNativePG 1.30.0,
 * {@code pkg/management/postgres/initdb.go}, {@code ConfigureNewInstance}.
 */
record ClusterScripts(CloudNativePgCluster cluster) {

    /** A command that only {@code psql} knows. */
    private static final Pattern COMMAND_OF_PSQL = Pattern.compile("(?m)^\\s*\\\\");

    static ClusterScripts of(CloudNativePgCluster cluster) {
        return new ClusterScripts(cluster);
    }

    static boolean isForPsql(InitScript script) {
        return COMMAND_OF_PSQL.matcher(script.text()).find();
    }

    /** An import brings what the scripts have created. */
    private boolean isNeeded() {
        return cluster.importFrom().isEmpty()
                && !cluster.postgres().initScripts().isEmpty();
    }

    Optional<ConfigMap> config() {
        if (!isNeeded()) {
            return Optional.empty();
        }
        var config = ConfigMap.named(cluster.name() + "-init");
        List<InitScript> scripts = cluster.postgres().initScripts();
        for (int number = 0; number < scripts.size(); number++) {
            config.putData(key(number), asUser(scripts.get(number)));
        }
        return Optional.of(
                config.comment("Only the first instance runs these: a later edit does not reach volumes that exist.")
                        .build());
    }

    private String key(int number) {
        return number + 10 + "-" + cluster.postgres().initScripts().get(number).file();
    }

    /** The objects of a script belong to the user, as in a StatefulSet. */
    private String asUser(InitScript script) {
        return "SET ROLE " + identifier(cluster.postgres().user()) + ";\n" + script.text();
    }

    /** The statements before the scripts, and the scripts. */
    void addTo(Fields initdb) {
        if (isNeeded()) {
            initdb.put("postInitSQL", statements())
                    .put("postInitApplicationSQLRefs", new Fields().put("configMapRefs", references()));
        }
    }

    private List<String> statements() {
        Postgres postgres = cluster.postgres();
        List<String> all = new ArrayList<>();
        if (cluster.userRights() == CloudNativePgCluster.UserRights.SUPERUSER) {
            all.add("ALTER ROLE " + identifier(postgres.user()) + " SUPERUSER");
        }
        postgres.users().forEach(user -> all.add("CREATE ROLE " + identifier(user.name()) + " LOGIN"));
        postgres.databases()
                .forEach(database -> all.add(
                        "CREATE DATABASE " + identifier(database.name()) + " OWNER " + identifier(database.owner())));
        return all;
    }

    private List<Object> references() {
        List<Object> all = new ArrayList<>();
        for (int number = 0; number < cluster.postgres().initScripts().size(); number++) {
            all.add(new Fields()
                    .put("name", cluster.name() + "-init")
                    .put("key", key(number))
                    .toMap());
        }
        return all;
    }

    static String identifier(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
