package dev.berth.schema.format;

/**
 * A mail address, with or without a name: {@code Jo <jo@example.com>}. Mirrors {@code ParseAddress} in {@code
 * net/mail/message.go} of Go, without groups.
 */
final class MailAddress {
    private static final String ATOM = "!#$%&'*+-/=?^_`{|}~";

    private final String text;
    private int at;

    MailAddress(String text) {
        this.text = text;
    }

    boolean isValid() {
        skipSpace();
        int start = at;
        if (local() && next('@') && domain() && skipComments() && at == text.length()) {
            return true;
        }
        at = start;
        return phrase()
                && next('<')
                && local()
                && next('@')
                && domain()
                && next('>')
                && skipComments()
                && at == text.length();
    }

    private boolean next(char c) {
        boolean found = at < text.length() && text.charAt(at) == c;
        at += found ? 1 : 0;
        return found;
    }

    private void skipSpace() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }

    /** Skips white space and comments in parentheses, which nest. */
    private boolean skipComments() {
        skipSpace();
        while (next('(')) {
            int depth = 1;
            while (depth > 0) {
                if (at >= text.length()) {
                    return false;
                }
                char c = text.charAt(at++);
                if (c == '\\') {
                    at++;
                }
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
            skipSpace();
        }
        return true;
    }

    /** The words before the angle bracket; there may be none. */
    private boolean phrase() {
        skipSpace();
        while (at < text.length() && text.charAt(at) != '<') {
            boolean word = text.charAt(at) == '"' ? quoted() : atoms(true);
            if (!word || !skipComments()) {
                return false;
            }
        }
        return true;
    }

    private boolean local() {
        skipSpace();
        return at < text.length() && (text.charAt(at) == '"' ? quoted() : atoms(false));
    }

    private boolean domain() {
        if (next('[')) {
            int end = text.indexOf(']', at);
            String address = end < 0 ? "" : text.substring(at, end);
            at = end + 1;
            return Addresses.isIp(address);
        }
        return atoms(false);
    }

    /** Letters with dots between them; a phrase may have dots anywhere. */
    private boolean atoms(boolean permissive) {
        int start = at;
        while (at < text.length() && (isAtom(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        String atoms = text.substring(start, at);
        boolean misplaced = atoms.startsWith(".") || atoms.endsWith(".") || atoms.contains("..");
        return !atoms.isEmpty() && (permissive || !misplaced);
    }

    private boolean quoted() {
        at++;
        int start = at;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) < ' ' && text.charAt(at) != '\t') {
                return false;
            }
            at++;
        }
        return at < text.length() && at++ > start;
    }

    private static boolean isAtom(char c) {
        return Character.isLetterOrDigit(c) || c >= 0x80 || ATOM.indexOf(c) >= 0;
    }
}
