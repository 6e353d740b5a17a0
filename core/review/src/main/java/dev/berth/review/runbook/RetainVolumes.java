package dev.berth.review.runbook;

import java.util.List;

/** Keeps the volumes of claims that will be deleted. */
final class RetainVolumes {
    private RetainVolumes() {}

    /** Returns the command that sets the volume in the shell variable to Retain. */
    static String retain(String variable) {
        return "kubectl patch persistentvolume \"$" + variable
                + "\" --type merge --patch '{\"spec\":{\"persistentVolumeReclaimPolicy\":\"Retain\"}}'";
    }

    static Step of(Kubectl kubectl, List<String> claims) {
        if (claims.size() == 1) {
            String claim = claims.get(0);
            return Step.run(
                    "Set the volume of the claim to Retain, so that the data survives it; save the output.",
                    "volume=$(" + kubectl.claimField(claim, "volumeName") + ")",
                    retain("volume"),
                    "echo \"" + claim + " is on $volume\"");
        }
        return Step.run(
                "Set the volume of every claim to Retain, so that the data survives the claim; save the output.",
                "for claim in " + Kubectl.quoted(claims) + "; do",
                "  volume=$(" + kubectl.run("get persistentvolumeclaim \"$claim\"")
                        + " --output jsonpath='{.spec.volumeName}')",
                "  " + retain("volume"),
                "  echo \"$claim is on $volume\"",
                "done");
    }

    static Step wayBack() {
        return Step.read(
                "The way back: a volume in phase Released still has the data. It binds again once its claimRef names"
                        + " a new claim, and that claim names it as volumeName.");
    }
}
