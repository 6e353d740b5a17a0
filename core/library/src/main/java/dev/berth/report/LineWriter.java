package dev.berth.report;

import java.io.Writer;
import java.util.function.Consumer;

/** Hands over text line by line. */
final class LineWriter extends Writer {
    private final Consumer<String> lines;
    private final StringBuilder line = new StringBuilder();

    LineWriter(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public void write(char[] text, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (text[i] == '\n') {
                lines.accept(line.toString());
                line.setLength(0);
            } else {
                line.append(text[i]);
            }
        }
    }

    @Override
    public void flush() {
        // A line is handed over when it is complete.
    }

    @Override
    public void close() {
        if (!line.isEmpty()) {
            lines.accept(line.toString());
            line.setLength(0);
        }
    }
}
