package dev.berth.finding;

/**
 * A rule: its ID, and the Kubernetes function that it follows.
 *
 * @param id kebab-case and stable, so that reports and acknowledgements can refer to it
 * @param function the function in Kubernetes 1.36; empty for a rule of Berth itself
 * @param file the file of that function in the Kubernetes repository; empty for a rule of Berth itself
 */
public record Rule(String id, String function, String file) {
    private static final String CORE = "pkg/apis/core/validation/validation.go";

    /** Returns a rule that follows a function in {@code pkg/apis/core/validation/validation.go}. */
    public static Rule core(String id, String function) {
        return new Rule(id, function, CORE);
    }

    /** A rule of Berth itself, about files and sets of objects, which the API server never sees. */
    public static Rule ofBerth(String id) {
        return new Rule(id, "", "");
    }

    /** The function and its file, for people who want to read the original; empty for a rule of Berth itself. */
    public String source() {
        return function.isEmpty() ? "" : function + " in " + file;
    }
}
