package dev.berth.lint.driver;

import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.Set;

/**
 * A storage driver.
 *
 * @param provisioners the names that classes give it; empty for all
 * @param ignoresCase whether it reads keys without regard to case
 * @param source the file that reads the parameters
 */
record Driver(Set<String> provisioners, boolean ignoresCase, String source) {

    boolean isOf(StorageClass storageClass) {
        String provisioner = storageClass.getProvisioner();
        return provisioner != null && (provisioners.isEmpty() || provisioners.contains(provisioner));
    }
}
