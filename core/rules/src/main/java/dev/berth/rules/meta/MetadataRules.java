package dev.berth.rules.meta;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Format;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of metadata, which every object has. */
public final class MetadataRules {
    private static final String FILE = "staging/src/k8s.io/apimachinery/pkg/api/validation/objectmeta.go";
    private static final int MOST_ANNOTATION_BYTES = 256 * 1024;
    private static final FieldPath METADATA = FieldPath.of("metadata");

    private static final Rule NAME = new Rule("name", "ValidateObjectMetaAccessor", FILE);
    private static final Rule PATH_STEP = new Rule(
            "name-path-step", "IsPathSegmentName", "staging/src/k8s.io/apimachinery/pkg/api/validate/content/path.go");
    private static final Rule NAMESPACE = new Rule("namespace", "ValidateObjectMetaAccessor", FILE);
    private static final Rule GENERATION = new Rule("generation", "ValidateNonnegativeField", FILE);
    private static final Rule ANNOTATION_KEY = new Rule("annotation-key", "ValidateAnnotations", FILE);
    private static final Rule ANNOTATION_SIZE = new Rule("annotation-size", "ValidateAnnotationsSize", FILE);
    private static final Rule OWNER = new Rule("owner-reference", "validateOwnerReference", FILE);
    private static final Rule OWNER_CONTROLLER = new Rule("owner-controller", "ValidateOwnerReferences", FILE);
    private static final Rule FINALIZER = new Rule("finalizer", "ValidateFinalizers", FILE);
    private static final Rule FINALIZER_NAME = Rule.core("finalizer-name", "validateKubeFinalizerName");

    private MetadataRules() {}

    /** Checks the metadata of an object in a namespace, whose name has the given format. */
    public static void namespaced(@Nullable ObjectMeta meta, Format name, Findings findings) {
        ObjectMeta given = meta == null ? new ObjectMeta() : meta;
        names(given, name, findings);
        namespace(given, METADATA, findings);
        rest(given, METADATA, findings);
        standardFinalizers(given, findings);
    }

    /** Checks the metadata of a cluster-scoped object; the server drops its namespace. */
    public static void clusterWide(@Nullable ObjectMeta meta, Format name, Findings findings) {
        ObjectMeta given = meta == null ? new ObjectMeta() : meta;
        names(given, name, findings);
        rest(given, METADATA, findings);
        standardFinalizers(given, findings);
    }

    /** Checks the metadata of a custom resource, whose finalizers may have any qualified name. */
    public static void custom(ObjectMeta meta, boolean namespaced, Findings findings) {
        names(meta, Format.DNS_SUBDOMAIN, findings);
        if (namespaced) {
            namespace(meta, METADATA, findings);
        }
        rest(meta, METADATA, findings);
    }

    /** Checks the metadata of an object inside of another one, which needs no name. */
    public static void embedded(ObjectMeta meta, FieldPath path, Findings findings) {
        String prefix = Format.PATH_STEP.problemOfPrefix(Zero.text(meta.getGenerateName()));
        if (prefix != null) {
            findings.invalid(PATH_STEP, path.child("generateName"), meta.getGenerateName(), prefix);
        }
        Format.PATH_STEP.check(findings, PATH_STEP, path.child("name"), meta.getName());
        namespace(meta, path, findings);
        rest(meta, path, findings);
    }

    /**
     * Checks the metadata of an object whose name only has to be one step of an API path, and whose finalizers may have
     * any name: {@code ValidateObjectMetaAccessor} alone.
     */
    public static void namespacedWithAnyName(@Nullable ObjectMeta meta, Findings findings) {
        ObjectMeta given = meta == null ? new ObjectMeta() : meta;
        String name = Zero.text(given.getName());
        FieldPath path = FieldPath.of("metadata");
        if (!isPathStep(Zero.text(given.getGenerateName()))) {
            findings.invalid(
                    PATH_STEP, path.child("generateName"), given.getGenerateName(), "must not contain '/' or '%'");
        }
        if (name.isEmpty()) {
            findings.required(NAME, path.child("name"), "name or generateName is required");
        } else if (!isPathStep(name) || name.equals(".") || name.equals("..")) {
            findings.invalid(PATH_STEP, path.child("name"), name, "must not contain '/' or '%'");
        }
        namespace(given, METADATA, findings);
        rest(given, METADATA, findings);
    }

    private static boolean isPathStep(String text) {
        return text.indexOf('/') < 0 && text.indexOf('%') < 0;
    }

    private static void namespace(ObjectMeta meta, FieldPath path, Findings findings) {
        if (!Zero.isEmpty(meta.getNamespace())) {
            Format.DNS_LABEL.check(findings, NAMESPACE, path.child("namespace"), meta.getNamespace());
        }
    }

    private static void names(ObjectMeta meta, Format format, Findings findings) {
        FieldPath path = FieldPath.of("metadata");
        if (!Zero.isEmpty(meta.getGenerateName())) {
            String problem = format.problemOfPrefix(meta.getGenerateName());
            if (problem != null) {
                findings.invalid(NAME, path.child("generateName"), meta.getGenerateName(), problem);
            }
        }
        if (!Zero.isEmpty(meta.getName())) {
            format.check(findings, NAME, path.child("name"), meta.getName());
        } else {
            findings.required(NAME, path.child("name"), "name or generateName is required");
        }
    }

    private static void rest(ObjectMeta meta, FieldPath path, Findings findings) {
        if (Zero.number(meta.getGeneration()) < 0) {
            findings.invalid(GENERATION, path.child("generation"), meta.getGeneration(), "must not be negative");
        }
        LabelRules.labels(meta.getLabels(), path.child("labels"), findings);
        annotations(meta.getAnnotations(), path.child("annotations"), findings);
        owners(Zero.list(meta.getOwnerReferences()), path.child("ownerReferences"), findings);
        finalizers(Zero.list(meta.getFinalizers()), path.child("finalizers"), findings);
    }

    /** Checks the keys and the size of annotations. */
    public static void annotations(@Nullable Map<String, String> annotations, FieldPath path, Findings findings) {
        long bytes = 0;
        for (Map.Entry<String, String> annotation : Zero.map(annotations).entrySet()) {
            String problem = Format.QUALIFIED_NAME.problem(annotation.getKey().toLowerCase(Locale.ROOT));
            if (problem != null) {
                findings.invalid(ANNOTATION_KEY, path, annotation.getKey(), problem);
            }
            bytes += bytes(annotation.getKey()) + bytes(Zero.text(annotation.getValue()));
        }
        if (bytes > MOST_ANNOTATION_BYTES) {
            findings.tooLong(ANNOTATION_SIZE, path, MOST_ANNOTATION_BYTES, "bytes in keys and values together");
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void owners(List<OwnerReference> owners, FieldPath path, Findings findings) {
        int controllers = 0;
        for (OwnerReference owner : owners) {
            String[] version = Zero.text(owner.getApiVersion()).split("/", -1);
            boolean versioned = version.length <= 2 && !version[version.length - 1].isEmpty();
            if (!versioned) {
                findings.invalid(OWNER, path.child("apiVersion"), owner.getApiVersion(), "must name a version");
            }
            notEmpty(owner.getKind(), path.child("kind"), findings);
            notEmpty(owner.getName(), path.child("name"), findings);
            notEmpty(owner.getUid(), path.child("uid"), findings);
            if ("v1".equals(owner.getApiVersion()) && "Event".equals(owner.getKind())) {
                findings.invalid(OWNER, path, "v1, Kind=Event", "an Event cannot own anything");
            }
            if (Zero.flag(owner.getController())) {
                controllers++;
            }
        }
        if (controllers > 1) {
            findings.invalid(OWNER_CONTROLLER, path, controllers, "only one owner may be the controller");
        }
    }

    private static void notEmpty(@Nullable String value, FieldPath path, Findings findings) {
        if (Zero.isEmpty(value)) {
            findings.invalid(OWNER, path, "", "must not be empty");
        }
    }

    private static void finalizers(List<String> finalizers, FieldPath path, Findings findings) {
        for (String finalizer : finalizers) {
            Format.QUALIFIED_NAME.check(findings, FINALIZER, path, finalizer);
        }
        if (finalizers.contains("orphan") && finalizers.contains("foregroundDeletion")) {
            findings.invalid(FINALIZER, path, finalizers, "orphan and foregroundDeletion are mutually exclusive");
        }
    }

    private static void standardFinalizers(ObjectMeta meta, Findings findings) {
        FieldPath path = FieldPath.of("metadata", "finalizers");
        List<String> finalizers = Zero.list(meta.getFinalizers());
        for (int i = 0; i < finalizers.size(); i++) {
            String finalizer = finalizers.get(i);
            if (!Finalizers.isQualified(finalizer)) {
                findings.invalid(
                        FINALIZER_NAME, path.index(i), finalizer, "must be a qualified name, such as example.com/name");
            }
        }
    }
}
