package dev.berth.review.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Copies the data of claims to new volumes that are smaller or of another kind, and keeps the names of the claims. */
final class CopyAndSwitch {
    private CopyAndSwitch() {}

    /** Returns the steps for one claim; no pod may use it while they run. */
    static List<Step> steps(String namespace, String claim, JsonNode spec) {
        Kubectl kubectl = new Kubectl(namespace);
        String copy = claim + "-copy";
        List<String> copying = new ArrayList<>();
        copying.add(StandardInput.create(StandardInput.claim(namespace, copy, spec)));
        copying.addAll(HelperPod.run(
                namespace,
                copy,
                new TreeMap<>(Map.of("/from", claim, "/to", copy)),
                List.of("cp", "-a", "/from/.", "/to/")));
        List<String> switching = new ArrayList<>();
        switching.add("old=$(" + kubectl.claimField(claim, "volumeName") + ")");
        switching.add("new=$(" + kubectl.claimField(copy, "volumeName") + ")");
        switching.add("class=$(" + kubectl.claimField(copy, "storageClassName") + ")");
        switching.add("for volume in \"$old\" \"$new\"; do");
        switching.add("  " + RetainVolumes.retain("volume"));
        switching.add("done");
        switching.add(kubectl.delete("persistentvolumeclaim", List.of(claim, copy)));
        switching.add(StandardInput.reserve("new", namespace, claim));
        switching.add(StandardInput.createOn("new", "class", namespace, claim, spec));
        switching.add(kubectl.await("persistentvolumeclaim", claim, ".status.phase", "Bound", "5m"));
        switching.add("echo \"the old data of " + claim + " is still on $old\"");
        return List.of(
                Step.run("Create a claim next to " + claim + " as it should be, and copy the data.", copying),
                Step.run("Give the name " + claim + " to the new volume; the old one stays with its data.", switching));
    }
}
