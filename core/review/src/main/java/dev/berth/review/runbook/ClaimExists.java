package dev.berth.review.runbook;

/** The condition that a claim exists: a StatefulSet that was scaled down by hand may have deleted it. */
final class ClaimExists {
    private ClaimExists() {}

    static String condition(String namespace, String claim) {
        return new Kubectl(namespace).call("exists persistentvolumeclaim " + Kubectl.quote(claim));
    }
}
