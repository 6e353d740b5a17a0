package dev.berth.validate;

import dev.berth.finding.Finding;
import java.io.IOException;

/** Receives each finding when it is found. */
public interface FindingSink {

    /**
     * Receives the next finding.
     *
     * @throws IOException if the finding cannot be reported; this ends the validation
     */
    void accept(Finding finding) throws IOException;
}
