package dev.berth.catalog;

import java.util.List;

/**
 * Where the facts of a catalog entry come from: files of a public repository at one commit, or a documentation page.
 *
 * @param place the repository as {@code owner/name}, or the address of the page
 * @param commit the commit that was read; empty for a page
 * @param files the files that state the facts; empty for a page
 */
public record Source(String place, String commit, List<String> files) {

    /** Copies the list. */
    public Source {
        files = List.copyOf(files);
    }

    /** Files of a repository. */
    public static Source of(String repository, String commit, String... files) {
        return new Source(repository, commit, List.of(files));
    }

    /** A page of documentation. */
    public static Source page(String address) {
        return new Source(address, "", List.of());
    }

    /** The source as messages show it, such as {@code driver/controller.go of digitalocean/csi-digitalocean}. */
    public String text() {
        return files.isEmpty() ? place : String.join(", ", files) + " of " + place;
    }
}
