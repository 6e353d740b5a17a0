package dev.berth.lint.rule;

/** How bad it is. */
public enum Severity {
    /** It does not work, or loses data in normal operation: nothing is rendered until it is corrected or acknowledged. */
    BROKEN,
    /** It works, and it costs data or a night's sleep some day: said, and rendered all the same. */
    RISK
}
