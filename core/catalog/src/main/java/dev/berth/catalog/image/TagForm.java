package dev.berth.catalog.image;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the tags of an image state the version of the product. */
public enum TagForm {
    /** At the start, after letters: {@code 17.5-alpine}, {@code v3.5.0}. */
    LEADING("[a-z]*([0-9]+(?:\\.[0-9]+)*).*"),
    /** After {@code pg}, because the rest is the version of an extension: {@code 2.17.2-pg16}, {@code pg17}. */
    POSTGRES_SUFFIX("(?:.*-)?pg([0-9]+(?:\\.[0-9]+)*).*"),
    /** The day of the release: {@code RELEASE.2025-04-22T22-12-26Z}. */
    RELEASE_DATE("RELEASE\\.([0-9]+-[0-9]+-[0-9]+)T.*");

    private final Pattern pattern;

    TagForm(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /** Returns the version that a tag states, or nothing if it states none, as {@code latest} does. */
    Optional<ImageVersion> version(String tag) {
        Matcher matcher = pattern.matcher(tag);
        return matcher.matches() ? Optional.of(ImageVersion.of(matcher.group(1).replace('-', '.'))) : Optional.empty();
    }
}
