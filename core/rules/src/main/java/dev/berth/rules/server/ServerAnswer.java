package dev.berth.rules.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Finding;
import dev.berth.object.ObjectId;
import dev.berth.rules.ClusterFacts;
import dev.berth.rules.Findings;
import dev.berth.rules.Stage;
import dev.berth.rules.Verdict;
import dev.berth.rules.decode.ManifestReader;
import dev.berth.rules.update.AppliedLists;
import dev.berth.rules.update.ServiceTypeChange;
import dev.berth.rules.update.Surroundings;
import dev.berth.rules.update.Update;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Everything that the API server refuses: on create, and on update. */
public final class ServerAnswer {
    private static final Set<String> SOURCE_GROUPS = Set.of("spec.dataSource.apiGroup", "spec.dataSourceRef.apiGroup");

    private final ApiServerRules create;
    private final ApiServerRules again;
    private final Surroundings surroundings;

    /** The answers of a server in front of this cluster. */
    public ServerAnswer(ClusterFacts facts, Surroundings surroundings) {
        this.create = ApiServerRules.of(facts);
        this.again = ApiServerRules.ofUpdates(facts.withAnythingThatPodsName());
        this.surroundings = surroundings;
    }

    /** Returns what the server refuses on create. */
    public List<Finding> toCreation(JsonNode manifest) {
        return create.verdict(ManifestReader.of(manifest)).findings();
    }

    /**
     * Returns what the server refuses on update. What it would not create today is not refused if the object already
     * had it: the server accepted it once, and checks most of it only on create.
     *
     * @param id the identity of the object
     * @param written the earlier manifest
     * @param live the object in the cluster
     * @param stated the object that replaces it
     */
    public List<Finding> toUpdate(ObjectId id, JsonNode written, JsonNode live, JsonNode stated) {
        JsonNode now = withoutDroppedSource(live, ServiceTypeChange.settled(live, stated));
        Verdict verdict = again.verdict(ManifestReader.of(now));
        if (verdict.stage() == Stage.DECODE) {
            return verdict.findings();
        }
        Set<Finding> refusals = new LinkedHashSet<>(verdict.findings());
        if (hasGroup(live.path("spec"))) {
            refusals.removeIf(refusal -> SOURCE_GROUPS.contains(refusal.field()));
        }
        if (!refusals.isEmpty()) {
            again.verdict(ManifestReader.of(written)).findings().forEach(refusals::remove);
        }
        refusals.addAll(UpdateValidation.refusals(new Update(id, live, ServerView.again(now), surroundings)));
        return new ArrayList<>(refusals);
    }

    /**
     * A claim without a data source does not get one that would have been dropped on create; see {@code
     * EnforceDataSourceBackwardsCompatibility} in {@code pkg/api/persistentvolumeclaim/util.go}.
     */
    private static JsonNode withoutDroppedSource(JsonNode live, JsonNode now) {
        JsonNode spec = live.path("spec");
        boolean sourced = spec.hasNonNull("dataSource") || spec.hasNonNull("dataSourceRef");
        boolean claim = now.path("kind").asText().equals("PersistentVolumeClaim");
        return claim && !sourced ? ServerView.of(now) : now;
    }

    /**
     * Returns whether a claim names the API group of a data source, which may then be any; see {@code
     * allowInvalidAPIGroupInDataSourceOrRef} in {@code pkg/apis/core/validation/validation.go}.
     */
    private static boolean hasGroup(JsonNode spec) {
        return spec.path("dataSource").hasNonNull("apiGroup")
                || spec.path("dataSourceRef").hasNonNull("apiGroup");
    }

    /** Returns the same for server-side apply, which also refuses a list with duplicate keys. */
    public List<Finding> toApply(ObjectId id, JsonNode written, JsonNode live, JsonNode now) {
        List<Finding> refusals = toUpdate(id, written, live, now);
        if (!refusals.isEmpty()) {
            return refusals;
        }
        Findings findings = new Findings();
        AppliedLists.check(now, findings);
        return findings.list();
    }
}
