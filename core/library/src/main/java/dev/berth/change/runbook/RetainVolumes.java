package dev.berth.change.runbook;

import java.util.List;

/** Keeps the volumes of claims that are about to be deleted. */
final class RetainVolumes {
    static final String RETAIN = "{\"spec\":{\"persistentVolumeReclaimPolicy\":\"Retain\"}}";

    private RetainVolumes() {}

    static Step of(Kubectl kubectl, List<String> claims) {
        return Step.run(
                "Set the volume of every claim to Retain, so that the data outlives the claim.",
                "for claim in " + Kubectl.quoted(claims) + "; do",
                "  volume=$("
                        + kubectl.run("get persistentvolumeclaim \"$claim\" --output jsonpath='{.spec.volumeName}'")
                        + ")",
                "  kubectl patch persistentvolume \"$volume\" --type merge --patch " + Kubectl.quote(RETAIN),
                "  echo \"$claim is on $volume\"",
                "done");
    }

    static Step wayBack() {
        return Step.read(
                "Write the lines of the last step down. A volume in phase Released still holds the data; it binds"
                        + " again once its claimRef is removed and a claim names it as volumeName.");
    }
}
