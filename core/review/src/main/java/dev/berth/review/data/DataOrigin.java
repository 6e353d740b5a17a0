package dev.berth.review.data;

import java.util.List;

/**
 * Where the data of a volume comes from. Two volumes with the same origin contain the same data, whatever their names in
 * the pod template are.
 *
 * @param source a disk or a share outside the cluster; empty if only the claims are known
 * @param claims the claims, with their namespaces: the one that all pods mount, or one for each pod
 * @param copies the claims whose data the volume is a copy of ({@code dataSource})
 * @param template the claim template that makes the claims, with its set; empty if none does
 */
public record DataOrigin(String source, List<String> claims, List<String> copies, String template) {
    public DataOrigin {
        claims = List.copyOf(claims);
        copies = List.copyOf(copies);
    }

    /** Returns the origin of a volume that is no claim. */
    static DataOrigin of(String source) {
        return new DataOrigin(source, List.of(), List.of(), "");
    }

    /** Returns whether a volume of the other origin contains this data. The number of replicas does not matter. */
    public boolean isKeptBy(DataOrigin now) {
        boolean sameSource = !source.isEmpty() && source.equals(now.source);
        boolean sameTemplate = !template.isEmpty() && template.equals(now.template);
        return sameSource
                || sameTemplate
                || (!claims.isEmpty()
                        && claims.stream().allMatch(claim -> now.claims.contains(claim) || now.copies.contains(claim)));
    }
}
