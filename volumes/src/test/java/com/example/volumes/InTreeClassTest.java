package com.example.volumes;

import static com.example.volumes.Yaml.rendered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.volumes.aws.InTreeAwsEbs;
import dev.berth.volumes.azure.InTreeAzureDisk;
import dev.berth.volumes.gcp.InTreeGcePersistentDisk;
import org.junit.jupiter.api.Test;

/** StorageClasses of provisioners that Kubernetes has removed, which older manifests still contain. */
@SuppressWarnings("deprecation") // The deprecated types are under test.
class InTreeClassTest {

    @Test
    void a_legacy_ebs_class_states_which_driver_replaced_its_provisioner() {
        var fast = InTreeAwsEbs.named("fast-ssd")
                .putParameter("type", "gp3")
                .putParameter("iopsPerGB", "10")
                .build();

        assertThat(rendered(fast)).isEqualTo("""
                apiVersion: storage.k8s.io/v1
                kind: StorageClass
                metadata:
                  name: fast-ssd
                # Deprecated: Kubernetes 1.27 removed kubernetes.io/aws-ebs. The driver ebs.csi.aws.com replaced it.
                provisioner: kubernetes.io/aws-ebs
                parameters:
                  iopsPerGB: "10"
                  type: gp3
                """);
    }

    @Test
    void a_legacy_persistent_disk_class_states_which_driver_replaced_its_provisioner() {
        var fast = InTreeGcePersistentDisk.named("fast-ssd")
                .putParameter("type", "pd-ssd")
                .build();

        assertThat(rendered(fast)).isEqualTo("""
                apiVersion: storage.k8s.io/v1
                kind: StorageClass
                metadata:
                  name: fast-ssd
                # Deprecated: Kubernetes 1.28 removed kubernetes.io/gce-pd. The driver pd.csi.storage.gke.io replaced it.
                provisioner: kubernetes.io/gce-pd
                parameters:
                  type: pd-ssd
                """);
    }

    @Test
    void a_legacy_azure_class_states_which_driver_replaced_its_provisioner() {
        var fast = InTreeAzureDisk.named("fast-ssd")
                .putParameter("storageaccounttype", "Premium_LRS")
                .comment("As the exercise writes it.")
                .build();

        assertThat(rendered(fast)).isEqualTo("""
                # As the exercise writes it.
                apiVersion: storage.k8s.io/v1
                kind: StorageClass
                metadata:
                  name: fast-ssd
                # Deprecated: Kubernetes 1.27 removed kubernetes.io/azure-disk. The driver disk.csi.azure.com replaced it.
                provisioner: kubernetes.io/azure-disk
                parameters:
                  storageaccounttype: Premium_LRS
                """);
    }
}
