package dev.berth.rules.volume;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Amount;
import dev.berth.rules.format.Format;
import dev.berth.rules.meta.LabelRules;
import dev.berth.rules.meta.MetadataRules;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimTemplate;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.TypedLocalObjectReference;
import io.fabric8.kubernetes.api.model.TypedObjectReference;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules of claims and claim templates. */
public final class ClaimRules {
    private static final List<String> VOLUME_MODES = List.of("Block", "Filesystem");

    private static final Rule MODES_NEEDED = Rule.core("access-modes", "ValidatePersistentVolumeClaimSpec");
    private static final Rule STORAGE = Rule.core("claim-storage", "ValidatePersistentVolumeClaimSpec");
    private static final Rule CLASS_NAME = Rule.core("storage-class-name", "ValidatePersistentVolumeClaimSpec");
    private static final Rule VOLUME_MODE = Rule.core("volume-mode", "ValidatePersistentVolumeClaimSpec");
    private static final Rule SOURCE = Rule.core("claim-data-source", "validateDataSource");
    private static final Rule SOURCES_MATCH =
            Rule.core("claim-data-sources-match", "ValidatePersistentVolumeClaimSpec");
    private static final Rule ATTRIBUTES = Rule.core("volume-attributes-class", "ValidatePersistentVolumeClaimSpec");
    private static final Rule TEMPLATE = Rule.core("claim-template-metadata", "ValidateTemplateObjectMeta");

    private ClaimRules() {}

    /** Checks a PersistentVolumeClaim. */
    public static void check(PersistentVolumeClaim claim, Findings findings) {
        MetadataRules.namespaced(claim.getMetadata(), Format.DNS_SUBDOMAIN, findings);
        spec(claim.getSpec(), FieldPath.of("spec"), findings);
    }

    /** Checks the claim template of an ephemeral volume, whose metadata may only have labels and annotations. */
    static void template(PersistentVolumeClaimTemplate template, FieldPath path, Findings findings) {
        ObjectMeta meta = template.getMetadata();
        FieldPath at = path.child("metadata");
        if (meta != null) {
            MetadataRules.annotations(meta.getAnnotations(), at.child("annotations"), findings);
            LabelRules.labels(meta.getLabels(), at.child("labels"), findings);
            unset(!Zero.isEmpty(meta.getName()), at.child("name"), findings);
            unset(!Zero.isEmpty(meta.getGenerateName()), at.child("generateName"), findings);
            unset(!Zero.isEmpty(meta.getNamespace()), at.child("namespace"), findings);
            unset(!Zero.isEmpty(meta.getSelfLink()), at.child("selfLink"), findings);
            unset(!Zero.isEmpty(meta.getUid()), at.child("uID"), findings);
            unset(!Zero.isEmpty(meta.getResourceVersion()), at.child("resourceVersion"), findings);
            unset(Zero.number(meta.getGeneration()) != 0, at.child("generation"), findings);
            unset(!Zero.isEmpty(meta.getCreationTimestamp()), at.child("creationTimestamp"), findings);
            unset(meta.getDeletionTimestamp() != null, at.child("deletionTimestamp"), findings);
            unset(meta.getDeletionGracePeriodSeconds() != null, at.child("deletionGracePeriodSeconds"), findings);
            unset(!Zero.list(meta.getFinalizers()).isEmpty(), at.child("finalizers"), findings);
            unset(!Zero.list(meta.getOwnerReferences()).isEmpty(), at.child("ownerReferences"), findings);
            unset(!Zero.list(meta.getManagedFields()).isEmpty(), at.child("managedFields"), findings);
        }
        spec(template.getSpec(), path.child("spec"), findings);
    }

    private static void unset(boolean set, FieldPath path, Findings findings) {
        if (set) {
            findings.forbidden(TEMPLATE, path, "a template may only have labels and annotations");
        }
    }

    /** Checks the spec of a claim. */
    public static void spec(@Nullable PersistentVolumeClaimSpec given, FieldPath path, Findings findings) {
        PersistentVolumeClaimSpec spec = given == null ? new PersistentVolumeClaimSpec() : given;
        if (Zero.list(spec.getAccessModes()).isEmpty()) {
            findings.required(MODES_NEEDED, path.child("accessModes"), "must have at least one access mode");
        }
        LabelRules.selector(spec.getSelector(), path.child("selector"), findings);
        AccessModes.check(spec.getAccessModes(), path.child("accessModes"), findings);
        storage(spec, path.child("resources").key("storage"), findings);
        if (!Zero.isEmpty(spec.getStorageClassName())) {
            FieldPath at = path.child("storageClassName");
            Format.DNS_SUBDOMAIN.check(findings, CLASS_NAME, at, spec.getStorageClassName());
        }
        if (spec.getVolumeMode() != null) {
            findings.oneOf(VOLUME_MODE, path.child("volumeMode"), spec.getVolumeMode(), VOLUME_MODES);
        }
        sources(spec, path, findings);
        if (!Zero.isEmpty(spec.getVolumeAttributesClassName())) {
            FieldPath at = path.child("volumeAttributesClassName");
            Format.DNS_SUBDOMAIN.check(findings, ATTRIBUTES, at, spec.getVolumeAttributesClassName());
        }
    }

    /** Reports the size at {@code resources[storage]}, without {@code requests}, as the server does. */
    private static void storage(PersistentVolumeClaimSpec spec, FieldPath path, Findings findings) {
        Map<String, Quantity> requests = spec.getResources() == null
                ? Map.of()
                : Zero.map(spec.getResources().getRequests());
        Quantity storage = requests.get("storage");
        if (storage == null) {
            findings.required(STORAGE, path, "must state the size of the volume");
        } else if (Amount.of(storage).signum() <= 0) {
            findings.invalid(STORAGE, path, Amount.of(storage), "must be greater than 0");
        }
    }

    private static void sources(PersistentVolumeClaimSpec spec, FieldPath path, Findings findings) {
        TypedLocalObjectReference source = spec.getDataSource();
        TypedObjectReference reference = spec.getDataSourceRef();
        if (source != null) {
            FieldPath at = path.child("dataSource");
            source(source.getApiGroup(), source.getKind(), source.getName(), at, findings);
        }
        if (reference != null) {
            FieldPath at = path.child("dataSourceRef");
            source(reference.getApiGroup(), reference.getKind(), reference.getName(), at, findings);
            if (!Zero.isEmpty(reference.getNamespace())) {
                Format.DNS_LABEL.check(findings, SOURCE, at.child("namespace"), reference.getNamespace());
            }
        }
        if (source == null || reference == null) {
            return;
        }
        if (!Zero.isEmpty(reference.getNamespace())) {
            findings.invalid(SOURCES_MATCH, path, "dataSource", "not allowed if dataSourceRef has a namespace");
        } else if (!Objects.equals(source.getApiGroup(), reference.getApiGroup())
                || !Zero.text(source.getKind()).equals(Zero.text(reference.getKind()))
                || !Zero.text(source.getName()).equals(Zero.text(reference.getName()))) {
            findings.invalid(SOURCES_MATCH, path, "dataSource", "must equal dataSourceRef");
        }
    }

    private static void source(
            @Nullable String group, @Nullable String kind, @Nullable String name, FieldPath path, Findings findings) {
        findings.requireText(SOURCE, path.child("name"), name);
        findings.requireText(SOURCE, path.child("kind"), kind);
        if (Zero.isEmpty(group)) {
            if (!"PersistentVolumeClaim".equals(kind)) {
                findings.invalid(SOURCE, path, Zero.text(kind), "must be PersistentVolumeClaim if apiGroup is empty");
            }
        } else {
            Format.DNS_SUBDOMAIN.check(findings, SOURCE, path.child("apiGroup"), group);
        }
    }
}
