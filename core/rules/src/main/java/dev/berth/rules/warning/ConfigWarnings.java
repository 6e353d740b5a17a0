package dev.berth.rules.warning;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.format.Amount;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The warnings of any object's metadata, and of Secrets, service accounts, quotas and admission policies. */
final class ConfigWarnings {
    private static final String MOUNTABLE = "kubernetes.io/enforce-mountable-secrets";
    private static final String STATIC = ".static.k8s.io";
    private static final List<String> RESOURCES = List.of("cpu", "memory", "storage", "ephemeral-storage");

    private static final Rule OWNER = new Rule(
            "owner-reference-twice",
            "dedupOwnerReferencesAndAddWarning",
            "staging/src/k8s.io/apiserver/pkg/endpoints/handlers/rest.go");
    private static final Rule TLS =
            new Rule("tls-key-pair", "warningsForSecret", "pkg/registry/core/secret/strategy.go");
    private static final Rule ACCOUNT = new Rule(
            "mountable-secrets-deprecated",
            "warnIfHasEnforceMountableSecretsAnnotation",
            "pkg/registry/core/serviceaccount/strategy.go");
    private static final Rule QUOTA =
            new Rule("quota-request-above-limit", "WarningsOnCreate", "pkg/registry/core/resourcequota/strategy.go");
    private static final Rule NAME = new Rule(
            "name-of-static-policy",
            "WarningsForStaticSuffix",
            "pkg/apis/admissionregistration/validation/static_suffix.go");
    private static final Rule DRIVER =
            new Rule("resource-driver-case", "WarningsOnCreate", "pkg/registry/resource/resourceslice/strategy.go");

    private final WarningList warnings;

    ConfigWarnings(WarningList warnings) {
        this.warnings = warnings;
    }

    void owners(JsonNode object) {
        Set<JsonNode> earlier = new HashSet<>();
        for (JsonNode owner : object.path("metadata").path("ownerReferences")) {
            if (!earlier.add(owner)) {
                warnings.add(
                        OWNER,
                        ".metadata.ownerReferences",
                        "An owner is listed twice, and the server drops the duplicate.",
                        "Remove one of them.");
                return;
            }
        }
    }

    /** The message names no value of the Secret. */
    void secret(JsonNode secret) {
        if (Tree.text(secret, "type").equals("kubernetes.io/tls")) {
            String problem = TlsPair.of(secret).problem();
            if (problem != null) {
                warnings.add(TLS, FieldPath.root(), problem, "Correct it: programs cannot use this Secret.");
            }
        }
    }

    void serviceAccount(JsonNode before, JsonNode account) {
        boolean had = before.path("metadata").path("annotations").has(MOUNTABLE);
        if (!had && account.path("metadata").path("annotations").has(MOUNTABLE)) {
            warnings.add(
                    ACCOUNT,
                    FieldPath.of("metadata", "annotations").key(MOUNTABLE),
                    "This annotation is deprecated.",
                    "Use separate namespaces to keep Secrets apart.");
        }
    }

    void newQuota(JsonNode quota) {
        JsonNode hard = quota.path("spec").path("hard");
        for (String resource : RESOURCES) {
            String name = "requests." + resource;
            boolean bare = !hard.has(name) && (resource.equals("cpu") || resource.equals("memory"));
            String asked = bare ? resource : name;
            Amount request = amount(hard.path(asked));
            Amount limit = amount(hard.path("limits." + resource));
            if (request != null && limit != null && request.compareTo(limit) > 0) {
                warnings.add(
                        QUOTA,
                        FieldPath.root(),
                        "The quota for " + asked + " is above that for limits." + resource
                                + ", so it is never reached.",
                        "Lower it, or raise limits." + resource + ".");
            }
        }
    }

    private static @Nullable Amount amount(JsonNode quantity) {
        try {
            return quantity.isValueNode() && !quantity.isNull() ? Amount.parse(quantity.asText()) : null;
        } catch (NumberFormatException notQuantity) {
            return null;
        }
    }

    void admissionName(JsonNode object) {
        if (Tree.text(object.path("metadata"), "name").endsWith(STATIC)) {
            warnings.add(
                    NAME,
                    FieldPath.of("metadata", "name"),
                    "Names that end with " + STATIC + " are reserved for files of the API server.",
                    "Use another name.");
        }
    }

    void resourceSlice(JsonNode slice) {
        String driver = Tree.text(slice.path("spec"), "driver");
        if (!driver.equals(driver.toLowerCase(Locale.ROOT))) {
            warnings.add(
                    DRIVER,
                    FieldPath.of("spec", "driver"),
                    "The name of a driver should be in lower case.",
                    "Write it in lower case.");
        }
    }
}
