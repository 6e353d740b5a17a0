package dev.berth.testing;

import static java.lang.StackWalker.Option.RETAIN_CLASS_REFERENCE;

import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;

/**
 * The entry point for assertions on manifests.
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
     * Starts an assertion on everything that a source declares. The tree is the one that the Maven plugin renders: its
     * headers name the class of the source and the {@linkplain ManifestsAssert#renderedBy(String) render command},
     * which defaults to {@code mvn generate-manifests}. If the source declares several environments, it is a tree with a
     * directory for each.
     */
    public static ManifestsAssert assertThat(ManifestSource actual) {
        return new ManifestsAssert(actual.manifests(), actual.getClass().getName(), "mvn generate-manifests");
    }

    /**
     * Starts an assertion on a set that a test creates. The headers of the tree name the class that calls this method
     * and the {@linkplain ManifestsAssert#renderedBy(String) render command}, which defaults to {@code mvn test
     * -Dberth.golden=update}.
     */
    public static ManifestsAssert assertThat(ManifestSet actual) {
        return new ManifestsAssert(
                actual, WALKER.getCallerClass().getName(), "mvn test -D" + GoldenFlag.NAME + "=update");
    }
}
