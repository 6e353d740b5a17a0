package dev.berth.catalog.driver;

import java.util.Optional;

/**
 * A volume plugin that was part of Kubernetes until a driver replaced it. A cluster translates its classes for the driver.
 *
 * <p>Source: {@code staging/src/k8s.io/csi-translation-lib/plugins} of kubernetes/kubernetes.
 *
 * @param name the provisioner that its classes name
 * @param removedIn the version of Kubernetes that removed it; empty if the catalog does not say
 * @param isZonal whether a class should wait for the pod, because its volumes belong to a zone
 */
public record InTreePlugin(String name, Optional<String> removedIn, boolean isZonal) {}
