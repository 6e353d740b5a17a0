package dev.berth.lint.driver;

import dev.berth.catalog.driver.StorageDriver;
import dev.berth.catalog.driver.StorageDrivers;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.Set;

/**
 * A program that reads the parameters of StorageClasses.
 *
 * @param provisioners the provisioners whose classes it reads; empty for all
 * @param ignoresCase whether it ignores the case of keys
 * @param source the file that reads the parameters
 */
record ParameterReader(Set<String> provisioners, boolean ignoresCase, String source) {

    static ParameterReader of(StorageDriver driver) {
        return new ParameterReader(
                Set.of(driver.name()), driver.ignoresCase(), driver.source().text());
    }

    boolean reads(StorageClass storageClass) {
        String provisioner = storageClass.getProvisioner();
        return provisioner != null
                && (provisioners.isEmpty()
                        || provisioners.contains(provisioner)
                        || StorageDrivers.named(provisioner)
                                .filter(driver -> provisioners.contains(driver.name()))
                                .isPresent());
    }
}
