package dev.berth.testing;

import org.jspecify.annotations.Nullable;

/** Whether golden trees are compared or updated. */
final class GoldenFlag {

    /** The name of the system property. */
    static final String NAME = "berth.golden";

    private static final String UPDATE = "update";

    private GoldenFlag() {}

    /** Reads the flag from the system property {@value #NAME}. */
    static boolean asksForUpdate() {
        return asksForUpdate(System.getProperty(NAME), System.getenv("CI"));
    }

    /**
     * Reads the flag.
     *
     * @param flag the value of the system property
     * @param ci the value of the environment variable {@code CI}, which all common CI systems set
     * @return whether to update the trees
     * @throws AssertionError if the flag has another value than {@code update}, or is set in CI
     */
    static boolean asksForUpdate(@Nullable String flag, @Nullable String ci) {
        if (flag == null) {
            return false;
        }
        if (!flag.equals(UPDATE)) {
            throw new AssertionError(NAME + ": Invalid value: \"" + flag + "\": must be " + UPDATE + " if it is set");
        }
        if (ci != null && !ci.isEmpty()) {
            throw new AssertionError(
                    NAME + "=" + UPDATE + " is refused if the environment variable CI is set, because a"
                            + " test that updates its own expectation proves nothing: run it locally and commit the tree");
        }
        return true;
    }
}
