package com.example.recipe;

import static dev.berth.value.Bytes.mebi;
import static java.time.Duration.ofMinutes;

import dev.berth.config.ConfigMap;
import dev.berth.config.Secret;
import dev.berth.network.HeadlessService;
import dev.berth.network.Service;
import dev.berth.recipe.Clients;
import dev.berth.recipe.Password;
import dev.berth.recipe.PlainRecipe;
import dev.berth.recipe.ServerImage;
import dev.berth.recipe.ServerProbes;
import dev.berth.value.Bytes;
import dev.berth.value.Port;
import dev.berth.workload.Container;
import dev.berth.workload.Resources;
import dev.berth.workload.StatefulSet;
import java.util.List;

/** One MySQL server. */
class MySql extends PlainRecipe {

    private static final Port PORT = Port.tcp("mysql", 3306);
    private static final String PASSWORD = "MYSQL_ROOT_PASSWORD";

    private final Password password;

    MySql(String name, String image, Password password, Bytes storage, Resources resources, Clients clients) {
        super(name, ServerImage.known("MySQL", image), storage, resources, clients);
        this.password = password;
        checkRecipe();
    }

    @Override
    public ConfigMap config() {
        return ConfigMap.named(name() + "-config")
                .putData("server.cnf", "[mysqld]\ninnodb_buffer_pool_size = " + memoryLimit() / 2 + "\n")
                .build();
    }

    @Override
    protected List<StatefulSet> declareSets() {
        var container = Container.named("mysql")
                .image(server().name())
                .addPort(PORT)
                .addAllEnv(password.env(name(), PASSWORD))
                .addMount(data().at(server().mountPath()))
                .addMount(configAt("/etc/mysql/conf.d"))
                .addMount(emptyDirectory("run", mebi(16), "/var/run/mysqld"))
                .addMount(emptyDirectory("tmp", mebi(64), "/tmp"))
                .addAllMounts(password.mounts(PASSWORD))
                .startupProbe(ServerProbes.startup("mysqladmin", "ping", "-h", "127.0.0.1"))
                .readinessProbe(ServerProbes.readiness("mysqladmin", "ping", "-h", "127.0.0.1"))
                .build();
        return List.of(StatefulSet.named(name())
                .service(HeadlessService.named(name() + "-headless"))
                .replicas(1)
                .container(container)
                .addAllRestartTriggers(restartTriggers())
                .terminationGracePeriod(ofMinutes(2))
                .build());
    }

    @Override
    protected List<Service> declareServices(List<StatefulSet> sets) {
        return List.of(Service.named(name()).selecting(sets.get(0)).build());
    }

    @Override
    protected List<Secret> declareSecrets() {
        return password.demoSecret(name(), PASSWORD).stream().toList();
    }
}
