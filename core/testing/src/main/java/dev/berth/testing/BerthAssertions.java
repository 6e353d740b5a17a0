package dev.berth.testing;

import static java.lang.StackWalker.Option.RETAIN_CLASS_REFERENCE;

import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;

/**
 * Where assertions on manifests start.
 *
 * <pre>{@code
 * import static dev.berth.testing.BerthAssertions.assertThat;
 *
 * assertThat(new Demo()).matchesGoldenTree(Path.of("generated"));
 * }</pre>
 */
public final class BerthAssertions {

    private static final StackWalker WALKER = StackWalker.getInstance(RETAIN_CLASS_REFERENCE);

    private BerthAssertions() {}

    /**
     * Starts an assertion on all that a source declares. The tree is the one that the Maven plugin renders: its headers name
     * the class of the source and {@code mvn generate-manifests}, unless {@linkplain ManifestsAssert#renderedBy(String)
     * told otherwise}.
     */
    public static ManifestsAssert assertThat(ManifestSource actual) {
        return new ManifestsAssert(actual.manifests(), actual.getClass().getName(), "mvn generate-manifests");
    }

    /**
     * Starts an assertion on a set that a test makes. The tree is the test's: its headers name the class that calls this
     * method and {@code mvn test -Dberth.golden=update}, unless {@linkplain ManifestsAssert#renderedBy(String) told
     * otherwise}.
     */
    public static ManifestsAssert assertThat(ManifestSet actual) {
        return new ManifestsAssert(
                actual, WALKER.getCallerClass().getName(), "mvn test -D" + GoldenFlag.NAME + "=update");
    }
}
