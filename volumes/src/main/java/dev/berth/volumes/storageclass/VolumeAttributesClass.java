package dev.berth.volumes.storageclass;

import dev.berth.manifest.Dsl;
import dev.berth.manifest.NamedManifest;
import dev.berth.object.ExistingObject;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import dev.berth.volumes.format.CsiDriverName;
import dev.berth.workload.VolumeAttributesClassSource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.storage.VolumeAttributesClassBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Parameters of a volume that can change while it is in use, such as its IOPS. A claim changes its class to change them.
 *
 * <pre>{@code
 * var gold = VolumeAttributesClass.named("gold")
 *         .driverName("csi.example.com")
 *         .putParameter("iops", "6000")
 *         .build();
 * }</pre>
 *
 * <p>The driver and the parameters are immutable: to change them, declare a class with another name. Source of all
 * limits: Kubernetes 1.36, {@code pkg/apis/storage/validation/validation.go}, {@code ValidateVolumeAttributesClass}.
 */
@Value.Immutable
@Dsl
public abstract class VolumeAttributesClass extends NamedManifest
        implements VolumeAttributesClassSource, ExtensibleVolumeAttributesClass {

    private static final int MOST_PARAMETERS = 512;

    VolumeAttributesClass() {}

    /**
     * Returns a builder for a VolumeAttributesClass.
     *
     * @throws InvalidValueException if the name is not a DNS subdomain
     */
    public static VolumeAttributesClassBuildStages.DriverNameBuildStage named(String name) {
        return VolumeAttributesClassBuildStages.start()
                .name(NameFormat.DNS_SUBDOMAIN.require("VolumeAttributesClass: metadata.name", name));
    }

    /** A VolumeAttributesClass that already exists in the cluster. */
    public static VolumeAttributesClassSource existing(String name) {
        return VolumeAttributesClassSource.existing(name);
    }

    /** The name of the CSI driver that applies the parameters. */
    public abstract String driverName();

    /** The parameters for the driver. At least one is required. */
    public abstract Map<String, String> parameters();

    /** Customizes the fabric8 model, for fields without a method. Optional. */
    public abstract Optional<UnaryOperator<VolumeAttributesClassBuilder>> customize();

    @Value.Check
    void check() {
        checkMetadata("VolumeAttributesClass");
        String what = "VolumeAttributesClass \"" + name() + "\": ";
        CsiDriverName.require(what + "driverName", driverName());
        if (parameters().isEmpty()) {
            throw new InvalidValueException(what + "parameters: Required value: add at least one with putParameter");
        }
        if (parameters().size() > MOST_PARAMETERS) {
            throw InvalidValueException.of(
                    what + "parameters", parameters().size(), "must be at most " + MOST_PARAMETERS + " parameters");
        }
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.empty();
    }

    @Override
    public HasMetadata toModel() {
        VolumeAttributesClassBuilder model = new VolumeAttributesClassBuilder()
                .withMetadata(metadata())
                .withDriverName(driverName())
                .withParameters(parameters());
        return customize().orElse(UnaryOperator.identity()).apply(model).build();
    }
}
