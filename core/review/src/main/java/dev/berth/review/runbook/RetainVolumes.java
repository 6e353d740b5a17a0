package dev.berth.review.runbook;

import java.util.List;

/** Keeps the volumes of claims that will be deleted. */
final class RetainVolumes {
    private RetainVolumes() {}

    /** Returns the step for one claim, or for each claim of the pods of a StatefulSet. */
    static Step of(String namespace, List<String> claims) {
        Kubectl kubectl = new Kubectl(namespace);
        return Step.run(
                Phase.PREPARE,
                claims.size() == 1 && !claims.get(0).contains(Ordinal.ANY)
                        ? "Set the volume of the claim to Retain, so that the data survives it; save the output."
                        : "Set the volume of every claim to Retain, so that the data survives the claim; save the output.",
                claims.stream()
                        .flatMap(claim ->
                                Ordinal.each(namespace, claim, List.of(kubectl.call("keep " + Kubectl.quote(claim))))
                                        .stream())
                        .toList());
    }

    static Step wayBack() {
        return Step.read(
                Phase.AFTERWARDS,
                "The way back: a volume in phase Released still has the data. It binds again once its claimRef names"
                        + " a new claim, and that claim names it as volumeName. The volumes stay Retain, and their disks are"
                        + " billed, until you delete both; the annotation berth.dev/reclaim-policy has the policy that a"
                        + " volume had.");
    }
}
