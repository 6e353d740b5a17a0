package dev.berth.rules.volume;

import dev.berth.rules.FieldPath;
import dev.berth.rules.Findings;
import dev.berth.rules.Rule;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Format;
import dev.berth.rules.format.Paths;
import dev.berth.rules.meta.LabelRules;
import io.fabric8.kubernetes.api.model.ClusterTrustBundleProjection;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.PodCertificateProjection;
import io.fabric8.kubernetes.api.model.ProjectedVolumeSource;
import io.fabric8.kubernetes.api.model.ServiceAccountTokenProjection;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Several sources in one directory: {@code validateProjectionSources}. */
final class ProjectedRules {
    private static final long SHORTEST_TOKEN = 600;
    private static final long LONGEST_TOKEN = 1L << 32;
    private static final int SHORTEST_CERTIFICATE = 3600;
    private static final int LONGEST_CERTIFICATE = 91 * 24 * 3600;
    private static final List<String> KEY_TYPES =
            List.of("ECDSAP256", "ECDSAP384", "ECDSAP521", "ED25519", "RSA3072", "RSA4096");

    private static final Rule NAME = Rule.core("projected-name", "validateProjectionSources");
    private static final Rule SAME_PATH = Rule.core("projected-same-path", "validateProjectionSources");
    private static final Rule ONE_TYPE = Rule.core("projected-only-one", "validateProjectionSources");
    private static final Rule TOKEN = Rule.core("projected-token", "validateProjectionSources");
    private static final Rule TRUST_BUNDLE = Rule.core("projected-trust-bundle", "validateProjectionSources");
    private static final Rule CERTIFICATE = Rule.core("projected-certificate", "validateProjectionSources");

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
        if (source.getClusterTrustBundle() != null) {
            types++;
            trustBundle(source.getClusterTrustBundle(), at.child("clusterTrustBundle"));
        }
        if (source.getPodCertificate() != null) {
            types++;
            certificate(source.getPodCertificate(), at.child("podCertificate"));
        }
        if (types > 1) {
            findings.forbidden(ONE_TYPE, at, "one source has one type");
        }
    }

    private void keys(@Nullable String name, @Nullable List<KeyToPath> items, FieldPath at) {
        findings.requireText(NAME, at.child("name"), name);
        files.items(items, at.child("items"));
        Zero.list(items).forEach(item -> taken(item.getPath()));
    }

    /** Two sources that write the same file are reported at the volume. */
    private void taken(@Nullable String file) {
        if (!Zero.isEmpty(file) && !paths.add(file)) {
            findings.invalid(SAME_PATH, path, file, "two sources write this file");
        }
    }

    /** The path of a token is reported without the way to it, as the server does. */
    private void token(ServiceAccountTokenProjection token, FieldPath at) {
        long seconds = Zero.number(token.getExpirationSeconds());
        if (seconds < SHORTEST_TOKEN || seconds > LONGEST_TOKEN) {
            findings.invalid(TOKEN, at.child("expirationSeconds"), seconds, "must be from 600 to 2^32");
        }
        if (findings.requireText(TOKEN, path.child("path"), token.getPath())) {
            Paths.notReserved(token.getPath(), path.child("path"), findings);
        }
    }

    private void trustBundle(ClusterTrustBundleProjection bundle, FieldPath at) {
        String name = bundle.getName();
        String signer = bundle.getSignerName();
        if (name != null && signer != null) {
            findings.invalid(TRUST_BUNDLE, at, name, "name and signerName exclude each other");
        } else if (name != null) {
            if (findings.requireText(TRUST_BUNDLE, at.child("name"), name) && !isBundleName(name)) {
                findings.invalid(TRUST_BUNDLE, at.child("name"), name, "is no name of a ClusterTrustBundle");
            }
            if (bundle.getLabelSelector() != null) {
                findings.invalid(
                        TRUST_BUNDLE, at.child("labelSelector"), "", "name and labelSelector exclude each other");
            }
        } else if (signer != null) {
            if (findings.requireText(TRUST_BUNDLE, at.child("signerName"), signer)) {
                signer(signer, at.child("signerName"));
            } else {
                findings.invalid(TRUST_BUNDLE, at.child("signerName"), signer, "must be <domain>/<path>");
            }
            LabelRules.selector(bundle.getLabelSelector(), at.child("labelSelector"), findings);
        } else {
            findings.required(TRUST_BUNDLE, at, "either name or signerName");
        }
        findings.requireText(TRUST_BUNDLE, at.child("path"), bundle.getPath());
        Paths.notReserved(bundle.getPath(), at.child("path"), findings);
        taken(bundle.getPath());
    }

    private static boolean isBundleName(String name) {
        int colon = name.lastIndexOf(':');
        return Format.DNS_SUBDOMAIN.fits(name.substring(colon + 1));
    }

    private void signer(String signer, FieldPath at) {
        int slash = signer.indexOf('/');
        boolean fits = slash > 0
                && slash < signer.length() - 1
                && signer.length() <= 571
                && Format.DNS_SUBDOMAIN.fits(signer.substring(0, slash))
                && signer.indexOf('.') > 0
                && signer.indexOf('.') < slash;
        if (!fits) {
            findings.invalid(TRUST_BUNDLE, at, signer, "must be <domain>/<path>");
        }
    }

    private void certificate(PodCertificateProjection certificate, FieldPath at) {
        if (findings.requireText(CERTIFICATE, at.child("signerName"), certificate.getSignerName())) {
            signer(certificate.getSignerName(), at.child("signerName"));
        }
        findings.oneOf(CERTIFICATE, at.child("keyType"), certificate.getKeyType(), KEY_TYPES);
        Integer seconds = certificate.getMaxExpirationSeconds();
        if (seconds != null) {
            FieldPath field = at.child("maxExpirationSeconds");
            findings.within(CERTIFICATE, field, seconds, SHORTEST_CERTIFICATE, LONGEST_CERTIFICATE);
        }
        boolean bundle = !Zero.isEmpty(certificate.getCredentialBundlePath());
        boolean key = !Zero.isEmpty(certificate.getKeyPath());
        boolean chain = !Zero.isEmpty(certificate.getCertificateChainPath());
        if (!bundle && !key && !chain) {
            findings.required(CERTIFICATE, at, "say which files to write");
        }
        file(certificate.getCredentialBundlePath(), at.child("credentialBundlePath"));
        file(certificate.getKeyPath(), at.child("keyPath"));
        file(certificate.getCertificateChainPath(), at.child("certificateChainPath"));
    }

    private void file(@Nullable String file, FieldPath at) {
        if (!Zero.isEmpty(file)) {
            Paths.notReserved(file, at, findings);
            taken(file);
        }
    }
}
