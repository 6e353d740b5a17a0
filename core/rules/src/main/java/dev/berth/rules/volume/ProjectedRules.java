package dev.berth.rules.volume;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Paths;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.ProjectedVolumeSource;
import io.fabric8.kubernetes.api.model.ServiceAccountTokenProjection;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of several sources in one directory: {@code validateProjectionSources}. Trust bundles and certificates are
 * dropped earlier, because their feature gates are off.
 */
final class ProjectedRules {
    private static final long SHORTEST_TOKEN = 600;
    private static final long LONGEST_TOKEN = 1L << 32;

    private static final Rule NAME = Rule.core("projected-name", "validateProjectionSources");
    private static final Rule SAME_PATH = Rule.core("projected-same-path", "validateProjectionSources");
    private static final Rule ONE_TYPE = Rule.core("projected-only-one", "validateProjectionSources");
    private static final Rule TOKEN = Rule.core("projected-token", "validateProjectionSources");

    private final FileSources files;
    private final FieldPath path;
    private final Findings findings;
    private final Set<String> paths = new HashSet<>();

    ProjectedRules(FieldPath path, Findings findings) {
        this.files = new FileSources(findings);
        this.path = path;
        this.findings = findings;
    }

    void check(ProjectedVolumeSource projected) {
        files.mode(projected.getDefaultMode(), path.child("defaultMode"));
        List<VolumeProjection> sources = Zero.list(projected.getSources());
        for (int i = 0; i < sources.size(); i++) {
            source(sources.get(i), path.child("sources").index(i));
        }
    }

    private void source(VolumeProjection source, FieldPath at) {
        int types = 0;
        if (source.getSecret() != null) {
            types++;
            keys(source.getSecret().getName(), source.getSecret().getItems(), at.child("secret"));
        }
        if (source.getConfigMap() != null) {
            types++;
            keys(source.getConfigMap().getName(), source.getConfigMap().getItems(), at.child("configMap"));
        }
        if (source.getDownwardAPI() != null) {
            types++;
            Zero.list(source.getDownwardAPI().getItems()).forEach(file -> {
                files.downwardFile(file, at.child("downwardAPI"));
                taken(file.getPath());
            });
        }
        if (source.getServiceAccountToken() != null) {
            types++;
            token(source.getServiceAccountToken(), at.child("serviceAccountToken"));
        }
        if (types > 1) {
            findings.forbidden(ONE_TYPE, at, "must have exactly one type");
        }
    }

    private void keys(@Nullable String name, @Nullable List<KeyToPath> items, FieldPath at) {
        findings.requireText(NAME, at.child("name"), name);
        files.items(items, at.child("items"));
        Zero.list(items).forEach(item -> taken(item.getPath()));
    }

    /** Reports two sources that write the same file at the volume. */
    private void taken(@Nullable String file) {
        if (!Zero.isEmpty(file) && !paths.add(file)) {
            findings.invalid(SAME_PATH, path, file, "two sources write this file");
        }
    }

    /** Reports the path of a token without its parents, as the server does. */
    private void token(ServiceAccountTokenProjection token, FieldPath at) {
        long seconds = Zero.number(token.getExpirationSeconds());
        if (seconds < SHORTEST_TOKEN || seconds > LONGEST_TOKEN) {
            findings.invalid(TOKEN, at.child("expirationSeconds"), seconds, "must be between 600 and 2^32, inclusive");
        }
        if (findings.requireText(TOKEN, path.child("path"), token.getPath())) {
            Paths.notReserved(token.getPath(), path.child("path"), findings);
        }
    }
}
