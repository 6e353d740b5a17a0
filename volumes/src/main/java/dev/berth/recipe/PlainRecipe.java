package dev.berth.recipe;

import dev.berth.value.Bytes;
import dev.berth.workload.ClaimRetention;
import dev.berth.workload.PodManagementPolicy;
import dev.berth.workload.Resources;
import dev.berth.workload.StatefulSet;
import dev.berth.workload.StorageClassSource;
import dev.berth.workload.UpdateStrategy;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A recipe without a builder: what is required is an argument of the constructor, and everything else has its default
 * unless the recipe overrides it.
 *
 * <pre>{@code
 * final class MySql extends PlainRecipe {
 *     MySql(String name, String image, Bytes storage, Resources resources, Clients clients) {
 *         super(name, ServerImage.known("MySQL", image), storage, resources, clients);
 *         checkRecipe();
 *     }
 *     …
 * }
 * }</pre>
 */
public abstract class PlainRecipe extends Recipe {

    private final String name;
    private final ServerImage image;
    private final Bytes storage;
    private final Resources resources;
    private final Clients clients;

    /**
     * Keeps what is required. The recipe calls {@link #checkRecipe()} at the end of its own constructor.
     *
     * @param name the name of the StatefulSet and of the Service for clients, and the prefix of the other names
     * @param image the image of the servers
     * @param storage the size of the volume of each server
     * @param resources the resource requests and limits of each server, with a limit of memory
     * @param clients who may connect to the servers
     */
    protected PlainRecipe(String name, ServerImage image, Bytes storage, Resources resources, Clients clients) {
        this.name = name;
        this.image = image;
        this.storage = storage;
        this.resources = resources;
        this.clients = clients;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    protected final ServerImage server() {
        return image;
    }

    @Override
    public final Bytes storage() {
        return storage;
    }

    @Override
    public final Resources resources() {
        return resources;
    }

    @Override
    public final Clients clients() {
        return clients;
    }

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
