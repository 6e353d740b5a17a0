package dev.berth.cel.library;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import java.util.Map;
import java.util.Optional;

/** The types that the API server adds to CEL. */
public final class KubernetesTypes {
    /** A quantity such as {@code 1.5Gi}. */
    public static final OpaqueType QUANTITY = OpaqueType.create("kubernetes.Quantity");
    /** A URL. */
    public static final OpaqueType URL = OpaqueType.create("kubernetes.URL");
    /** A named format of strings. */
    public static final OpaqueType FORMAT = OpaqueType.create("kubernetes.NamedFormat");
    /** A semantic version. */
    public static final OpaqueType SEMVER = OpaqueType.create("kubernetes.Semver");
    /** An IP address. */
    public static final OpaqueType IP = OpaqueType.create("net.IP");
    /** A range of IP addresses. */
    public static final OpaqueType CIDR = OpaqueType.create("net.CIDR");

    private static final Map<String, Class<?>> CLASSES = Map.of(
            QUANTITY.name(), QuantityValue.class,
            URL.name(), GoUrl.class,
            FORMAT.name(), NamedFormat.class,
            SEMVER.name(), Semver.class,
            IP.name(), Ip.class,
            CIDR.name(), AddressRange.class);

    private static final Map<String, CelType> NAMED = Map.of(
            IP.name(),
            IP,
            CIDR.name(),
            CIDR,
            "google.protobuf.Duration",
            SimpleType.DURATION,
            "google.protobuf.Timestamp",
            SimpleType.TIMESTAMP);

    private KubernetesTypes() {}

    /** Returns the types that expressions can name. */
    public static Map<String, CelType> named() {
        return NAMED;
    }

    /** Returns the types that expressions can name, for the evaluation. */
    public static CelTypeProvider provider() {
        return new CelTypeProvider() {
            @Override
            public ImmutableCollection<CelType> types() {
                return ImmutableList.copyOf(NAMED.values());
            }

            @Override
            public Optional<CelType> findType(String name) {
                return Optional.ofNullable(NAMED.get(name));
            }
        };
    }

    static Class<?> javaClass(CelType type) {
        return CLASSES.getOrDefault(type.name(), Object.class);
    }
}
