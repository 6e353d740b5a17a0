package dev.berth.catalog.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.catalog.SourceForm;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StorageDriversTest {

    @TestFactory
    Stream<DynamicTest> everyEntryIsComplete() {
        return StorageDrivers.all().stream()
                .map(driver -> DynamicTest.dynamicTest(driver.name(), () -> {
                    SourceForm.check(driver.source());
                    List<String> keys = driver.parameters().stream()
                            .flatMap(DriverParameter::keys)
                            .map(driver::normalized)
                            .toList();
                    assertThat(keys).doesNotHaveDuplicates();
                    assertThat(driver.parameters()).allSatisfy(parameter -> {
                        assertThat(parameter.defaultValue().stream())
                                .allMatch(value -> parameter.values().isEmpty()
                                        || parameter.values().contains(value));
                        assertThat(parameter.defaultValue().stream())
                                .allMatch(value -> parameter.form().stream().allMatch(form -> form.matches(value)));
                    });
                    assertThat(driver.sizes()).allSatisfy(range -> {
                        assertThat(range.mostGibi()).isGreaterThan(range.leastGibi());
                        assertThat(range.parameter().isEmpty()
                                        || driver.parameter(range.parameter()).isPresent())
                                .isTrue();
                    });
                    assertThat(driver.sharedAccess())
                            .allMatch(access -> access.parameter().isEmpty()
                                    || driver.parameter(access.parameter()).isPresent());
                }));
    }

    @Test
    void noTwoEntriesHaveTheSameName() {
        assertThat(StorageDrivers.provisioners()).hasSize(34).doesNotHaveDuplicates();
    }

    @Test
    void findsADriverByItsNameOrByThatOfThePluginItReplaced() {
        assertThat(StorageDrivers.named("ebs.csi.aws.com")).contains(StorageDrivers.AWS_EBS);
        assertThat(StorageDrivers.named("kubernetes.io/aws-ebs")).isEmpty();
        assertThat(StorageDrivers.replacing("kubernetes.io/aws-ebs")).contains(StorageDrivers.AWS_EBS);
        assertThat(StorageDrivers.replacing("ebs.csi.aws.com")).isEmpty();
    }

    @Test
    void findsADriverWhoseNameHasAPrefix() {
        assertThat(StorageDrivers.named("rook-ceph.rbd.csi.ceph.com")).contains(StorageDrivers.CEPH_RBD);
        assertThat(StorageDrivers.named("rook-ceph.cephfs.csi.ceph.com")).contains(StorageDrivers.CEPH_FS);
        assertThat(StorageDrivers.named("my.ebs.csi.aws.com")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "efs.csi.aws.com, provisioningMode fileSystemId",
        "fsx.csi.aws.com, subnetId",
        "nfs.csi.k8s.io, server share",
        "smb.csi.k8s.io, source",
        "rbd.csi.ceph.com, clusterID pool",
        "cephfs.csi.ceph.com, clusterID fsName",
        "ebs.csi.aws.com, ''"
    })
    void knowsWhatADriverCannotProvisionWithout(String driver, String keys) {
        assertThat(StorageDrivers.named(driver).orElseThrow().parameters().stream()
                        .filter(DriverParameter::isRequired)
                        .map(DriverParameter::key))
                .containsExactly(keys.isEmpty() ? new String[0] : keys.split(" "));
    }

    @Test
    void comparesKeysAsTheDriverDoes() {
        assertThat(StorageDrivers.AWS_EBS.parameter("KMSKEYID"))
                .map(DriverParameter::key)
                .contains("kmsKeyId");
        assertThat(StorageDrivers.AWS_EFS.parameter("filesystemid")).isEmpty();
        assertThat(StorageDrivers.AWS_EBS.parameter("tagSpecification_1")).isPresent();
        assertThat(StorageDrivers.AWS_EBS.parameter("tagspecification_1")).isEmpty();
    }

    @Test
    void readsAValueFromTheKeyTheAliasOrTheDefault() {
        StorageDriver disk = StorageDrivers.AZURE_DISK;

        assertThat(disk.value(Map.of("SKUNAME", "Premium_LRS", "storageAccountType", "Standard_LRS"), "skuName"))
                .isEqualTo("Premium_LRS");
        assertThat(disk.value(Map.of("storageaccounttype", "Standard_LRS"), "skuName"))
                .isEqualTo("Standard_LRS");
        assertThat(disk.value(Map.of(), "skuName")).isEqualTo("StandardSSD_LRS");
        assertThat(disk.value(Map.of(), "tags")).isEmpty();
        assertThat(disk.value(Map.of("other", "1"), "other")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "ebs.csi.aws.com, type, gp2, 16384",
        "ebs.csi.aws.com, type, gp3, 65536",
        "ebs.csi.aws.com, other, '', 65536",
        "ebs.csi.aws.com, type, standard, 1024",
        "pd.csi.storage.gke.io, type, pd-ssd, 65536",
        "disk.csi.azure.com, skuName, PremiumV2_LRS, 65536",
        "disk.csi.azure.com, storageAccountType, UltraSSD_LRS, 65536",
        "disk.csi.azure.com, other, '', 32768",
        "file.csi.azure.com, skuName, Premium_LRS, 102400",
        "dobs.csi.digitalocean.com, other, '', 16384"
    })
    void knowsTheLargestVolume(String driver, String key, String value, long gibi) {
        assertThat(StorageDrivers.named(driver).flatMap(found -> found.size(Map.of(key, value))))
                .hasValueSatisfying(range -> {
                    assertThat(range.leastGibi()).isZero();
                    assertThat(range.mostGibi()).isEqualTo(gibi);
                });
    }

    @ParameterizedTest
    @CsvSource({"ebs.csi.aws.com, type, gp4", "file.csi.azure.com, skuName, Standard_LRS", "efs.csi.aws.com, uid, 1"})
    void knowsNoRangeForOtherClasses(String driver, String key, String value) {
        assertThat(StorageDrivers.named(driver).flatMap(found -> found.size(Map.of(key, value))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ebs.csi.aws.com, ReadWriteMany, true, type, io2, true",
        "ebs.csi.aws.com, ReadWriteMany, false, type, io2, false",
        "ebs.csi.aws.com, ReadWriteMany, true, type, gp3, false",
        "ebs.csi.aws.com, ReadOnlyMany, false, type, gp3, false",
        "disk.csi.azure.com, ReadWriteMany, true, maxShares, 2, true",
        "disk.csi.azure.com, ReadWriteMany, true, maxShares, 1, false",
        "disk.csi.azure.com, ReadOnlyMany, false, maxShares, 2, false",
        "pd.csi.storage.gke.io, ReadWriteMany, false, type, pd-ssd, true",
        "pd.csi.storage.gke.io, ReadWriteMany, false, type, hyperdisk-extreme, false",
        "pd.csi.storage.gke.io, ReadOnlyMany, false, type, hyperdisk-extreme, true",
        "dobs.csi.digitalocean.com, ReadWriteMany, true, type, any, false",
        "rancher.io/local-path, ReadOnlyMany, false, type, any, false",
        "rancher.io/local-path, ReadWriteOnce, false, type, any, true",
        "efs.csi.aws.com, ReadWriteMany, false, type, any, true",
        "fsx.csi.aws.com, ReadOnlyMany, false, type, any, false",
        "csi.hetzner.cloud, ReadWriteMany, true, type, any, false",
        "driver.longhorn.io, ReadWriteMany, false, type, any, true",
        "driver.longhorn.io, ReadOnlyMany, false, type, any, false",
        "rbd.csi.ceph.com, ReadWriteMany, false, pool, any, false",
        "rbd.csi.ceph.com, ReadWriteMany, true, pool, any, true",
        "cephfs.csi.ceph.com, ReadWriteMany, false, pool, any, true"
    })
    void knowsWhichVolumesNodesCanShare(
            String driver, String accessMode, boolean block, String key, String value, boolean offered) {
        assertThat(StorageDrivers.named(driver).map(found -> found.offers(accessMode, block, Map.of(key, value))))
                .contains(offered);
    }

    @ParameterizedTest
    @CsvSource({
        "pd.csi.storage.gke.io, cloud.google.com/machine-family, n4, type, pd-balanced, false",
        "pd.csi.storage.gke.io, cloud.google.com/machine-family, n4, type, hyperdisk-balanced, true",
        "pd.csi.storage.gke.io, node.kubernetes.io/instance-type, c3-standard-4, type, pd-standard, false",
        "pd.csi.storage.gke.io, node.kubernetes.io/instance-type, c3-standard-4, type, pd-ssd, true",
        "pd.csi.storage.gke.io, topology.kubernetes.io/zone, n4, type, pd-ssd, true",
        "disk.csi.azure.com, node.kubernetes.io/instance-type, Standard_D4_v3, skuName, Premium_LRS, false",
        "disk.csi.azure.com, node.kubernetes.io/instance-type, Standard_D4s_v3, skuName, Premium_LRS, true",
        "disk.csi.azure.com, node.kubernetes.io/instance-type, Standard_DS2_v2, skuName, Premium_LRS, true",
        "disk.csi.azure.com, node.kubernetes.io/instance-type, Standard_D4_v3, skuName, StandardSSD_LRS, true",
        "ebs.csi.aws.com, node.kubernetes.io/instance-type, t2.micro, type, gp3, true"
    })
    void knowsWhichMachinesAttachAVolume(
            String driver, String label, String machine, String key, String value, boolean attaches) {
        assertThat(StorageDrivers.named(driver).map(found -> found.attachesTo(label, machine, Map.of(key, value))))
                .contains(attaches);
    }

    @Test
    void knowsWhichDriversProvisionInOneZone() {
        assertThat(StorageDrivers.provisioners().stream().filter(StorageDrivers::isZonal))
                .containsExactlyInAnyOrder(
                        "ebs.csi.aws.com",
                        "pd.csi.storage.gke.io",
                        "disk.csi.azure.com",
                        "cinder.csi.openstack.org",
                        "csi.vsphere.vmware.com",
                        "kubernetes.io/aws-ebs",
                        "kubernetes.io/gce-pd",
                        "kubernetes.io/azure-disk",
                        "kubernetes.io/cinder");
    }

    @Test
    void shortensASourceForMessages() {
        assertThat(StorageDrivers.DIGITAL_OCEAN.source().text())
                .isEqualTo("driver/controller.go of digitalocean/csi-digitalocean");
    }
}
