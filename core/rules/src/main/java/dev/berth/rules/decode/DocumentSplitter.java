package dev.berth.rules.decode;

import java.io.IOException;
import java.io.Reader;

/**
 * Splits a text into documents at the lines where kubectl splits: {@code ---}, optionally followed by a comment. It
 * holds one document at a time, and no more of it than the server would accept.
 *
 * <p>Mirrors {@code YAMLReader.Read} in {@code staging/src/k8s.io/apimachinery/pkg/util/yaml/decoder.go}. A document
 * that is not YAML therefore does not prevent reading those after it.
 */
final class DocumentSplitter {
    private static final String SEPARATOR = "---";

    private final Reader reader;
    private final int largest;
    /** Most files are small, and each has buffers of its own. */
    private final char[] buffer = new char[1 << 11];

    private final StringBuilder text = new StringBuilder(1 << 10);
    private int at;
    private int end;
    private int line = 1;
    private int start = 1;
    private boolean ended;

    /** {@code largest} is the maximum number of characters in a document. */
    DocumentSplitter(Reader reader, int largest) {
        this.reader = reader;
        this.largest = largest;
    }

    /** Returns whether there is another document; there is always a first one, though it may be empty. */
    boolean hasNext() {
        return !ended;
    }

    ManifestText next() throws IOException {
        long length = text.length();
        while (fill()) {
            int number = line;
            int lineStart = text.length();
            long read = readLine();
            boolean whole = read == text.length() - lineStart;
            if (length > 0 && whole && isSeparator(lineStart)) {
                ManifestText part = part(length, lineStart);
                text.delete(0, lineStart);
                start = number;
                return part;
            }
            length += read;
            if (length > largest) {
                // The document is too large to be accepted: from here on only its end matters.
                text.setLength(0);
            }
        }
        ended = true;
        return part(length, text.length());
    }

    private ManifestText part(long length, int to) {
        return new ManifestText(length > largest ? "" : text.substring(0, to), start, length);
    }

    /** Reads to the end of a line, keeps as much of it as is allowed, and returns its full length. */
    private long readLine() throws IOException {
        long length = 0;
        while (fill()) {
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            boolean complete = at < end;
            at += complete ? 1 : 0;
            length += at - from;
            if (text.length() + at - from <= largest + SEPARATOR.length()) {
                text.append(buffer, from, at - from);
            }
            if (complete) {
                line++;
                break;
            }
        }
        return length;
    }

    private boolean fill() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, reader.read(buffer));
        }
        return at < end;
    }

    private boolean isSeparator(int from) {
        int after = from + SEPARATOR.length();
        if (text.length() < after || text.charAt(from) != '-' || !SEPARATOR.equals(text.substring(from, after))) {
            return false;
        }
        for (int i = after; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '#') {
                return true;
            }
            if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
                return false;
            }
        }
        return true;
    }
}
