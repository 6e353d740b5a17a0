package dev.berth.object;

/**
 * The line of the user's code that created something, for messages.
 *
 * @param location class, method, file and line as a stack trace shows them
 */
public record Declaration(String location) {

    private static final String LIBRARY = "dev.berth.";
    private static final StackWalker WALKER = StackWalker.getInstance();

    /** Returns the nearest caller outside the library. */
    public static Declaration here() {
        return WALKER.walk(frames -> frames.filter(Declaration::isUserCode)
                .findFirst()
                .map(frame -> new Declaration(frame.toStackTraceElement().toString()))
                .orElseGet(() -> new Declaration("unknown")));
    }

    private static boolean isUserCode(StackWalker.StackFrame frame) {
        String type = frame.getClassName();
        return !type.startsWith(LIBRARY) && !type.startsWith("java.") && !type.startsWith("jdk.");
    }

    /** Returns the location as a stack trace shows it. */
    @Override
    public String toString() {
        return location;
    }
}
