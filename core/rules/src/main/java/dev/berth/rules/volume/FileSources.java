package dev.berth.rules.volume;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Paths;
import io.fabric8.kubernetes.api.model.ConfigMapVolumeSource;
import io.fabric8.kubernetes.api.model.DownwardAPIVolumeFile;
import io.fabric8.kubernetes.api.model.DownwardAPIVolumeSource;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.SecretVolumeSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of volumes whose files the kubelet writes: keys of a ConfigMap or a Secret, fields of the pod. */
final class FileSources {
    private static final int LARGEST_MODE = 0777;
    private static final Set<String> FIELDS =
            Set.of("metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid");

    private static final Rule NAME = Rule.core("volume-names-object", "validateConfigMapVolumeSource");
    private static final Rule MODE = Rule.core("file-mode", "validateKeyToPath");
    private static final Rule ITEM = Rule.core("volume-item", "validateKeyToPath");
    private static final Rule DOWNWARD = Rule.core("downward-file", "validateDownwardAPIVolumeFile");

    private final Findings findings;

    FileSources(Findings findings) {
        this.findings = findings;
    }

    void secret(SecretVolumeSource source, FieldPath path) {
        findings.requireText(NAME, path.child("secretName"), source.getSecretName());
        mode(source.getDefaultMode(), path.child("defaultMode"));
        items(source.getItems(), path.child("items"));
    }

    void configMap(ConfigMapVolumeSource source, FieldPath path) {
        findings.requireText(NAME, path.child("name"), source.getName());
        mode(source.getDefaultMode(), path.child("defaultMode"));
        items(source.getItems(), path.child("items"));
    }

    /** Checks the files of a downward API volume; their paths have no index, as the server prints them. */
    void downward(DownwardAPIVolumeSource source, FieldPath path) {
        mode(source.getDefaultMode(), path.child("defaultMode"));
        Zero.list(source.getItems()).forEach(file -> downwardFile(file, path));
    }

    void mode(@Nullable Integer mode, FieldPath path) {
        if (mode != null && (mode < 0 || mode > LARGEST_MODE)) {
            findings.invalid(MODE, path, mode, "must be between 0 and 0777 octal (511 decimal)");
        }
    }

    void items(@Nullable List<KeyToPath> given, FieldPath path) {
        List<KeyToPath> items = Zero.list(given);
        for (int i = 0; i < items.size(); i++) {
            KeyToPath item = items.get(i);
            FieldPath at = path.index(i);
            findings.requireText(ITEM, at.child("key"), item.getKey());
            findings.requireText(ITEM, at.child("path"), item.getPath());
            Paths.notReserved(item.getPath(), at.child("path"), findings);
            mode(item.getMode(), at.child("mode"));
        }
    }

    void downwardFile(DownwardAPIVolumeFile file, FieldPath path) {
        findings.requireText(DOWNWARD, path.child("path"), file.getPath());
        Paths.notReserved(file.getPath(), path.child("path"), findings);
        if (file.getFieldRef() != null) {
            DownwardRules.field(file.getFieldRef(), FIELDS, path.child("fieldRef"), findings);
            if (file.getResourceFieldRef() != null) {
                findings.invalid(DOWNWARD, path, "resource", "fieldRef and resourceFieldRef are mutually exclusive");
            }
        } else if (file.getResourceFieldRef() != null) {
            DownwardRules.resource(file.getResourceFieldRef(), true, path.child("resourceFieldRef"), findings);
        } else {
            findings.required(DOWNWARD, path, "must set either fieldRef or resourceFieldRef");
        }
        mode(file.getMode(), path.child("mode"));
    }
}
