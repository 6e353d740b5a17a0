package dev.berth.catalog.driver;

import dev.berth.catalog.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is known about a storage driver. */
public final class StorageDriver {

    private final String name;
    private final Source source;
    private final Optional<InTreePlugin> inTree;
    private final boolean ignoresCase;
    private final UnknownParameters unknownParameters;
    private final List<DriverParameter> parameters;
    private final boolean isZonal;
    private final List<String> topologyKeys;
    private final List<SizeRange> sizes;
    private final List<SharedAccess> sharedAccess;
    private final List<MachineLimit> machineLimits;
    private final Optional<Boolean> expandsVolumes;
    private final boolean providesDirectories;
    private final boolean mayHavePrefix;

    private StorageDriver(Builder builder) {
        name = builder.name;
        source = builder.source;
        inTree = builder.inTree;
        ignoresCase = builder.ignoresCase;
        unknownParameters = builder.unknownParameters;
        parameters = List.copyOf(builder.parameters);
        isZonal = builder.isZonal;
        topologyKeys = List.copyOf(builder.topologyKeys);
        sizes = List.copyOf(builder.sizes);
        sharedAccess = List.copyOf(builder.sharedAccess);
        machineLimits = List.copyOf(builder.machineLimits);
        expandsVolumes = builder.expandsVolumes;
        providesDirectories = builder.providesDirectories;
        mayHavePrefix = builder.mayHavePrefix;
    }

    static Builder named(String name, Source source) {
        return new Builder(name, source);
    }

    /** The name that a StorageClass gives as its provisioner. */
    public String name() {
        return name;
    }

    /** Returns whether a StorageClass with this provisioner is one of the driver, whose name may have a prefix. */
    public boolean isNamed(String provisioner) {
        return provisioner.equals(name) || (mayHavePrefix && provisioner.endsWith("." + name));
    }

    /** Where these facts come from. */
    public Source source() {
        return source;
    }

    /** The plugin that the driver replaced. */
    public Optional<InTreePlugin> inTree() {
        return inTree;
    }

    /** Whether the driver reads the keys of parameters without regard to case. */
    public boolean ignoresCase() {
        return ignoresCase;
    }

    /** What the driver does with a parameter that is not among {@link #parameters()}. */
    public UnknownParameters unknownParameters() {
        return unknownParameters;
    }

    /** The parameters that the driver reads. */
    public List<DriverParameter> parameters() {
        return parameters;
    }

    /** The parameter that the driver reads under a key, which may be an alias. */
    public Optional<DriverParameter> parameter(String key) {
        return parameters.stream()
                .filter(parameter -> parameter.isPrefix()
                        ? key.startsWith(parameter.key())
                        : parameter.keys().anyMatch(known -> isSame(known, key)))
                .findFirst();
    }

    /** A key as this driver compares it: in lower case if it ignores case. */
    public String normalized(String key) {
        return ignoresCase ? key.toLowerCase(Locale.ROOT) : key;
    }

    private boolean isSame(String key, String other) {
        return normalized(key).equals(normalized(other));
    }

    /**
     * The value that the driver reads for a parameter: from its key, else from its alias, else the default.
     *
     * @param classParameters the parameters of a StorageClass
     * @return an empty text if the class does not set the parameter and no default is known
     */
    public String value(Map<String, String> classParameters, String key) {
        Optional<DriverParameter> known = parameter(key);
        Stream<String> keys = known.map(DriverParameter::keys).orElse(Stream.of(key));
        return keys.flatMap(wanted -> classParameters.entrySet().stream()
                        .filter(entry -> isSame(entry.getKey(), wanted))
                        .map(Map.Entry::getValue))
                .findFirst()
                .or(() -> known.flatMap(DriverParameter::defaultValue))
                .orElse("");
    }

    /**
     * Whether a volume belongs to one zone, so that a class should wait for the pod ({@code volumeBindingMode:
     * WaitForFirstConsumer}).
     */
    public boolean isZonal() {
        return isZonal;
    }

    /** The node labels by which {@code allowedTopologies} restrict the driver to zones, the preferred one first. */
    public List<String> topologyKeys() {
        return topologyKeys;
    }

    /** The ranges of sizes. The first one that fits a class applies; no range is known for classes that none of them fits. */
    public List<SizeRange> sizes() {
        return sizes;
    }

    /** The sizes of the volumes of a class with these parameters. Empty if no range is known. */
    public Optional<SizeRange> size(Map<String, String> classParameters) {
        return sizes.stream()
                .filter(range -> range.isOf(key -> value(classParameters, key)))
                .findFirst();
    }

    /** What the driver requires of volumes that several nodes use at once. It has no known limits for other access modes. */
    public List<SharedAccess> sharedAccess() {
        return sharedAccess;
    }

    /**
     * Whether a claim can have an access mode, as far as is known.
     *
     * @param block whether the claim asks for a block device rather than a file system
     * @param classParameters the parameters of its StorageClass
     */
    public boolean offers(String accessMode, boolean block, Map<String, String> classParameters) {
        return sharedAccess.stream()
                .filter(access -> access.accessModes().contains(accessMode))
                .allMatch(access -> access.permits(block, key -> value(classParameters, key)));
    }

    /** The machines that are known not to attach some volumes. */
    public List<MachineLimit> machineLimits() {
        return machineLimits;
    }

    /**
     * Whether a node with this label can attach the volumes of a class, as far as is known.
     *
     * @param nodeLabel the key of the label, such as {@code node.kubernetes.io/instance-type}
     * @param machine its value
     * @param classParameters the parameters of a StorageClass
     */
    public boolean attachesTo(String nodeLabel, String machine, Map<String, String> classParameters) {
        return machineLimits.stream()
                .noneMatch(limit -> limit.refuses(nodeLabel, machine, key -> value(classParameters, key)));
    }

    /** Whether the driver expands volumes that exist ({@code allowVolumeExpansion}). Empty if the catalog does not say. */
    public Optional<Boolean> expandsVolumes() {
        return expandsVolumes;
    }

    /**
     * Whether a volume is a directory of a file system that exists already, such as a share: the driver formats no disk, so
     * there is no {@code lost+found}, and the permissions are those of the directory.
     */
    public boolean providesDirectories() {
        return providesDirectories;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Collects the facts of one driver. */
    static final class Builder {

        private final String name;
        private final Source source;
        private Optional<InTreePlugin> inTree = Optional.empty();
        private boolean ignoresCase;
        private UnknownParameters unknownParameters = UnknownParameters.UNKNOWN;
        private final List<DriverParameter> parameters = new ArrayList<>();
        private boolean isZonal;
        private List<String> topologyKeys = List.of();
        private List<SizeRange> sizes = List.of();
        private List<SharedAccess> sharedAccess = List.of();
        private List<MachineLimit> machineLimits = List.of();
        private Optional<Boolean> expandsVolumes = Optional.empty();
        private boolean providesDirectories;
        private boolean mayHavePrefix;

        private Builder(String name, Source source) {
            this.name = name;
            this.source = source;
        }

        Builder replaces(InTreePlugin plugin) {
            inTree = Optional.of(plugin);
            return this;
        }

        Builder ignoresCase() {
            ignoresCase = true;
            return this;
        }

        Builder parameters(UnknownParameters others, DriverParameter.Builder... known) {
            unknownParameters = others;
            for (DriverParameter.Builder parameter : known) {
                parameters.add(parameter.build());
            }
            return this;
        }

        /** Parameters whose values are not known, by key. */
        Builder moreParameters(String... keys) {
            for (String key : keys) {
                parameters.add(DriverParameter.named(key).build());
            }
            return this;
        }

        Builder zonal(String... keys) {
            isZonal = true;
            topologyKeys = List.of(keys);
            return this;
        }

        Builder sizes(SizeRange... ranges) {
            sizes = List.of(ranges);
            return this;
        }

        Builder sharedAccess(SharedAccess... access) {
            sharedAccess = List.of(access);
            return this;
        }

        Builder machineLimits(MachineLimit... limits) {
            machineLimits = List.of(limits);
            return this;
        }

        Builder expandsVolumes(boolean expands) {
            expandsVolumes = Optional.of(expands);
            return this;
        }

        Builder providesDirectories() {
            providesDirectories = true;
            return this;
        }

        /** An installation may put a name and a dot in front of the name of the driver. */
        Builder mayHavePrefix() {
            mayHavePrefix = true;
            return this;
        }

        StorageDriver build() {
            return new StorageDriver(this);
        }
    }
}
