package dev.berth.rules.defaults;

import dev.berth.rules.decode.ManifestReader;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.storage.StorageClass;

/**
 * Fills in what a Kubernetes 1.36 API server fills in when it decodes an object, and drops what the strategy of its
 * kind drops before validation (fields behind disabled feature gates).
 *
 * <p>Mirrors {@code pkg/apis/*}{@code /v1/defaults.go} and the {@code PrepareForCreate} of {@code pkg/registry}.
 */
public final class ServerDefaults {
    private ServerDefaults() {}

    /**
     * A copy of the object with the server's defaults; the same fields with the same values where it has none.
     *
     * @throws IllegalArgumentException where the object does not fit the schema of its kind, so that no server would
     *     get as far as defaults
     */
    public static HasMetadata apply(HasMetadata model) {
        HasMetadata copy = ManifestReader.of(model)
                .decode()
                .orElseThrow(
                        () -> new IllegalArgumentException("Not an object that a server decodes: " + model.getKind()));
        fillIn(copy);
        return copy;
    }

    /**
     * Fills the defaults into an object that takes the place of another: the same, but for the labels that a server
     * writes into the selectors of a Pod when it is made, and not again, and for the data source of a claim, which is
     * dropped when the claim is made, and not again.
     */
    public static void fillInAgain(HasMetadata model) {
        if (model instanceof Pod pod) {
            PodDefaults.again(pod);
        } else if (model instanceof PersistentVolumeClaim claim) {
            StorageDefaults.claimAgain(claim);
        } else {
            fillIn(model);
        }
    }

    /** Fills the defaults into the object itself. */
    public static void fillIn(HasMetadata model) {
        if (model instanceof Pod pod) {
            PodDefaults.pod(pod);
        } else if (model instanceof StatefulSet set) {
            WorkloadDefaults.statefulSet(set);
        } else if (model instanceof Deployment deployment) {
            WorkloadDefaults.deployment(deployment);
        } else if (model instanceof DaemonSet daemonSet) {
            WorkloadDefaults.daemonSet(daemonSet);
        } else if (model instanceof Job job) {
            JobDefaults.job(job);
        } else if (model instanceof CronJob cronJob) {
            JobDefaults.cronJob(cronJob);
        } else if (model instanceof PersistentVolume volume) {
            StorageDefaults.volume(volume);
        } else if (model instanceof PersistentVolumeClaim claim) {
            StorageDefaults.claim(claim);
        } else if (model instanceof StorageClass storageClass) {
            StorageDefaults.storageClass(storageClass);
        } else if (model instanceof Service service) {
            ServiceDefaults.service(service);
        } else if (model instanceof NetworkPolicy policy) {
            ServiceDefaults.networkPolicy(policy);
        } else if (model instanceof Secret secret) {
            ConfigDefaults.secret(secret);
        } else if (model instanceof Namespace namespace) {
            ConfigDefaults.namespace(namespace);
        }
    }
}
