package dev.berth.catalog.driver;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The StorageClasses that Kubernetes platforms create in a new cluster, by name. */
public final class PlatformClasses {

    private static final Map<String, String> PLATFORMS = new HashMap<>();

    static {
        // docs.aws.amazon.com/eks: gp2 in every cluster; OpenShift adds the classes of the CSI driver.
        add("Amazon EKS", "gp2");
        add("Red Hat OpenShift on AWS", "gp2-csi", "gp3-csi");
        // cloud.google.com/kubernetes-engine: Persistent Disk and Filestore.
        add("Google GKE", "standard-rwo", "premium-rwo");
        add(
                "Google GKE",
                "standard-rwx",
                "premium-rwx",
                "zonal-rwx",
                "enterprise-rwx",
                "enterprise-multishare-rwx",
                "dynamic-rwo");
        // minikube and kind call their class "standard" too.
        add("Google GKE, minikube and kind", "standard");
        // learn.microsoft.com/azure/aks: disks, files and blobs.
        add("Azure AKS", "default", "managed", "managed-premium", "managed-csi", "managed-csi-premium");
        add("Azure AKS", "azurefile", "azurefile-premium", "azurefile-csi", "azurefile-csi-premium");
        add("Azure AKS", "azureblob-nfs-premium", "azureblob-fuse-premium");
        // The documentation of each provider.
        add(
                "DigitalOcean",
                "do-block-storage",
                "do-block-storage-retain",
                "do-block-storage-xfs",
                "do-block-storage-xfs-retain");
        add("Akamai Linode", "linode-block-storage", "linode-block-storage-retain");
        add("Hetzner Cloud", "hcloud-volumes");
        add("Vultr", "vultr-block-storage", "vultr-block-storage-hdd");
        add("Scaleway", "scw-bssd", "scw-bssd-retain");
        add("Oracle OKE", "oci", "oci-bv");
        add("OVHcloud", "csi-cinder-classic", "csi-cinder-high-speed");
        add("Civo", "civo-volume");
        add("Red Hat OpenShift on vSphere", "thin", "thin-csi");
        add("OpenShift Data Foundation", "ocs-storagecluster-ceph-rbd", "ocs-storagecluster-cephfs");
        add("k3s", "local-path");
        add("Docker Desktop", "hostpath");
        add("MicroK8s", "microk8s-hostpath");
    }

    private PlatformClasses() {}

    private static void add(String platform, String... names) {
        List.of(names).forEach(name -> PLATFORMS.put(name, platform));
    }

    /** Returns the platform that creates a class with this name. */
    public static Optional<String> platformOf(String storageClass) {
        return Optional.ofNullable(PLATFORMS.get(storageClass));
    }
}
