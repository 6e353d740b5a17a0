package dev.berth.rules.pod;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Format;
import dev.berth.rules.format.Paths;
import dev.berth.rules.volume.DownwardRules;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.FileKeySelector;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of environment variables. */
final class EnvRules {
    private static final Set<String> FIELDS = Set.of(
            "metadata.name",
            "metadata.namespace",
            "metadata.uid",
            "spec.nodeName",
            "spec.serviceAccountName",
            "status.hostIP",
            "status.hostIPs",
            "status.podIP",
            "status.podIPs");

    private static final Rule NAME = Rule.core("env-name", "ValidateEnv");
    private static final Rule ONE_SOURCE = Rule.core("env-source", "validateEnvVarValueFrom");
    private static final Rule KEY_REF = Rule.core("env-key-ref", "validateConfigMapKeySelector");
    private static final Rule FILE_REF = Rule.core("env-file-ref", "validateFileKeySelector");
    private static final Rule PREFIX = Rule.core("env-from-prefix", "ValidateEnvFrom");
    private static final Rule FROM_ONE_SOURCE = Rule.core("env-from-source", "ValidateEnvFrom");
    private static final Rule FROM_NAME = Rule.core("env-from-name", "validateConfigMapEnvSource");

    private EnvRules() {}

    static void variables(@Nullable List<EnvVar> given, FieldPath path, Findings findings) {
        List<EnvVar> variables = Zero.list(given);
        for (int i = 0; i < variables.size(); i++) {
            EnvVar variable = variables.get(i);
            FieldPath at = path.index(i);
            if (findings.requireText(NAME, at.child("name"), variable.getName())) {
                Format.ENV_NAME.check(findings, NAME, at.child("name"), variable.getName());
            }
            if (variable.getValueFrom() != null) {
                source(variable, variable.getValueFrom(), at.child("valueFrom"), findings);
            }
        }
    }

    private static void source(EnvVar variable, EnvVarSource from, FieldPath path, Findings findings) {
        if (from.getFieldRef() != null) {
            DownwardRules.field(from.getFieldRef(), FIELDS, path.child("fieldRef"), findings);
        }
        if (from.getResourceFieldRef() != null) {
            DownwardRules.resource(from.getResourceFieldRef(), false, path.child("resourceFieldRef"), findings);
        }
        if (from.getConfigMapKeyRef() != null) {
            String name = from.getConfigMapKeyRef().getName();
            key(name, from.getConfigMapKeyRef().getKey(), path.child("configMapKeyRef"), findings);
        }
        if (from.getSecretKeyRef() != null) {
            String name = from.getSecretKeyRef().getName();
            key(name, from.getSecretKeyRef().getKey(), path.child("secretKeyRef"), findings);
        }
        if (from.getFileKeyRef() != null) {
            file(from.getFileKeyRef(), path.child("fileKeyRef"), findings);
        }
        int sources = count(
                from.getFieldRef(),
                from.getResourceFieldRef(),
                from.getConfigMapKeyRef(),
                from.getSecretKeyRef(),
                from.getFileKeyRef());
        if (sources == 0) {
            findings.invalid(ONE_SOURCE, path, "", "must name a source");
        } else if (!Zero.isEmpty(variable.getValue())) {
            findings.invalid(ONE_SOURCE, path, "", "not allowed if value is set");
        } else if (sources > 1) {
            findings.invalid(ONE_SOURCE, path, "", "must have exactly one source");
        }
    }

    private static int count(@Nullable Object... sources) {
        int count = 0;
        for (Object source : sources) {
            count += source == null ? 0 : 1;
        }
        return count;
    }

    private static void key(@Nullable String name, @Nullable String key, FieldPath path, Findings findings) {
        Format.DNS_SUBDOMAIN.check(findings, KEY_REF, path.child("name"), name);
        if (findings.requireText(KEY_REF, path.child("key"), key)) {
            Format.CONFIG_KEY.check(findings, KEY_REF, path.child("key"), key);
        }
    }

    private static void file(FileKeySelector file, FieldPath path, Findings findings) {
        if (findings.requireText(FILE_REF, path.child("key"), file.getKey())) {
            Format.ENV_NAME.check(findings, FILE_REF, path.child("key"), file.getKey());
        }
        if (findings.requireText(FILE_REF, path.child("volumeName"), file.getVolumeName())) {
            Format.DNS_LABEL.check(findings, FILE_REF, path.child("volumeName"), file.getVolumeName());
        }
        if (findings.requireText(FILE_REF, path.child("path"), file.getPath())) {
            Paths.notReserved(file.getPath(), path.child("path"), findings);
        }
    }

    static void from(@Nullable List<EnvFromSource> given, FieldPath path, Findings findings) {
        List<EnvFromSource> sources = Zero.list(given);
        for (int i = 0; i < sources.size(); i++) {
            EnvFromSource source = sources.get(i);
            FieldPath at = path.index(i);
            if (!Zero.isEmpty(source.getPrefix())) {
                Format.ENV_NAME.check(findings, PREFIX, at.child("prefix"), source.getPrefix());
            }
            if (source.getConfigMapRef() != null) {
                name(source.getConfigMapRef().getName(), at.child("configMapRef", "name"), findings);
            }
            if (source.getSecretRef() != null) {
                name(source.getSecretRef().getName(), at.child("secretRef", "name"), findings);
            }
            boolean both = source.getConfigMapRef() != null && source.getSecretRef() != null;
            boolean none = source.getConfigMapRef() == null && source.getSecretRef() == null;
            if (both || none) {
                findings.invalid(FROM_ONE_SOURCE, path, "", "must set either configMapRef or secretRef");
            }
        }
    }

    private static void name(@Nullable String name, FieldPath path, Findings findings) {
        if (findings.requireText(FROM_NAME, path, name)) {
            String problem = Format.DNS_SUBDOMAIN.problemOfPrefix(Zero.text(name));
            if (problem != null) {
                findings.invalid(FROM_NAME, path, name, problem);
            }
        }
    }
}
