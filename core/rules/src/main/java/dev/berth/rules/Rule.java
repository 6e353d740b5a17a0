package dev.berth.rules;

/**
 * One rule: its ID, and where Kubernetes 1.36 has it.
 *
 * @param id kebab-case and stable, so that reports and acknowledgements can refer to it
 * @param function the Kubernetes function that says so
 * @param file the file of that function in the Kubernetes repository
 */
public record Rule(String id, String function, String file) {
    private static final String CORE = "pkg/apis/core/validation/validation.go";

    /** A rule of {@code pkg/apis/core/validation/validation.go}. */
    public static Rule core(String id, String function) {
        return new Rule(id, function, CORE);
    }

    /** The function and its file, for people who want to read the original. */
    public String source() {
        return function + " in " + file;
    }
}
