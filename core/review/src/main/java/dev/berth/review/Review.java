package dev.berth.review;

import dev.berth.finding.Effect;
import dev.berth.finding.Finding;
import dev.berth.review.model.Link;
import dev.berth.review.runbook.Runbook;
import java.util.List;

/**
 * What a cluster with one tree does when another one is applied.
 *
 * @param findings what happens, object by object in the order of the new tree, then the removed objects
 * @param runbooks the runbook for each refused or lossy change that has one, in the same order
 * @param links relations from the objects that change to others
 * @param leftOut files whose documents other than Kubernetes objects change
 * @param notes what the review does not know about the cluster, one sentence each
 */
public record Review(
        List<Finding> findings, List<Runbook> runbooks, List<Link> links, List<String> leftOut, List<String> notes) {

    public Review {
        findings = List.copyOf(findings);
        runbooks = List.copyOf(runbooks);
        links = List.copyOf(links);
        leftOut = List.copyOf(leftOut);
        notes = List.copyOf(notes);
    }

    /** Returns the number of findings with this effect. */
    public long count(Effect effect) {
        return findings.stream().filter(finding -> finding.effect() == effect).count();
    }

    /** Returns whether the trees are the same to the cluster. */
    public boolean isEmpty() {
        return findings.isEmpty();
    }
}
