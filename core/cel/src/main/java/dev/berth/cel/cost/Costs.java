package dev.berth.cel.cost;

/** The units of the server, of {@code common/cost.go} of {@code cel-go}. */
final class Costs {
    /** Reading a variable or a field. */
    static final long SELECT = 1;
    /** Creating a list. */
    static final long LIST = 10;
    /** Creating a map. */
    static final long MAP = 30;
    /** Reading a character. */
    static final double TRAVERSAL = 0.1;
    /** Each character of a regular expression. */
    static final double REGEX = 0.25;

    private Costs() {}
}
