package dev.berth.volumes.azure;

import dev.berth.value.InvalidValueException;
import java.util.Map;
import java.util.Optional;

/**
 * The networks from which the content of an Azure disk can be exported or uploaded. Source: azuredisk-csi-driver
 * {@code pkg/azuredisk/azure_managedDiskController.go} (commit d983d613, 2026).
 */
public final class AzureNetworkAccessPolicy {

    private final String policy;
    private final Optional<String> diskAccess;

    private AzureNetworkAccessPolicy(String policy, Optional<String> diskAccess) {
        this.policy = policy;
        this.diskAccess = diskAccess;
    }

    /** Denies access from all networks. The default of the driver. */
    public static AzureNetworkAccessPolicy denyAll() {
        return new AzureNetworkAccessPolicy("DenyAll", Optional.empty());
    }

    /** Allows access from any network. */
    public static AzureNetworkAccessPolicy allowAll() {
        return new AzureNetworkAccessPolicy("AllowAll", Optional.empty());
    }

    /**
     * Allows access through the private endpoints of a DiskAccess resource.
     *
     * @param diskAccessId the resource ID of the DiskAccess
     * @throws InvalidValueException if the ID is blank: the driver would fail
     */
    public static AzureNetworkAccessPolicy allowPrivate(String diskAccessId) {
        if (diskAccessId.isBlank()) {
            throw InvalidValueException.of(
                    "AzureDisk diskAccessID", diskAccessId, "must be the resource id of a DiskAccess");
        }
        return new AzureNetworkAccessPolicy("AllowPrivate", Optional.of(diskAccessId));
    }

    void addTo(Map<String, String> parameters) {
        parameters.put("networkAccessPolicy", policy);
        diskAccess.ifPresent(id -> parameters.put("diskAccessID", id));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AzureNetworkAccessPolicy that
                && policy.equals(that.policy)
                && diskAccess.equals(that.diskAccess);
    }

    @Override
    public int hashCode() {
        return policy.hashCode();
    }

    @Override
    public String toString() {
        return policy;
    }
}
