package dev.berth.rules.decode;

/** Paths with dots before the keys of maps, as the composer records them. */
final class WrittenPath {
    private WrittenPath() {}

    /** {@code data[a/b]} becomes {@code data.a/b}; indexes stay. */
    static String of(String field) {
        StringBuilder path = new StringBuilder(field.length());
        int at = 0;
        while (at < field.length()) {
            int open = field.indexOf('[', at);
            int close = open < 0 ? -1 : field.indexOf(']', open);
            if (close < 0) {
                return path.append(field, at, field.length()).toString();
            }
            String step = field.substring(open + 1, close);
            path.append(field, at, open);
            boolean index = !step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9');
            path.append(index ? "[" + step + "]" : "." + step);
            at = close + 1;
        }
        return path.toString();
    }

    /** The path without its last step. */
    static String parent(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }
}
