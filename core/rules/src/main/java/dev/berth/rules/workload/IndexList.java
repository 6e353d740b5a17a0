package dev.berth.rules.workload;

/** The indexes of a job in ascending order, such as {@code 1,3-5}. Mirrors {@code validateIndexesFormat}. */
final class IndexList {
    private IndexList() {}

    /** Returns the number of indexes; -1 if the string is not a list of indexes below {@code completions}. */
    static int count(String text, int completions) {
        int count = 0;
        int last = -1;
        for (String interval : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            String[] ends = interval.split("-", -1);
            int from = number(ends[0]);
            int to = ends.length == 2 ? number(ends[1]) : from;
            boolean single = ends.length == 1;
            if (ends.length > 2 || from <= last || to < from || (!single && to == from) || to >= completions) {
                return -1;
            }
            count += to - from + 1;
            last = to;
        }
        return count;
    }

    private static int number(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(text) : -1;
    }
}
