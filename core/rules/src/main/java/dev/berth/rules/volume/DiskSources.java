package dev.berth.rules.volume;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Ascii;
import dev.berth.rules.format.Format;
import dev.berth.rules.format.Paths;
import io.fabric8.kubernetes.api.model.AWSElasticBlockStoreVolumeSource;
import io.fabric8.kubernetes.api.model.AzureDiskVolumeSource;
import io.fabric8.kubernetes.api.model.FCVolumeSource;
import io.fabric8.kubernetes.api.model.FlockerVolumeSource;
import io.fabric8.kubernetes.api.model.GCEPersistentDiskVolumeSource;
import io.fabric8.kubernetes.api.model.HostPathVolumeSource;
import io.fabric8.kubernetes.api.model.NFSVolumeSource;
import io.fabric8.kubernetes.api.model.QuobyteVolumeSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of sources that pods and PersistentVolumes share: disks, file servers and paths of the node. */
final class DiskSources {
    private static final List<String> HOST_PATH_TYPES = List.of(
            "", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket");
    private static final List<String> CACHING_MODES = List.of("None", "ReadOnly", "ReadWrite");
    private static final List<String> DISK_KINDS = List.of("Dedicated", "Managed", "Shared");

    private static final Rule HOST_PATH = Rule.core("host-path", "validateHostPathVolumeSource");
    private static final Rule HOST_PATH_TYPE = Rule.core("host-path-type", "validateHostPathType");
    private static final Rule NFS = Rule.core("nfs", "validateNFSVolumeSource");
    private static final Rule GCE = Rule.core("gce-disk", "validateGCEPersistentDiskVolumeSource");
    private static final Rule AWS = Rule.core("aws-disk", "validateAWSElasticBlockStoreVolumeSource");
    private static final Rule AZURE = Rule.core("azure-disk", "validateAzureDisk");
    private static final Rule FC = Rule.core("fibre-channel", "validateFCVolumeSource");
    private static final Rule FLOCKER = Rule.core("flocker", "validateFlockerVolumeSource");
    private static final Rule QUOBYTE = Rule.core("quobyte", "validateQuobyteVolumeSource");
    private static final Rule FLEX = Rule.core("flex-volume", "validateFlexVolumeSource");
    private static final Rule CSI_DRIVER = Rule.core("csi-driver", "ValidateCSIDriverName");
    private static final Rule FIELD = Rule.core("volume-source-field", "validateVolumeSource");

    private final Findings findings;

    DiskSources(Findings findings) {
        this.findings = findings;
    }

    /** Requires a field of a source. */
    void required(@Nullable String value, FieldPath path) {
        findings.requireText(FIELD, path, value);
    }

    /** Requires a list that is not empty. */
    void notEmpty(@Nullable List<String> values, FieldPath path) {
        if (Zero.list(values).isEmpty()) {
            findings.required(FIELD, path, "");
        }
    }

    void hostPath(HostPathVolumeSource source, FieldPath path) {
        if (findings.requireText(HOST_PATH, path.child("path"), source.getPath())) {
            Paths.noBacksteps(source.getPath(), path.child("path"), findings);
            findings.oneOf(HOST_PATH_TYPE, path.child("type"), source.getType(), HOST_PATH_TYPES);
        }
    }

    void nfs(NFSVolumeSource source, FieldPath path) {
        findings.requireText(NFS, path.child("server"), source.getServer());
        findings.requireText(NFS, path.child("path"), source.getPath());
        if (!Zero.text(source.getPath()).startsWith("/")) {
            findings.invalid(NFS, path.child("path"), source.getPath(), "must start with '/'");
        }
    }

    void gceDisk(GCEPersistentDiskVolumeSource source, FieldPath path) {
        findings.requireText(GCE, path.child("pdName"), source.getPdName());
        findings.within(GCE, path.child("partition"), Zero.number(source.getPartition()), 0, 255);
    }

    void awsDisk(AWSElasticBlockStoreVolumeSource source, FieldPath path) {
        findings.requireText(AWS, path.child("volumeID"), source.getVolumeID());
        findings.within(AWS, path.child("partition"), Zero.number(source.getPartition()), 0, 255);
    }

    void azureDisk(AzureDiskVolumeSource source, FieldPath path) {
        findings.requireText(AZURE, path.child("diskName"), source.getDiskName());
        findings.requireText(AZURE, path.child("diskURI"), source.getDiskURI());
        if (source.getCachingMode() != null) {
            findings.oneOf(AZURE, path.child("cachingMode"), source.getCachingMode(), CACHING_MODES);
        }
        if (source.getKind() == null) {
            return;
        }
        findings.oneOf(AZURE, path.child("kind"), source.getKind(), DISK_KINDS);
        String start = source.getKind().equals("Managed") ? "/subscriptions/" : "https://";
        if (!Zero.text(source.getDiskURI()).startsWith(start)) {
            findings.notSupported(AZURE, path.child("diskURI"), source.getDiskURI(), List.of(start + "..."));
        }
    }

    void fibreChannel(FCVolumeSource source, FieldPath path) {
        boolean wwns = !Zero.list(source.getTargetWWNs()).isEmpty();
        boolean wwids = !Zero.list(source.getWwids()).isEmpty();
        if (!wwns && !wwids) {
            findings.required(FC, path.child("targetWWNs"), "must set either targetWWNs or wwids");
        }
        if (wwns && wwids) {
            findings.invalid(FC, path.child("targetWWNs"), source.getTargetWWNs(), "not allowed together with wwids");
        }
        if (wwns && source.getLun() == null) {
            findings.required(FC, path.child("lun"), "must be set with targetWWNs");
        } else if (wwns) {
            findings.within(FC, path.child("lun"), source.getLun(), 0, 255);
        }
    }

    void flocker(FlockerVolumeSource source, FieldPath path) {
        String name = Zero.text(source.getDatasetName());
        boolean uuid = !Zero.isEmpty(source.getDatasetUUID());
        if (name.isEmpty() && !uuid) {
            findings.required(FLOCKER, path, "must set either datasetName or datasetUUID");
        }
        if (!name.isEmpty() && uuid) {
            findings.invalid(FLOCKER, path, name, "datasetName and datasetUUID are mutually exclusive");
        }
        if (name.indexOf('/') >= 0) {
            findings.invalid(FLOCKER, path.child("datasetName"), name, "must not contain '/'");
        }
    }

    void quobyte(QuobyteVolumeSource source, FieldPath path) {
        String registry = Zero.text(source.getRegistry());
        if (registry.isEmpty()) {
            findings.required(QUOBYTE, path.child("registry"), "must be host:port, or several separated by commas");
        } else if (Ascii.bytes(Zero.text(source.getTenant())) >= 65) {
            findings.required(QUOBYTE, path.child("tenant"), "must be a UUID of at most 64 characters");
        } else {
            for (String pair : registry.split(",", -1)) {
                if (!isHostAndPort(pair)) {
                    findings.invalid(
                            QUOBYTE,
                            path.child("registry"),
                            registry,
                            "must be host:port, or several separated by commas");
                }
            }
        }
        findings.requireText(QUOBYTE, path.child("volume"), source.getVolume());
    }

    private static boolean isHostAndPort(String pair) {
        int colon = pair.lastIndexOf(':');
        if (colon < 0) {
            return false;
        }
        String host = pair.substring(0, colon);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        return bracketed || host.indexOf(':') < 0;
    }

    void flex(@Nullable String driver, @Nullable Map<String, String> options, FieldPath path) {
        findings.requireText(FLEX, path.child("driver"), driver);
        for (String key : Zero.map(options).keySet()) {
            int slash = key.indexOf('/');
            String domain = "." + (slash < 0 ? key : key.substring(0, slash)).toLowerCase(Locale.ROOT);
            if (domain.endsWith(".kubernetes.io") || domain.endsWith(".k8s.io")) {
                findings.invalid(
                        FLEX, path.child("options").key(key), key, "must not be in a domain reserved for Kubernetes");
            }
        }
    }

    void csiDriver(@Nullable String driver, FieldPath path) {
        String name = Zero.text(driver);
        if (!findings.requireText(CSI_DRIVER, path, name)) {
            return;
        }
        if (Ascii.bytes(name) > 63) {
            findings.tooLong(CSI_DRIVER, path, 63, "characters");
        }
        String problem = Format.DNS_SUBDOMAIN.problem(name.toLowerCase(Locale.ROOT));
        if (problem != null) {
            findings.invalid(CSI_DRIVER, path, name, problem);
        }
    }
}
