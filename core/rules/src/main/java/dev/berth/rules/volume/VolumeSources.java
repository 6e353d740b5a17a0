package dev.berth.rules.volume;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Format;
import dev.berth.rules.format.Paths;
import io.fabric8.kubernetes.api.model.AzureFilePersistentVolumeSource;
import io.fabric8.kubernetes.api.model.CSIPersistentVolumeSource;
import io.fabric8.kubernetes.api.model.GlusterfsPersistentVolumeSource;
import io.fabric8.kubernetes.api.model.ISCSIPersistentVolumeSource;
import io.fabric8.kubernetes.api.model.LocalVolumeSource;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.SecretReference;
import io.fabric8.kubernetes.api.model.StorageOSPersistentVolumeSource;
import org.jspecify.annotations.Nullable;

/** The rules of the source of a PersistentVolume. */
final class VolumeSources {
    private static final Rule LOCAL = Rule.core("local-volume", "validateLocalVolumeSource");
    private static final Rule CSI = Rule.core("csi-volume", "validateCSIPersistentVolumeSource");
    private static final Rule CSI_SECRET = Rule.core("csi-volume-secret", "validatePVSecretReference");
    private static final Rule ISCSI = Rule.core("iscsi-volume-secret", "validateISCSIPersistentVolumeSource");
    private static final Rule GLUSTERFS = Rule.core("glusterfs-volume", "validateGlusterfsPersistentVolumeSource");
    private static final Rule STORAGE_OS = Rule.core("storageos-volume", "validateStorageOSPersistentVolumeSource");

    private final String name;
    private final Findings findings;
    private final DiskSources disks;

    VolumeSources(String name, Findings findings) {
        this.name = name;
        this.findings = findings;
        this.disks = new DiskSources(findings);
    }

    void check(PersistentVolumeSpec spec, FieldPath path) {
        OneSource one = new OneSource(path, findings);
        if (one.isFirst(spec.getHostPath(), "hostPath")) {
            disks.hostPath(spec.getHostPath(), path.child("hostPath"));
        }
        if (one.isFirst(spec.getGcePersistentDisk(), "gcePersistentDisk")) {
            disks.gceDisk(spec.getGcePersistentDisk(), path.child("persistentDisk"));
        }
        if (one.isFirst(spec.getAwsElasticBlockStore(), "awsElasticBlockStore")) {
            disks.awsDisk(spec.getAwsElasticBlockStore(), path.child("awsElasticBlockStore"));
        }
        if (one.isFirst(spec.getGlusterfs(), "glusterfs")) {
            glusterfs(spec.getGlusterfs(), path.child("glusterfs"));
        }
        if (one.isFirst(spec.getFlocker(), "flocker")) {
            disks.flocker(spec.getFlocker(), path.child("flocker"));
        }
        if (one.isFirst(spec.getNfs(), "nfs")) {
            disks.nfs(spec.getNfs(), path.child("nfs"));
        }
        if (one.isFirst(spec.getRbd(), "rbd")) {
            FieldPath at = path.child("rbd");
            disks.notEmpty(spec.getRbd().getMonitors(), at.child("monitors"));
            disks.required(spec.getRbd().getImage(), at.child("image"));
        }
        if (one.isFirst(spec.getQuobyte(), "quobyte")) {
            disks.quobyte(spec.getQuobyte(), path.child("quobyte"));
        }
        if (one.isFirst(spec.getCephfs(), "cephFS")) {
            FieldPath at = path.child("cephfs");
            disks.notEmpty(spec.getCephfs().getMonitors(), at.child("monitors"));
        }
        if (one.isFirst(spec.getIscsi(), "iscsi")) {
            iscsi(spec.getIscsi(), path.child("iscsi"));
        }
        if (one.isFirst(spec.getCinder(), "cinder")) {
            FieldPath at = path.child("cinder");
            disks.required(spec.getCinder().getVolumeID(), at.child("volumeID"));
            secret(spec.getCinder().getSecretRef(), at.child("secretRef"));
        }
        if (one.isFirst(spec.getFc(), "fc")) {
            disks.fibreChannel(spec.getFc(), path.child("fc"));
        }
        if (one.isBeside(spec.getFlexVolume())) {
            disks.flex(spec.getFlexVolume().getDriver(), spec.getFlexVolume().getOptions(), path.child("flexVolume"));
        }
        if (one.isFirst(spec.getAzureFile(), "azureFile")) {
            azureFile(spec.getAzureFile(), path.child("azureFile"));
        }
        if (one.isFirst(spec.getVsphereVolume(), "vsphereVolume")) {
            FieldPath at = path.child("vsphereVolume");
            disks.required(spec.getVsphereVolume().getVolumePath(), at.child("volumePath"));
        }
        if (one.isFirst(spec.getPhotonPersistentDisk(), "photonPersistentDisk")) {
            FieldPath at = path.child("photonPersistentDisk");
            disks.required(spec.getPhotonPersistentDisk().getPdID(), at.child("pdID"));
        }
        if (one.isFirst(spec.getPortworxVolume(), "portworxVolume")) {
            FieldPath at = path.child("portworxVolume");
            disks.required(spec.getPortworxVolume().getVolumeID(), at.child("volumeID"));
        }
        if (one.isFirst(spec.getAzureDisk(), "azureDisk")) {
            disks.azureDisk(spec.getAzureDisk(), path.child("azureDisk"));
        }
        if (one.isFirst(spec.getScaleIO(), "scaleIO")) {
            FieldPath at = path.child("scaleIO");
            disks.required(spec.getScaleIO().getGateway(), at.child("gateway"));
            disks.required(spec.getScaleIO().getSystem(), at.child("system"));
            disks.required(spec.getScaleIO().getVolumeName(), at.child("volumeName"));
        }
        if (one.isFirst(spec.getLocal(), "local")) {
            local(spec.getLocal(), path.child("local"));
            VolumeRules.localNeedsAffinity(spec, path, findings);
        }
        if (one.isFirst(spec.getStorageos(), "storageos")) {
            storageOs(spec.getStorageos(), path.child("storageos"));
        }
        if (one.isFirst(spec.getCsi(), "csi")) {
            csi(spec.getCsi(), path.child("csi"));
        }
        one.required();
    }

    private void local(LocalVolumeSource source, FieldPath path) {
        if (findings.requireText(LOCAL, path.child("path"), source.getPath())) {
            Paths.noBacksteps(source.getPath(), path.child("path"), findings);
        }
    }

    private void glusterfs(GlusterfsPersistentVolumeSource source, FieldPath path) {
        disks.required(source.getEndpoints(), path.child("endpoints"));
        disks.required(source.getPath(), path.child("path"));
        if (source.getEndpointsNamespace() != null) {
            FieldPath at = path.child("endpointsNamespace");
            Format.DNS_LABEL.check(findings, GLUSTERFS, at, source.getEndpointsNamespace());
        }
    }

    private void iscsi(ISCSIPersistentVolumeSource source, FieldPath path) {
        IscsiRules.Target target = new IscsiRules.Target(
                source.getTargetPortal(),
                source.getIqn(),
                Zero.number(source.getLun()),
                Zero.flag(source.getChapAuthDiscovery()) || Zero.flag(source.getChapAuthSession()),
                source.getInitiatorName(),
                source.getSecretRef() != null);
        IscsiRules rules = new IscsiRules(findings);
        rules.check(target, path);
        rules.length(target, name, path.child("targetportal"));
        if (source.getSecretRef() != null) {
            findings.requireText(
                    ISCSI,
                    path.child("secretRef", "name"),
                    source.getSecretRef().getName());
        }
    }

    private void azureFile(AzureFilePersistentVolumeSource source, FieldPath path) {
        disks.required(source.getSecretName(), path.child("secretName"));
        disks.required(source.getShareName(), path.child("shareName"));
        if (source.getSecretNamespace() != null) {
            disks.required(source.getSecretNamespace(), path.child("secretNamespace"));
        }
    }

    private void storageOs(StorageOSPersistentVolumeSource source, FieldPath path) {
        if (findings.requireText(STORAGE_OS, path.child("volumeName"), source.getVolumeName())) {
            Format.DNS_LABEL.check(findings, STORAGE_OS, path.child("volumeName"), source.getVolumeName());
        }
        if (!Zero.isEmpty(source.getVolumeNamespace())) {
            FieldPath at = path.child("volumeNamespace");
            Format.DNS_LABEL.check(findings, STORAGE_OS, at, source.getVolumeNamespace());
        }
        if (source.getSecretRef() != null) {
            disks.required(source.getSecretRef().getName(), path.child("secretRef", "name"));
            disks.required(source.getSecretRef().getNamespace(), path.child("secretRef", "namespace"));
        }
    }

    private void secret(@Nullable SecretReference secret, FieldPath path) {
        if (secret != null) {
            disks.required(secret.getName(), path.child("name"));
            disks.required(secret.getNamespace(), path.child("namespace"));
        }
    }

    /** Does not check the secret for node staging, as the server does not. */
    private void csi(CSIPersistentVolumeSource source, FieldPath path) {
        disks.csiDriver(source.getDriver(), path.child("driver"));
        findings.requireText(CSI, path.child("volumeHandle"), source.getVolumeHandle());
        csiSecret(source.getControllerPublishSecretRef(), path.child("controllerPublishSecretRef"));
        csiSecret(source.getControllerExpandSecretRef(), path.child("controllerExpandSecretRef"));
        csiSecret(source.getNodePublishSecretRef(), path.child("nodePublishSecretRef"));
        csiSecret(source.getNodeExpandSecretRef(), path.child("nodeExpandSecretRef"));
    }

    private void csiSecret(@Nullable SecretReference secret, FieldPath path) {
        if (secret == null) {
            return;
        }
        if (findings.requireText(CSI_SECRET, path.child("name"), secret.getName())) {
            Format.DNS_SUBDOMAIN.check(findings, CSI_SECRET, path.child("name"), secret.getName());
        }
        if (findings.requireText(CSI_SECRET, path.child("namespace"), secret.getNamespace())) {
            Format.DNS_LABEL.check(findings, CSI_SECRET, path.child("namespace"), secret.getNamespace());
        }
    }
}
