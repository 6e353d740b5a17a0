package dev.berth.object;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The references of well-known custom resources: to issuers, to stores, to the Secrets that they read, to claims and
 * classes of snapshots, and to the Services behind a route.
 *
 * <p>Source: the CRDs of cert-manager 1.21.1, External Secrets 2.9.0, Prometheus Operator 0.93.0, the Gateway API 1.4 and
 * the external snapshotter 8.2.
 */
final class CustomReferences {

    private static final String CERT_MANAGER = "cert-manager.io";

    private final References found;
    private final Object spec;

    private CustomReferences(References found, Object spec) {
        this.found = found;
        this.spec = spec;
    }

    static void collect(References found, GenericKubernetesResource object) {
        ObjectId id = ObjectId.of(object);
        Object spec = object.getAdditionalProperties().get("spec");
        if (spec == null) {
            return;
        }
        CustomReferences references = new CustomReferences(found, spec);
        switch (id.group()) {
            case CERT_MANAGER -> references.ofCertManager(id.kind());
            case "external-secrets.io" -> references.ofExternalSecrets(id.kind());
            case "monitoring.coreos.com" -> references.ofPrometheus(id.kind());
            case "snapshot.storage.k8s.io" -> references.ofSnapshots(id.kind());
            case "gateway.networking.k8s.io" -> references.ofGateways(id.kind());
            default -> {
                // Nothing is known about its fields.
            }
        }
    }

    private void ofCertManager(String kind) {
        if (kind.equals("Certificate")) {
            String group = text(spec, "issuerRef", "group");
            String issuer = text(spec, "issuerRef", "kind");
            String name = text(spec, "issuerRef", "name");
            if (group == null || group.isEmpty() || group.equals(CERT_MANAGER)) {
                byScope("spec.issuerRef.name", issuer, "Issuer", name);
            }
        } else if (kind.equals("Issuer")) {
            found.namespaced("spec.ca.secretName", "Secret", text(spec, "ca", "secretName"));
        }
    }

    private void ofSnapshots(String kind) {
        if (kind.equals("VolumeSnapshot")) {
            found.clusterWide(
                    "spec.volumeSnapshotClassName",
                    "VolumeSnapshotClass",
                    text(spec, "volumeSnapshotClassName"),
                    false);
            found.namespaced(
                    "spec.source.persistentVolumeClaimName",
                    "PersistentVolumeClaim",
                    text(spec, "source", "persistentVolumeClaimName"));
        }
    }

    private void ofGateways(String kind) {
        if (kind.equals("HTTPRoute") && at(spec, "rules") instanceof List<?> rules) {
            for (int i = 0; i < rules.size(); i++) {
                List<?> backends = at(rules.get(i), "backendRefs") instanceof List<?> list ? list : List.of();
                for (int j = 0; j < backends.size(); j++) {
                    service("spec.rules[" + i + "].backendRefs[" + j + "].name", backends.get(j));
                }
            }
        }
    }

    /** A backend is a Service by default. One in another namespace needs a ReferenceGrant, and is not looked up here. */
    private void service(String path, @Nullable Object backend) {
        String kind = text(backend, "kind");
        if ((kind == null || kind.equals("Service")) && text(backend, "namespace") == null) {
            found.namespaced(path, "Service", text(backend, "name"));
        }
    }

    private void ofExternalSecrets(String kind) {
        if (kind.equals("ExternalSecret")) {
            byScope(
                    "spec.secretStoreRef.name",
                    text(spec, "secretStoreRef", "kind"),
                    "SecretStore",
                    text(spec, "secretStoreRef", "name"));
        }
    }

    /** A kind without a namespace is named after the one with a namespace. */
    private void byScope(String path, @Nullable String kind, String namespaced, @Nullable String name) {
        if (kind == null || kind.isEmpty() || kind.equals(namespaced)) {
            found.namespaced(path, namespaced, name);
        } else if (kind.equals("Cluster" + namespaced)) {
            found.clusterWide(path, kind, name, false);
        }
    }

    private void ofPrometheus(String kind) {
        if (kind.equals("ServiceMonitor")) {
            endpoints("endpoints");
        } else if (kind.equals("PodMonitor")) {
            endpoints("podMetricsEndpoints");
        }
    }

    private void endpoints(String field) {
        if (at(spec, field) instanceof List<?> endpoints) {
            for (int i = 0; i < endpoints.size(); i++) {
                String path = "spec." + field + "[" + i + "].";
                secret(endpoints.get(i), path, "basicAuth", "username");
                secret(endpoints.get(i), path, "basicAuth", "password");
                secret(endpoints.get(i), path, "authorization", "credentials");
                secret(endpoints.get(i), path, "bearerTokenSecret");
                secret(endpoints.get(i), path, "tlsConfig", "ca", "secret");
                secret(endpoints.get(i), path, "tlsConfig", "cert", "secret");
                secret(endpoints.get(i), path, "tlsConfig", "keySecret");
            }
        }
    }

    private void secret(@Nullable Object endpoint, String path, String... fields) {
        Object selector = at(endpoint, fields);
        boolean optional = at(selector, "optional") instanceof Boolean mark && mark;
        found.namespaced(path + String.join(".", fields) + ".name", "Secret", text(selector, "name"), optional);
    }

    private static @Nullable String text(@Nullable Object from, String... fields) {
        return at(from, fields) instanceof String text ? text : null;
    }

    private static @Nullable Object at(@Nullable Object from, String... fields) {
        Object value = from;
        for (String field : fields) {
            value = value instanceof Map<?, ?> map ? map.get(field) : null;
        }
        return value;
    }
}
