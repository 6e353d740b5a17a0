package dev.berth.lint.reference;

import dev.berth.catalog.driver.PlatformClasses;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.SetRule;
import dev.berth.lint.service.PodNames;
import dev.berth.object.Reference;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;

/**
 * A family of rules: a field names an object that is neither in the set nor declared to exist.
 *
 * <p>A declaration describes the cluster around it, so that is an error. A directory of manifests does not know what else
 * is in the cluster: there it is a warning, unless the set has the object in another namespace.
 */
public final class MissingObject extends SetRule {

    private static final List<MissingObject> RULES = rules();

    private static final String CERT_MANAGER =
            "pkg/controller/certificaterequests/sync.go of cert-manager/cert-manager";
    private static final String NOT_ISSUED = "The certificate is not issued, and pods wait for its Secret.";
    private static final String PROMETHEUS = "pkg/assets/store.go of prometheus-operator/prometheus-operator";
    private static final String NOT_READ =
            "The controller of the custom resource does not use it before the Secret exists.";
    private static final String EXTERNAL_SECRETS =
            "pkg/controllers/secretstore/client_manager.go of external-secrets/external-secrets";
    private static final String NOT_FETCHED = "The Secret is not created, and pods wait for it.";

    /** Stands for the kinds without a rule of their own: only a data source can be of any kind. */
    private static final String ANY = "";

    private final String kind;
    private final boolean ofCustomResources;

    private MissingObject(Rule rule, String kind, String consequence) {
        this(rule, kind, consequence, false);
    }

    private MissingObject(Rule rule, String kind, String consequence, boolean ofCustomResources) {
        super(Level.ERROR, rule, consequence, "Add it to a file, or declare that it exists.");
        this.kind = kind;
        this.ofCustomResources = ofCustomResources;
    }

    /** One rule for each kind that can be named. */
    public static List<SetRule> all() {
        return List.copyOf(RULES);
    }

    private static List<MissingObject> rules() {
        return List.of(
                new MissingObject(
                        new Rule(
                                "service-missing", "ValidateStatefulSetSpec", "pkg/apis/apps/validation/validation.go"),
                        "Service",
                        "The names of its pods never resolve."),
                new MissingObject(
                        new Rule("config-map-missing", "SetUpAt", "pkg/volume/configmap/configmap.go"),
                        "ConfigMap",
                        "The pod waits for it, in ContainerCreating or CreateContainerConfigError."),
                new MissingObject(
                        new Rule("secret-missing", "SetUpAt", "pkg/volume/secret/secret.go"),
                        "Secret",
                        "The pod waits for it, in ContainerCreating or CreateContainerConfigError."),
                new MissingObject(
                        new Rule(
                                "service-account-missing", "Admit", "plugin/pkg/admission/serviceaccount/admission.go"),
                        "ServiceAccount",
                        "No pod can be created."),
                new MissingObject(
                        new Rule("priority-class-missing", "Admit", "plugin/pkg/admission/priority/admission.go"),
                        "PriorityClass",
                        "No pod can be created."),
                new MissingObject(
                        new Rule("runtime-class-missing", "Admit", "plugin/pkg/admission/runtimeclass/admission.go"),
                        "RuntimeClass",
                        "No pod can be created."),
                new MissingObject(
                        new Rule(
                                "claim-missing",
                                "PreFilter",
                                "pkg/scheduler/framework/plugins/volumebinding/volume_binding.go"),
                        "PersistentVolumeClaim",
                        "The pod stays Pending."),
                new MissingObject(
                        new Rule(
                                "storage-class-missing",
                                "provisionClaim",
                                "pkg/controller/volume/persistentvolume/pv_controller.go"),
                        "StorageClass",
                        "The claim stays Pending, and so does every pod that uses it."),
                new MissingObject(
                        new Rule(
                                "volume-attributes-class-missing",
                                "provisionClaim",
                                "pkg/controller/volume/persistentvolume/pv_controller.go"),
                        "VolumeAttributesClass",
                        "The claim stays Pending, and so does every pod that uses it."),
                new MissingObject(
                        new Rule(
                                "volume-missing",
                                "syncUnboundClaim",
                                "pkg/controller/volume/persistentvolume/pv_controller.go"),
                        "PersistentVolume",
                        "The claim waits for the volume with this name, and binds to no other."),
                new MissingObject(new Rule("issuer-missing", "Sync", CERT_MANAGER), "Issuer", NOT_ISSUED),
                new MissingObject(
                        new Rule("cluster-issuer-missing", "Sync", CERT_MANAGER), "ClusterIssuer", NOT_ISSUED),
                new MissingObject(
                        new Rule("custom-resource-secret-missing", "GetSecretKey", PROMETHEUS),
                        "Secret",
                        NOT_READ,
                        true),
                new MissingObject(
                        new Rule("secret-store-missing", "getStore", EXTERNAL_SECRETS), "SecretStore", NOT_FETCHED),
                new MissingObject(
                        new Rule("cluster-secret-store-missing", "getStore", EXTERNAL_SECRETS),
                        "ClusterSecretStore",
                        NOT_FETCHED),
                new MissingObject(
                        new Rule(
                                "data-source-missing",
                                "provisionClaim",
                                "pkg/controller/volume/persistentvolume/pv_controller.go"),
                        ANY,
                        "The claim stays Pending, and so does every pod that uses it."));
    }

    @Override
    public void check(ObjectSet set, LintReport report) {
        for (ObjectSet.Naming naming : set.namings()) {
            Reference reference = naming.reference();
            if (isAbout(naming.object(), reference) && isMissing(set, reference)) {
                report(set, naming.object(), reference, report);
            }
        }
    }

    /** A key of a missing object is reported with the object. */
    private boolean isAbout(HasMetadata object, Reference reference) {
        boolean own = kind.equals(ANY) ? isOtherDataSource(reference) : isOwn(object, reference);
        return own && !reference.optional() && reference.key().isEmpty();
    }

    /** No pod waits for a Secret that only a custom resource names, so that has a rule of its own. */
    private boolean isOwn(HasMetadata object, Reference reference) {
        return kind.equals(reference.kind())
                && (!kind.equals("Secret") || ofCustomResources == object instanceof GenericKubernetesResource);
    }

    /** The server drops a {@code dataSource} that is neither a claim nor a snapshot, which another rule reports. */
    private static boolean isOtherDataSource(Reference reference) {
        boolean kept = reference.kind().equals("VolumeSnapshot")
                || reference.fieldPath().endsWith(".dataSourceRef.name");
        return kept && RULES.stream().noneMatch(rule -> rule.kind.equals(reference.kind()));
    }

    private static boolean isMissing(ObjectSet set, Reference reference) {
        return !set.mayHave(reference.kind(), reference.namespace().orElse(""), reference.name())
                && !(reference.kind().equals("StorageClass") && set.hasVolumeOfClass(reference.name()));
    }

    private void report(ObjectSet set, HasMetadata object, Reference reference, LintReport report) {
        String what = reference.kind() + " \"" + reference.name() + "\"";
        String namespace = reference.namespace().orElse("");
        Optional<String> other = set.namespaceOf(reference.kind(), reference.name());
        if (other.isPresent()) {
            report.notFound(
                    this,
                    object,
                    reference.fieldPath(),
                    what + " is in namespace \"" + other.get() + "\", and must be in \"" + namespace + "\".",
                    "Add it there.");
            return;
        }
        String detail = what + " is in no file." + set.didYouMean(reference.kind(), reference.name());
        String remedy = "Add it to a file, or " + set.existingHint(reference.kind(), reference.name())
                + " if it is in the cluster.";
        if (set.describesCluster() || isServiceOfUsedNames(set, object, reference)) {
            report.notFound(this, object, reference.fieldPath(), detail, remedy);
        } else {
            String message = detail + inPlatform(reference) + " If it is not in the cluster either, "
                    + Character.toLowerCase(consequence().charAt(0))
                    + consequence().substring(1);
            report.mayNotBeFound(this, object, reference.fieldPath(), message, remedy);
        }
    }

    /** The set shows that something depends on the names that only this Service resolves. */
    private static boolean isServiceOfUsedNames(ObjectSet set, HasMetadata object, Reference reference) {
        return reference.kind().equals("Service")
                && set.statefulSets().stream()
                        .filter(workload -> workload.object() == object)
                        .anyMatch(workload -> PodNames.areUsed(set, workload, reference.name()));
    }

    private static String inPlatform(Reference reference) {
        return reference.kind().equals("StorageClass")
                ? PlatformClasses.platformOf(reference.name())
                        .map(platform -> " A cluster of " + platform + " has a class with this name.")
                        .orElse("")
                : "";
    }
}
