package dev.berth.lint.reference;

import dev.berth.catalog.driver.PlatformClasses;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.Naming;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.SetRule;
import dev.berth.lint.service.PodNames;
import dev.berth.object.Reference;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A family of rules: a field names an object that is neither in the set nor declared to exist.
 *
 * <p>A declaration describes the cluster around it, so that is an error. A directory of manifests does not know what else
 * is in the cluster: there it is a warning, unless the set has the object in another namespace.
 */
public final class MissingObject extends SetRule {

    private static final List<MissingObject> RULES = MissingObjects.all();

    /** Objects that a platform usually declares for its applications, so an application rarely has them in its files. */
    private static final Set<String> OF_PLATFORM =
            Set.of("Issuer", "ClusterIssuer", "IngressClass", "SecretStore", "ClusterSecretStore");

    /** Stands for the kinds without a rule of their own: a data source or a scaled object can be of any kind. */
    static final String ANY = "";

    private final String kind;
    private final Namer namer;

    MissingObject(Rule rule, String kind, String consequence) {
        this(rule, kind, consequence, Namer.OTHER);
    }

    MissingObject(Rule rule, String kind, String consequence, Namer namer) {
        super(Level.ERROR, rule, consequence, "Add it to a file, or declare that it exists.");
        this.kind = kind;
        this.namer = namer;
    }

    /** One rule for each kind that can be named. */
    public static List<SetRule> all() {
        return List.copyOf(RULES);
    }

    @Override
    public void check(ObjectSet set, LintReport report) {
        for (Naming naming : set.namings()) {
            Reference reference = naming.reference();
            if (isAbout(naming.object(), reference) && isMissing(set, reference)) {
                report(set, naming.object(), reference, report);
            }
        }
    }

    /** A key of a missing object is reported with the object. A rule for who names it comes before one for any object. */
    private boolean isAbout(HasMetadata object, Reference reference) {
        if (reference.optional() || !reference.key().isEmpty() || !isOf(reference)) {
            return false;
        }
        Namer actual = Namer.of(object);
        return namer == actual
                ? first(actual, reference) == this
                : namer == Namer.OTHER && first(actual, reference) == null && first(namer, reference) == this;
    }

    private static @Nullable MissingObject first(Namer namer, Reference reference) {
        for (MissingObject rule : RULES) {
            if (rule.namer == namer && rule.isOf(reference)) {
                return rule;
            }
        }
        return null;
    }

    private boolean isOf(Reference reference) {
        boolean scaled = namer == Namer.AUTOSCALER;
        return kind.equals(reference.kind()) || (kind.equals(ANY) && (scaled || isOtherDataSource(reference)));
    }

    /** The server drops a {@code dataSource} that is neither a claim nor a snapshot, which another rule reports. */
    private static boolean isOtherDataSource(Reference reference) {
        return reference.kind().equals("VolumeSnapshot")
                || reference.fieldPath().endsWith(".dataSourceRef.name");
    }

    private static boolean isMissing(ObjectSet set, Reference reference) {
        return !set.mayHave(reference.kind(), reference.namespace().orElse(""), reference.name())
                && !(reference.kind().equals("StorageClass") && set.hasVolumeOfClass(reference.name()))
                && !isOfController(set, reference);
    }

    /**
     * Whoever installs a controller creates its IngressClass, its issuers and its stores. Only a directory that has some
     * of them shows that one is misspelled.
     */
    private static boolean isOfController(ObjectSet set, Reference reference) {
        return OF_PLATFORM.contains(reference.kind()) && !set.describesCluster() && !set.hasKind(reference.kind());
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
        String nearest = set.didYouMean(reference.kind(), reference.name());
        String detail = what + " is in no file." + nearest;
        String remedy = "Add it to a file, or " + set.existingHint(reference.kind(), reference.name())
                + " if it is in the cluster.";
        if (set.describesCluster() || isServiceOfUsedNames(set, object, reference)) {
            report.notFound(this, object, reference.fieldPath(), detail, remedy);
        } else {
            String message = detail + inPlatform(reference) + " If it is not in the cluster either, "
                    + Character.toLowerCase(consequence().charAt(0))
                    + consequence().substring(1);
            Level certainty = OF_PLATFORM.contains(reference.kind()) && nearest.isEmpty() ? Level.NOTE : Level.WARNING;
            report.mayNotBeFound(this, certainty, object, reference.fieldPath(), message, remedy);
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
