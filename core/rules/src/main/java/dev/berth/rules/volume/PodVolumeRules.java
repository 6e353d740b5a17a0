package dev.berth.rules.volume;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Amount;
import dev.berth.rules.format.Format;
import dev.berth.rules.format.Paths;
import io.fabric8.kubernetes.api.model.CSIVolumeSource;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.EphemeralVolumeSource;
import io.fabric8.kubernetes.api.model.GitRepoVolumeSource;
import io.fabric8.kubernetes.api.model.ISCSIVolumeSource;
import io.fabric8.kubernetes.api.model.ImageVolumeSource;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.StorageOSVolumeSource;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of pod volumes: {@code ValidateVolumes}. */
public final class PodVolumeRules {
    private static final List<String> PULL_POLICIES = List.of("Always", "IfNotPresent", "Never");

    private static final Rule NAME = Rule.core("volume-name", "ValidateVolumes");
    private static final Rule NAME_TWICE = Rule.core("volume-name-twice", "ValidateVolumes");
    private static final Rule OWN_CLAIM = Rule.core("volume-own-claim", "ValidateVolumes");
    private static final Rule SIZE_LIMIT = Rule.core("empty-dir-size", "validateVolumeSource");
    private static final Rule GIT = Rule.core("git-repo", "validateGitRepoVolumeSource");
    private static final Rule CSI_SECRET = Rule.core("csi-secret", "validateCSIVolumeSource");
    private static final Rule EPHEMERAL = Rule.core("ephemeral-claim", "validateEphemeralVolumeSource");
    private static final Rule EPHEMERAL_NAME = Rule.core("ephemeral-claim-name", "validateVolumeSource");
    private static final Rule IMAGE = Rule.core("image-volume", "validateImageVolumeSource");
    private static final Rule STORAGE_OS = Rule.core("storageos", "validateStorageOSVolumeSource");

    private final boolean ofPod;
    private final @Nullable String podName;
    private final Findings findings;
    private final DiskSources disks;
    private final FileSources files;

    /** {@code podName} is null in a template, where the pod has no name yet. */
    public PodVolumeRules(@Nullable String podName, Findings findings) {
        this.ofPod = podName != null;
        this.podName = Zero.isEmpty(podName) ? null : podName;
        this.findings = findings;
        this.disks = new DiskSources(findings);
        this.files = new FileSources(findings);
    }

    /** Checks the volumes, and returns those without a finding by name, for mounts to use. */
    public Map<String, Volume> check(@Nullable List<Volume> given, FieldPath path) {
        List<Volume> volumes = Zero.list(given);
        Set<String> ownClaims = new HashSet<>();
        volumes.stream()
                .filter(volume -> podName != null && volume.getEphemeral() != null)
                .forEach(volume -> ownClaims.add(podName + "-" + Zero.text(volume.getName())));
        Map<String, Volume> usable = new LinkedHashMap<>();
        for (int i = 0; i < volumes.size(); i++) {
            Volume volume = volumes.get(i);
            FieldPath at = path.index(i);
            int before = findings.size();
            source(volume, at);
            if (findings.requireText(NAME, at.child("name"), volume.getName())) {
                Format.DNS_LABEL.check(findings, NAME, at.child("name"), volume.getName());
            }
            String name = Zero.text(volume.getName());
            if (usable.containsKey(name)) {
                findings.duplicate(NAME_TWICE, at.child("name"), name);
            }
            if (findings.size() == before) {
                usable.put(name, volume);
            }
            boolean own = volume.getPersistentVolumeClaim() != null
                    && ownClaims.contains(
                            Zero.text(volume.getPersistentVolumeClaim().getClaimName()));
            if (own) {
                FieldPath claim = at.child("persistentVolumeClaim", "claimName");
                findings.invalid(OWN_CLAIM, claim, name, "is the claim that an ephemeral volume of this pod creates");
            }
        }
        return usable;
    }

    private void source(Volume volume, FieldPath path) {
        OneSource one = new OneSource(path, findings);
        if (one.isBeside(volume.getEmptyDir())) {
            emptyDir(volume.getEmptyDir(), path.child("emptyDir"));
        }
        if (one.isFirst(volume.getHostPath(), "hostPath")) {
            disks.hostPath(volume.getHostPath(), path.child("hostPath"));
        }
        if (one.isFirst(volume.getGitRepo(), "gitRepo")) {
            gitRepo(volume.getGitRepo(), path.child("gitRepo"));
        }
        if (one.isFirst(volume.getGcePersistentDisk(), "gcePersistentDisk")) {
            disks.gceDisk(volume.getGcePersistentDisk(), path.child("persistentDisk"));
        }
        if (one.isFirst(volume.getAwsElasticBlockStore(), "awsElasticBlockStore")) {
            disks.awsDisk(volume.getAwsElasticBlockStore(), path.child("awsElasticBlockStore"));
        }
        if (one.isFirst(volume.getSecret(), "secret")) {
            files.secret(volume.getSecret(), path.child("secret"));
        }
        if (one.isFirst(volume.getNfs(), "nfs")) {
            disks.nfs(volume.getNfs(), path.child("nfs"));
        }
        iscsi(volume, one, path);
        if (one.isFirst(volume.getGlusterfs(), "glusterfs")) {
            FieldPath at = path.child("glusterfs");
            disks.required(volume.getGlusterfs().getEndpoints(), at.child("endpoints"));
            disks.required(volume.getGlusterfs().getPath(), at.child("path"));
        }
        if (one.isFirst(volume.getFlocker(), "flocker")) {
            disks.flocker(volume.getFlocker(), path.child("flocker"));
        }
        if (one.isFirst(volume.getPersistentVolumeClaim(), "persistentVolumeClaim")) {
            FieldPath at = path.child("persistentVolumeClaim");
            disks.required(volume.getPersistentVolumeClaim().getClaimName(), at.child("claimName"));
        }
        if (one.isFirst(volume.getRbd(), "rbd")) {
            FieldPath at = path.child("rbd");
            disks.notEmpty(volume.getRbd().getMonitors(), at.child("monitors"));
            disks.required(volume.getRbd().getImage(), at.child("image"));
        }
        if (one.isFirst(volume.getCinder(), "cinder")) {
            FieldPath at = path.child("cinder");
            disks.required(volume.getCinder().getVolumeID(), at.child("volumeID"));
            secretName(volume.getCinder().getSecretRef(), at);
        }
        if (one.isFirst(volume.getCephfs(), "cephFS")) {
            FieldPath at = path.child("cephfs");
            disks.notEmpty(volume.getCephfs().getMonitors(), at.child("monitors"));
        }
        if (one.isFirst(volume.getQuobyte(), "quobyte")) {
            disks.quobyte(volume.getQuobyte(), path.child("quobyte"));
        }
        if (one.isFirst(volume.getDownwardAPI(), "downwarAPI")) {
            files.downward(volume.getDownwardAPI(), path.child("downwardAPI"));
        }
        if (one.isFirst(volume.getFc(), "fc")) {
            disks.fibreChannel(volume.getFc(), path.child("fc"));
        }
        if (one.isFirst(volume.getFlexVolume(), "flexVolume")) {
            disks.flex(
                    volume.getFlexVolume().getDriver(), volume.getFlexVolume().getOptions(), path.child("flexVolume"));
        }
        if (one.isFirst(volume.getConfigMap(), "configMap")) {
            files.configMap(volume.getConfigMap(), path.child("configMap"));
        }
        if (one.isFirst(volume.getAzureFile(), "azureFile")) {
            FieldPath at = path.child("azureFile");
            disks.required(volume.getAzureFile().getSecretName(), at.child("secretName"));
            disks.required(volume.getAzureFile().getShareName(), at.child("shareName"));
        }
        rest(volume, one, path);
        one.required();
    }

    private void rest(Volume volume, OneSource one, FieldPath path) {
        if (one.isFirst(volume.getVsphereVolume(), "vsphereVolume")) {
            FieldPath at = path.child("vsphereVolume");
            disks.required(volume.getVsphereVolume().getVolumePath(), at.child("volumePath"));
        }
        if (one.isFirst(volume.getPhotonPersistentDisk(), "photonPersistentDisk")) {
            FieldPath at = path.child("photonPersistentDisk");
            disks.required(volume.getPhotonPersistentDisk().getPdID(), at.child("pdID"));
        }
        if (one.isFirst(volume.getPortworxVolume(), "portworxVolume")) {
            FieldPath at = path.child("portworxVolume");
            disks.required(volume.getPortworxVolume().getVolumeID(), at.child("volumeID"));
        }
        if (one.isFirst(volume.getAzureDisk(), "azureDisk")) {
            disks.azureDisk(volume.getAzureDisk(), path.child("azureDisk"));
        }
        if (one.isFirst(volume.getStorageos(), "storageos")) {
            storageOs(volume.getStorageos(), path.child("storageos"));
        }
        if (one.isFirst(volume.getProjected(), "projected")) {
            new ProjectedRules(path.child("projected"), findings).check(volume.getProjected());
        }
        if (one.isFirst(volume.getScaleIO(), "scaleIO")) {
            FieldPath at = path.child("scaleIO");
            disks.required(volume.getScaleIO().getGateway(), at.child("gateway"));
            disks.required(volume.getScaleIO().getSystem(), at.child("system"));
            disks.required(volume.getScaleIO().getVolumeName(), at.child("volumeName"));
        }
        if (one.isFirst(volume.getCsi(), "csi")) {
            csi(volume.getCsi(), path.child("csi"));
        }
        if (one.isFirst(volume.getEphemeral(), "ephemeral")) {
            ephemeral(volume.getEphemeral(), path.child("ephemeral"));
            ephemeralName(volume.getName(), path.child("name"));
        }
        if (one.isFirst(volume.getImage(), "image")) {
            image(volume.getImage(), path.child("image"));
        }
    }

    private void emptyDir(EmptyDirVolumeSource source, FieldPath path) {
        if (source.getSizeLimit() != null && Amount.of(source.getSizeLimit()).signum() < 0) {
            findings.forbidden(SIZE_LIMIT, path.child("sizeLimit"), "must not be negative");
        }
    }

    private void gitRepo(GitRepoVolumeSource source, FieldPath path) {
        findings.requireText(GIT, path.child("repository"), source.getRepository());
        Paths.descending(source.getDirectory(), path.child("directory"), findings);
    }

    private void iscsi(Volume volume, OneSource one, FieldPath path) {
        ISCSIVolumeSource source = volume.getIscsi();
        if (source == null) {
            return;
        }
        IscsiRules.Target target = new IscsiRules.Target(
                source.getTargetPortal(),
                source.getIqn(),
                Zero.number(source.getLun()),
                Zero.flag(source.getChapAuthDiscovery()) || Zero.flag(source.getChapAuthSession()),
                source.getInitiatorName(),
                source.getSecretRef() != null);
        IscsiRules rules = new IscsiRules(findings);
        if (one.isFirst(source, "iscsi")) {
            rules.check(target, path.child("iscsi"));
        }
        rules.length(target, volume.getName(), path.child("name"));
    }

    private void storageOs(StorageOSVolumeSource source, FieldPath path) {
        if (findings.requireText(STORAGE_OS, path.child("volumeName"), source.getVolumeName())) {
            Format.DNS_LABEL.check(findings, STORAGE_OS, path.child("volumeName"), source.getVolumeName());
        }
        if (!Zero.isEmpty(source.getVolumeNamespace())) {
            FieldPath namespace = path.child("volumeNamespace");
            Format.DNS_LABEL.check(findings, STORAGE_OS, namespace, source.getVolumeNamespace());
        }
        secretName(source.getSecretRef(), path);
    }

    private void secretName(@Nullable LocalObjectReference secret, FieldPath path) {
        if (secret != null) {
            disks.required(secret.getName(), path.child("secretRef", "name"));
        }
    }

    /** Reports an invalid name of the secret at {@code csi.name}, as the server does. */
    private void csi(CSIVolumeSource source, FieldPath path) {
        disks.csiDriver(source.getDriver(), path.child("driver"));
        LocalObjectReference secret = source.getNodePublishSecretRef();
        if (secret != null
                && findings.requireText(CSI_SECRET, path.child("nodePublishSecretRef", "name"), secret.getName())) {
            Format.DNS_SUBDOMAIN.check(findings, CSI_SECRET, path.child("name"), secret.getName());
        }
    }

    private void ephemeral(EphemeralVolumeSource source, FieldPath path) {
        if (source.getVolumeClaimTemplate() == null) {
            findings.required(EPHEMERAL, path.child("volumeClaimTemplate"), "");
        } else {
            ClaimRules.template(source.getVolumeClaimTemplate(), path.child("volumeClaimTemplate"), findings);
        }
    }

    /** Checks the claim of an ephemeral volume, which is named after the pod and the volume. */
    private void ephemeralName(@Nullable String volume, FieldPath path) {
        if (podName != null && !Zero.isEmpty(volume)) {
            String claim = podName + "-" + volume;
            String problem = Format.DNS_SUBDOMAIN.problem(claim);
            if (problem != null) {
                findings.invalid(EPHEMERAL_NAME, path, claim, "the claim's name " + problem);
            }
        }
    }

    private void image(ImageVolumeSource source, FieldPath path) {
        if (ofPod) {
            findings.requireText(IMAGE, path.child("reference"), source.getReference());
        }
        findings.oneOf(IMAGE, path.child("pullPolicy"), source.getPullPolicy(), PULL_POLICIES);
    }
}
