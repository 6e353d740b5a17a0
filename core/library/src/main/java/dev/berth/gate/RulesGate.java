package dev.berth.gate;

import dev.berth.cluster.KubernetesVersion;
import dev.berth.cluster.TargetCluster;
import dev.berth.finding.Acknowledgement;
import dev.berth.finding.Finding;
import dev.berth.finding.Level;
import dev.berth.finding.Location;
import dev.berth.finding.Rule;
import dev.berth.lint.AcceptedWithWarning;
import dev.berth.lint.LintRules;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.SetModels;
import dev.berth.manifest.SetModels.DeclaredModel;
import dev.berth.object.Declaration;
import dev.berth.object.ExistingObject;
import dev.berth.object.ObjectId;
import dev.berth.rules.ClusterFacts;
import dev.berth.rules.Verdict;
import dev.berth.rules.custom.CustomAnswer;
import dev.berth.rules.decode.ManifestDocument;
import dev.berth.rules.decode.ManifestReader;
import dev.berth.rules.server.ApiServerRules;
import dev.berth.rules.server.VersionRules;
import dev.berth.value.InvalidValueException;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Checks a whole set against the rules: what the API server would refuse, what the target version does not have, and what
 * the API server accepts but the cluster cannot run. {@link SetGate} checks the names.
 */
public final class RulesGate {

    /** What makes two findings the same, where files are judged again beside others. */
    private record Reported(ObjectId object, Location declared, String field, String rule) {

        static Reported of(Finding finding) {
            return new Reported(
                    finding.object(),
                    finding.location(),
                    finding.field(),
                    finding.rule().id());
        }
    }

    private static final Rule ACKNOWLEDGEMENT = Rule.ofBerth("acknowledgement");

    private final SetModels models;
    private final ManifestSet set;
    private final KubernetesVersion version;
    private final ApiServerRules server;
    private final List<Finding> problems = new ArrayList<>();
    private final List<Finding> risks = new ArrayList<>();

    private RulesGate(SetModels models, TargetCluster cluster) {
        this.models = models;
        this.set = models.set();
        this.version = cluster.version();
        this.server = ApiServerRules.of(ClusterFacts.of(cluster));
    }

    /** Checks the objects of a set against the rules of their target cluster. */
    public static RulesGate check(SetModels models, TargetCluster cluster) {
        RulesGate gate = new RulesGate(models, cluster);
        gate.checkObjects();
        gate.checkWhatRunsTogether();
        return gate;
    }

    /**
     * Returns why the set must not be rendered: it would be refused or would not run. Empty if it can be applied and
     * runs.
     */
    public List<Finding> problems() {
        return List.copyOf(problems);
    }

    /** Returns what works but can cost data or time later: it is reported and still rendered. */
    public List<Finding> risks() {
        return List.copyOf(risks);
    }

    private void checkObjects() {
        CustomGate custom = CustomGate.of(models);
        for (ManifestFile file : set.manifestFiles()) {
            for (DeclaredModel object : models.of(file)) {
                checkObject(object, custom);
            }
        }
        problems.addAll(custom.problems());
        risks.addAll(custom.notes());
    }

    private void checkObject(DeclaredModel object, CustomGate custom) {
        HasMetadata model = object.model();
        ObjectId id = ObjectId.of(model);
        Location location = Location.of(object.manifest().declaration());
        ManifestDocument document = ManifestReader.of(model);
        List<Finding> absent = VersionRules.check(document, version);
        absent.forEach(finding -> problems.add(finding.on(id, location)));
        Optional<CustomAnswer> answer = custom.answer(object, document);
        Verdict verdict = answer.map(CustomAnswer::verdict).orElseGet(() -> server.verdict(document));
        verdict.findings().forEach(finding -> problems.add(finding.on(id, location)));
        List<Finding> warnings = new ArrayList<>(AcceptedWithWarning.of(document, verdict, absent));
        answer.ifPresent(given -> warnings.addAll(given.warnings()));
        warnings.forEach(finding -> risks.add(finding.on(id, location)));
    }

    /**
     * Checks the files that are applied together: those that are not alternatives, then with each alternative instead.
     */
    private void checkWhatRunsTogether() {
        Set<Reported> seen = new HashSet<>();
        List<ManifestFile> standard = set.manifestFiles().stream()
                .filter(file -> !file.isAlternative())
                .toList();
        check(standard, seen);
        set.manifestFiles().stream()
                .filter(ManifestFile::isAlternative)
                .forEach(alternative -> check(
                        standard.stream()
                                .map(file -> file.excludes(alternative) ? alternative : file)
                                .toList(),
                        seen));
    }

    private void check(List<ManifestFile> files, Set<Reported> seen) {
        List<HasMetadata> objects = new ArrayList<>();
        Set<ExistingObject> existing = new HashSet<>(set.existing());
        List<Acknowledgement> acknowledged = new ArrayList<>();
        Map<ObjectId, Declaration> declarations = new HashMap<>();
        for (ManifestFile file : files) {
            for (DeclaredModel object : models.of(file)) {
                Manifest manifest = object.manifest();
                ObjectId id = ObjectId.of(object.model());
                objects.add(ReadByRules.of(object.model()));
                existing.addAll(manifest.existing());
                declarations.put(id, manifest.declaration());
                manifest.acknowledgements()
                        .forEach((rule, reason) -> acknowledge(rule, id, reason, manifest, acknowledged));
            }
        }
        List<Finding> found = LintRules.checkBeyondNames(objects, existing, acknowledged, version).stream()
                .map(finding -> finding.on(
                        finding.object(), Location.of(Objects.requireNonNull(declarations.get(finding.object())))))
                .filter(finding -> !seen.contains(Reported.of(finding)))
                .toList();
        for (Finding finding : found) {
            seen.add(Reported.of(finding));
            (finding.level() == Level.ERROR ? problems : risks).add(finding);
        }
    }

    private void acknowledge(
            String rule, ObjectId id, String reason, Manifest manifest, List<Acknowledgement> acknowledged) {
        try {
            acknowledged.add(LintRules.acknowledge(rule, id, reason));
        } catch (InvalidValueException e) {
            problems.add(Finding.error(
                    ACKNOWLEDGEMENT, id, Location.of(manifest.declaration()), "", String.valueOf(e.getMessage())));
        }
    }
}
