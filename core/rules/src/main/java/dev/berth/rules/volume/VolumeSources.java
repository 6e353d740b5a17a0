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
        one.source(spec.getHostPath(), "hostPath", disks::hostPath);
        one.source(spec.getGcePersistentDisk(), "gcePersistentDisk", "persistentDisk", disks::gceDisk);
        one.source(spec.getAwsElasticBlockStore(), "awsElasticBlockStore", disks::awsDisk);
        one.source(spec.getGlusterfs(), "glusterfs", this::glusterfs);
        one.source(spec.getFlocker(), "flocker", disks::flocker);
        one.source(spec.getNfs(), "nfs", disks::nfs);
        one.source(spec.getRbd(), "rbd", (rbd, at) -> {
            disks.notEmpty(rbd.getMonitors(), at.child("monitors"));
            disks.required(rbd.getImage(), at.child("image"));
        });
        one.source(spec.getQuobyte(), "quobyte", disks::quobyte);
        one.source(
                spec.getCephfs(),
                "cephFS",
                "cephfs",
                (ceph, at) -> disks.notEmpty(ceph.getMonitors(), at.child("monitors")));
        one.source(spec.getIscsi(), "iscsi", this::iscsi);
        one.source(spec.getCinder(), "cinder", (cinder, at) -> {
            disks.required(cinder.getVolumeID(), at.child("volumeID"));
            secret(cinder.getSecretRef(), at.child("secretRef"));
        });
        one.source(spec.getFc(), "fc", disks::fibreChannel);
        one.beside(
                spec.getFlexVolume(), "flexVolume", (flex, at) -> disks.flex(flex.getDriver(), flex.getOptions(), at));
        one.source(spec.getAzureFile(), "azureFile", this::azureFile);
        one.source(
                spec.getVsphereVolume(),
                "vsphereVolume",
                (disk, at) -> disks.required(disk.getVolumePath(), at.child("volumePath")));
        one.source(
                spec.getPhotonPersistentDisk(),
                "photonPersistentDisk",
                (disk, at) -> disks.required(disk.getPdID(), at.child("pdID")));
        one.source(
                spec.getPortworxVolume(),
                "portworxVolume",
                (disk, at) -> disks.required(disk.getVolumeID(), at.child("volumeID")));
        one.source(spec.getAzureDisk(), "azureDisk", disks::azureDisk);
        one.source(spec.getScaleIO(), "scaleIO", (scale, at) -> {
            disks.required(scale.getGateway(), at.child("gateway"));
            disks.required(scale.getSystem(), at.child("system"));
            disks.required(scale.getVolumeName(), at.child("volumeName"));
        });
        one.source(spec.getLocal(), "local", (local, at) -> {
            local(local, at);
            VolumeRules.localNeedsAffinity(spec, path, findings);
        });
        one.source(spec.getStorageos(), "storageos", this::storageOs);
        one.source(spec.getCsi(), "csi", this::csi);
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
