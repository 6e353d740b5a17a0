package dev.berth.lint;

import dev.berth.cluster.KubernetesVersion;
import dev.berth.finding.Acknowledgement;
import dev.berth.finding.Finding;
import dev.berth.lint.budget.BudgetLintRules;
import dev.berth.lint.driver.DriverLintRules;
import dev.berth.lint.monitor.MonitorLintRules;
import dev.berth.lint.pod.EmptyDirMediumUnknown;
import dev.berth.lint.pod.GracePeriodZero;
import dev.berth.lint.pod.HostPathRelative;
import dev.berth.lint.pod.MountPathDuplicate;
import dev.berth.lint.pod.NonRootAsRoot;
import dev.berth.lint.pod.PodLintRules;
import dev.berth.lint.pod.PodSecurityRefused;
import dev.berth.lint.pod.PodSecurityWarned;
import dev.berth.lint.pod.ProbePortNameMissing;
import dev.berth.lint.pod.ProbePortNotOpened;
import dev.berth.lint.pod.StatefulSetNameTooLong;
import dev.berth.lint.pod.SubPathNeverRefreshes;
import dev.berth.lint.pod.VolumeWithoutSource;
import dev.berth.lint.reference.MissingKey;
import dev.berth.lint.reference.MissingObject;
import dev.berth.lint.reference.MissingSubPath;
import dev.berth.lint.reference.NamespaceLeftOut;
import dev.berth.lint.reference.NamespaceMissing;
import dev.berth.lint.reference.ResourceVersionWritten;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.SetRule;
import dev.berth.lint.scheduling.SchedulingLintRules;
import dev.berth.lint.server.DataAtMountRoot;
import dev.berth.lint.server.DataOutsideClaim;
import dev.berth.lint.server.FsGroupOpensFile;
import dev.berth.lint.server.FsGroupSlow;
import dev.berth.lint.server.GracePeriodTooShort;
import dev.berth.lint.server.ImageMustNotBeRoot;
import dev.berth.lint.server.LivenessDuringRecovery;
import dev.berth.lint.server.OwnerNotChangeable;
import dev.berth.lint.server.PgdataAtMountRoot;
import dev.berth.lint.server.ReadOnlyRoot;
import dev.berth.lint.server.RewrittenFileReadOnly;
import dev.berth.lint.server.ServersNotReplicated;
import dev.berth.lint.server.ServiceVariableClash;
import dev.berth.lint.server.SharedMemoryTooSmall;
import dev.berth.lint.server.VolumeNotWritable;
import dev.berth.lint.service.ServiceLintRules;
import dev.berth.lint.storage.BindingModeLeftOut;
import dev.berth.lint.storage.ClaimForOnePodShared;
import dev.berth.lint.storage.ClaimHeldByPod;
import dev.berth.lint.storage.ClaimSharedByReplicas;
import dev.berth.lint.storage.ClaimUnbound;
import dev.berth.lint.storage.DataOnNode;
import dev.berth.lint.storage.DataSourceDropped;
import dev.berth.lint.storage.DataSourceInOtherNamespace;
import dev.berth.lint.storage.DefaultClassFilledIn;
import dev.berth.lint.storage.HostPathDelete;
import dev.berth.lint.storage.LocalClassImmediate;
import dev.berth.lint.storage.MountOptionsUnsupported;
import dev.berth.lint.storage.ProvisionerMisspelled;
import dev.berth.lint.storage.ReclaimPolicyLeftOut;
import dev.berth.lint.storage.RetentionDeletes;
import dev.berth.lint.storage.RollingUpdateDeadlock;
import dev.berth.lint.storage.SeLinuxLabelsDiffer;
import dev.berth.lint.storage.SelectorNotProvisioned;
import dev.berth.lint.storage.TemplateDuplicate;
import dev.berth.lint.storage.TemplateLabelChanges;
import dev.berth.lint.storage.TemplateLabelInvalid;
import dev.berth.lint.storage.TemplateMetadataInvalid;
import dev.berth.lint.storage.TemplateShadowsVolume;
import dev.berth.lint.storage.TemplateUnmounted;
import dev.berth.lint.storage.TwoDefaultClasses;
import dev.berth.lint.storage.VolumeModeMismatch;
import dev.berth.lint.storage.VolumeRecycled;
import dev.berth.lint.value.ValueLintRules;
import dev.berth.object.ExistingObject;
import dev.berth.object.ObjectId;
import dev.berth.value.InvalidValueException;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what the API server accepts but the cluster cannot run, in a whole set of objects from any source.
 *
 * <p>The rules only know the objects in the set: objects that already exist in the cluster must be declared.
 */
public final class LintRules {

    /** The rules on names: what leads nowhere, and what clashes. */
    private static final List<SetRule> NAMES = Stream.concat(
                    MissingObject.all().stream(),
                    Stream.of(
                            new MissingKey(),
                            new TemplateShadowsVolume(),
                            new TemplateDuplicate(),
                            new MountPathDuplicate()))
            .toList();

    private static final List<SetRule> FIRST = Stream.of(
                    ServiceLintRules.all(),
                    NAMES,
                    List.of(
                            new NamespaceMissing(),
                            new NamespaceLeftOut(),
                            new MissingSubPath(),
                            new ResourceVersionWritten(),
                            new ClaimUnbound(),
                            new DefaultClassFilledIn(),
                            new SelectorNotProvisioned(),
                            new DataSourceDropped(),
                            new DataSourceInOtherNamespace(),
                            new TemplateUnmounted(),
                            new TemplateLabelInvalid(),
                            new TemplateMetadataInvalid(),
                            new TemplateLabelChanges(),
                            new RetentionDeletes(),
                            new ClaimSharedByReplicas(),
                            new ClaimForOnePodShared(),
                            new ClaimHeldByPod(),
                            new SeLinuxLabelsDiffer(),
                            new RollingUpdateDeadlock()),
                    DataOnNode.all(),
                    DataOutsideClaim.all(),
                    List.of(
                            new PgdataAtMountRoot(),
                            new DataAtMountRoot(),
                            new HostPathDelete(),
                            new VolumeRecycled(),
                            new MountOptionsUnsupported(),
                            new ReclaimPolicyLeftOut(),
                            new BindingModeLeftOut(),
                            new LocalClassImmediate(),
                            new TwoDefaultClasses(),
                            new VolumeModeMismatch(),
                            new ProvisionerMisspelled(),
                            new VolumeWithoutSource(),
                            new EmptyDirMediumUnknown(),
                            new HostPathRelative(),
                            new ProbePortNameMissing(),
                            new ProbePortNotOpened(),
                            new NonRootAsRoot(),
                            new ImageMustNotBeRoot(),
                            new VolumeNotWritable(),
                            new OwnerNotChangeable(),
                            new FsGroupSlow(),
                            new FsGroupOpensFile(),
                            new ReadOnlyRoot(),
                            new RewrittenFileReadOnly(),
                            new SubPathNeverRefreshes(),
                            new GracePeriodZero(),
                            new GracePeriodTooShort(),
                            new LivenessDuringRecovery(),
                            new ServersNotReplicated(),
                            new ServiceVariableClash(),
                            new SharedMemoryTooSmall(),
                            new StatefulSetNameTooLong(),
                            new PodSecurityRefused(),
                            new PodSecurityWarned()),
                    PodLintRules.all(),
                    BudgetLintRules.all(),
                    MonitorLintRules.all(),
                    ValueLintRules.all(),
                    SchedulingLintRules.all())
            .flatMap(List::stream)
            .toList();

    private static final List<SetRule> LAST = DriverLintRules.ofClaims();

    /** Loaded with the first StorageClass: they also load the catalog of drivers. */
    private static final class OfClasses {
        static final List<SetRule> RULES = DriverLintRules.ofClasses();
    }

    private LintRules() {}

    /** Returns all rules, in the order in which they report. */
    public static List<SetRule> all() {
        return inOrder(OfClasses.RULES);
    }

    /** Returns the rules that can report an object of a set. */
    private static List<SetRule> all(ObjectSet set) {
        return set.all(StorageClass.class).isEmpty() ? inOrder(List.of()) : all();
    }

    private static List<SetRule> inOrder(List<SetRule> ofClasses) {
        return Stream.of(FIRST, ofClasses, LAST).flatMap(List::stream).toList();
    }

    private static Stream<SetRule> beyondNames(ObjectSet set) {
        return all(set).stream().filter(rule -> !NAMES.contains(rule));
    }

    /** Returns whether a rule has this ID. */
    public static boolean hasRule(String id) {
        return all().stream().anyMatch(rule -> rule.rule().id().equals(id));
    }

    /**
     * Returns the findings for a set.
     *
     * @param objects the objects that are applied together
     * @param existing objects that they name and that exist in the cluster; an existing ConfigMap or Secret has every
     *     key
     * @param acknowledged the findings that are intended, and so are left out
     * @param version the version of Kubernetes that the objects are for
     */
    public static List<Finding> check(
            Collection<? extends HasMetadata> objects,
            Set<ExistingObject> existing,
            List<Acknowledgement> acknowledged,
            KubernetesVersion version) {
        ObjectSet set = ObjectSet.of(objects, existing);
        return check(all(set), set, acknowledged, version);
    }

    /**
     * The same without the rules on names. A name of one file may lead to any other file of a set, also where they stand in
     * for others, so that {@link #checkNames} judges names among all files, and this method the files that are applied
     * together.
     */
    public static List<Finding> checkBeyondNames(
            Collection<? extends HasMetadata> objects,
            Set<ExistingObject> existing,
            List<Acknowledgement> acknowledged,
            KubernetesVersion version) {
        ObjectSet set = ObjectSet.of(objects, existing);
        return check(beyondNames(set).toList(), set, acknowledged, version);
    }

    /** Finds the names that lead nowhere, and those that clash, in the objects of a set that are judged. */
    public static List<Finding> checkNames(ObjectSet set) {
        return NAMES.stream().flatMap(rule -> found(rule, set)).toList();
    }

    private static List<Finding> check(
            List<SetRule> rules, ObjectSet set, List<Acknowledgement> acknowledged, KubernetesVersion version) {
        // The rules only read the set, so they can run in parallel; their findings are still in a fixed order.
        return rules.parallelStream()
                .filter(rule -> rule.appliesTo(version))
                .flatMap(rule -> found(rule, set))
                .filter(finding -> acknowledged.stream().noneMatch(entry -> entry.covers(finding)))
                .toList();
    }

    /** Returns the findings for the judged objects of a set, with their objects and without acknowledgements. */
    public static List<LintReport.Reported> check(ObjectSet set, KubernetesVersion version) {
        return reported(all(set).stream().filter(rule -> rule.appliesTo(version)), set);
    }

    /** The same for the rules on names alone. */
    public static List<LintReport.Reported> reportNames(ObjectSet set) {
        return reported(NAMES.stream(), set);
    }

    /** The same without the rules on names. */
    public static List<LintReport.Reported> reportBeyondNames(ObjectSet set, KubernetesVersion version) {
        return reported(beyondNames(set).filter(rule -> rule.appliesTo(version)), set);
    }

    private static List<LintReport.Reported> reported(Stream<SetRule> rules, ObjectSet set) {
        LintReport report = new LintReport();
        rules.forEach(rule -> rule.check(set, report));
        return report.reported();
    }

    private static Stream<Finding> found(SetRule rule, ObjectSet set) {
        LintReport report = new LintReport();
        rule.check(set, report);
        return report.list().stream();
    }

    /** Returns the acknowledgements of a set that have no finding anymore, and can be removed. */
    public static List<Acknowledgement> unused(
            Collection<? extends HasMetadata> objects,
            Set<ExistingObject> existing,
            List<Acknowledgement> acknowledged,
            KubernetesVersion version) {
        List<Finding> all = check(objects, existing, List.of(), version);
        return acknowledged.stream()
                .filter(entry -> all.stream().noneMatch(entry::covers))
                .toList();
    }

    /**
     * Acknowledges that a rule reports an object.
     *
     * @param reason why that is acceptable, for whoever reads the declaration
     * @throws InvalidValueException when no rule has this ID, or no reason is given
     */
    public static Acknowledgement acknowledge(String rule, ObjectId object, String reason) {
        if (!hasRule(rule)) {
            throw InvalidValueException.of("Acknowledgement", rule, "must be the ID of a rule of docs/lint.md");
        }
        if (reason.isBlank()) {
            throw InvalidValueException.of("Acknowledgement of " + rule, reason, "must have a reason");
        }
        return new Acknowledgement(Acknowledgement.name(object), rule, null, reason);
    }
}
