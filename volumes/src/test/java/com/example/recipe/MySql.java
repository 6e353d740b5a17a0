package com.example.recipe;

import static dev.berth.workload.Probe.exec;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.berth.config.ConfigMap;
import dev.berth.config.Secret;
import dev.berth.network.HeadlessService;
import dev.berth.network.Service;
import dev.berth.recipe.Clients;
import dev.berth.recipe.Metrics;
import dev.berth.recipe.Password;
import dev.berth.recipe.Recipe;
import dev.berth.recipe.Safeguard;
import dev.berth.recipe.ServerImage;
import dev.berth.value.Bytes;
import dev.berth.value.Port;
import dev.berth.volumes.pod.ConfigMapVolume;
import dev.berth.volumes.pod.EmptyDir;
import dev.berth.workload.ClaimRetention;
import dev.berth.workload.Container;
import dev.berth.workload.PodManagementPolicy;
import dev.berth.workload.Resources;
import dev.berth.workload.StatefulSet;
import dev.berth.workload.StorageClassSource;
import dev.berth.workload.UpdateStrategy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One MySQL server. */
final class MySql extends Recipe {

    private static final Port PORT = Port.tcp("mysql", 3306);
    private static final String PASSWORD = "MYSQL_ROOT_PASSWORD";

    private final String name;
    private final ServerImage image;
    private final Password password;
    private final Bytes storage;
    private final Resources resources;
    private final Clients clients;

    MySql(String name, String image, Password password, Bytes storage, Resources resources, Clients clients) {
        this.name = name;
        this.image = ServerImage.known("MySQL", image);
        this.password = password;
        this.storage = storage;
        this.resources = resources;
        this.clients = clients;
        checkRecipe();
    }

    @Override
    public ConfigMap config() {
        return ConfigMap.named(name + "-config")
                .putData("server.cnf", "[mysqld]\ninnodb_buffer_pool_size = " + memoryLimit() / 2 + "\n")
                .build();
    }

    @Override
    protected List<StatefulSet> declareSets() {
        var config = ConfigMapVolume.named("config").configMap(config()).build();
        var container = Container.named("mysql")
                .image(image.name())
                .addPort(PORT)
                .addAllEnv(password.env(name, PASSWORD))
                .addMount(data().at(image.mountPath()))
                .addMount(config.at("/etc/mysql/conf.d").readOnly())
                .addMount(
                        EmptyDir.named("run").sizeLimit(Bytes.mebi(16)).build().at("/var/run/mysqld"))
                .addMount(
                        EmptyDir.named("tmp").sizeLimit(Bytes.mebi(64)).build().at("/tmp"))
                .addAllMounts(password.mounts(PASSWORD))
                .startupProbe(exec("mysqladmin", "ping", "-h", "127.0.0.1")
                        .period(ofSeconds(10))
                        .timeout(ofSeconds(5))
                        .failureThreshold(60)
                        .build())
                .readinessProbe(exec("mysqladmin", "ping", "-h", "127.0.0.1")
                        .timeout(ofSeconds(5))
                        .build())
                .build();
        return List.of(StatefulSet.named(name)
                .service(HeadlessService.named(name + "-headless"))
                .replicas(1)
                .container(container)
                .terminationGracePeriod(ofMinutes(2))
                .build());
    }

    @Override
    protected List<Service> declareServices(List<StatefulSet> sets) {
        return List.of(Service.named(name).selecting(sets.get(0)).build());
    }

    @Override
    protected List<Secret> declareSecrets() {
        return password.demoSecret(name, PASSWORD).stream().toList();
    }

    @Override
    protected ServerImage server() {
        return image;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Bytes storage() {
        return storage;
    }

    @Override
    public Resources resources() {
        return resources;
    }

    @Override
    public Clients clients() {
        return clients;
    }

    // What this recipe leaves to the defaults.

    @Override
    public Optional<StorageClassSource> storageClass() {
        return Optional.empty();
    }

    @Override
    public Optional<ClaimRetention> claimRetention() {
        return Optional.empty();
    }

    @Override
    public Optional<Metrics> metrics() {
        return Optional.empty();
    }

    @Override
    public Optional<PodManagementPolicy> podManagementPolicy() {
        return Optional.empty();
    }

    @Override
    public Optional<UpdateStrategy> updateStrategy() {
        return Optional.empty();
    }

    @Override
    public Map<Safeguard, String> omissions() {
        return Map.of();
    }

    @Override
    public Optional<UnaryOperator<StatefulSet>> customize() {
        return Optional.empty();
    }
}
