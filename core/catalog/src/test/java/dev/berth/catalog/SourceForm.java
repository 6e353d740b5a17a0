package dev.berth.catalog;

import static org.assertj.core.api.Assertions.assertThat;

/** What the source of every entry looks like: files of a repository at a commit, or a page. */
public final class SourceForm {

    private SourceForm() {}

    /** Fails if the source is neither. */
    public static void check(Source source) {
        if (source.files().isEmpty()) {
            assertThat(source.place()).matches("https://[a-z0-9.-]+/.+");
        } else {
            assertThat(source.place()).matches("[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+");
            assertThat(source.commit()).matches("[0-9a-f]{7,40}");
            assertThat(source.files()).allMatch(file -> file.matches("[A-Za-z0-9_./-]+"));
        }
    }
}
