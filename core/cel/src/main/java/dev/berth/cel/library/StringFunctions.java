package dev.berth.cel.library;

import static dev.cel.common.types.SimpleType.DYN;
import static dev.cel.common.types.SimpleType.INT;
import static dev.cel.common.types.SimpleType.STRING;

import dev.berth.cel.value.RuleError;
import dev.cel.common.types.ListType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Strings, counted in code points. Mirrors {@code ext/strings.go} of {@code cel-go}, version 2. */
final class StringFunctions {
    private StringFunctions() {}

    static void addTo(FunctionTable table) {
        ListType strings = ListType.create(STRING);
        table.member("charAt", "string_char_at_int", STRING, args -> charAt(text(args), (Long) args[1]), STRING, INT);
        table.member(
                "indexOf",
                "string_index_of_string",
                INT,
                args -> TextSearch.indexOf(text(args), (String) args[1], 0),
                STRING,
                STRING);
        table.member(
                "indexOf",
                "string_index_of_string_int",
                INT,
                args -> TextSearch.indexOf(text(args), (String) args[1], (Long) args[2]),
                STRING,
                STRING,
                INT);
        table.member(
                "lastIndexOf",
                "string_last_index_of_string",
                INT,
                args -> TextSearch.lastIndexOf(text(args), (String) args[1]),
                STRING,
                STRING);
        table.member(
                "lastIndexOf",
                "string_last_index_of_string_int",
                INT,
                args -> TextSearch.lastIndexOf(text(args), (String) args[1], (Long) args[2]),
                STRING,
                STRING,
                INT);
        change(table, "lowerAscii", "string_lower_ascii", text -> map(text, 'A', 'Z', 'a' - 'A'));
        change(table, "upperAscii", "string_upper_ascii", text -> map(text, 'a', 'z', 'A' - 'a'));
        change(table, "trim", "string_trim", StringFunctions::trim);
        table.member(
                "replace",
                "string_replace_string_string",
                STRING,
                args -> TextSearch.replace(text(args), (String) args[1], (String) args[2], -1),
                STRING,
                STRING,
                STRING);
        table.member(
                "replace",
                "string_replace_string_string_int",
                STRING,
                args -> TextSearch.replace(text(args), (String) args[1], (String) args[2], (Long) args[3]),
                STRING,
                STRING,
                STRING,
                INT);
        table.member(
                "split",
                "string_split_string",
                strings,
                args -> TextSearch.split(text(args), (String) args[1], -1),
                STRING,
                STRING);
        table.member(
                "split",
                "string_split_string_int",
                strings,
                args -> TextSearch.split(text(args), (String) args[1], (Long) args[2]),
                STRING,
                STRING,
                INT);
        table.member(
                "substring",
                "string_substring_int",
                STRING,
                args -> substring(text(args), (Long) args[1], length(text(args))),
                STRING,
                INT);
        table.member(
                "substring",
                "string_substring_int_int",
                STRING,
                args -> substring(text(args), (Long) args[1], (Long) args[2]),
                STRING,
                INT,
                INT);
        table.member("join", "list_join", STRING, args -> join((List<?>) args[0], ""), strings);
        table.member(
                "join", "list_join_string", STRING, args -> join((List<?>) args[0], (String) args[1]), strings, STRING);
        table.member(
                "format",
                "string_format",
                STRING,
                args -> new TextFormat((List<?>) args[1]).format(text(args)),
                STRING,
                ListType.create(DYN));
        table.global("strings.quote", "strings_quote", STRING, args -> TextFormat.quote(text(args)), STRING);
    }

    @SuppressWarnings("Immutable") // The function has no state.
    private static void change(FunctionTable table, String function, String id, UnaryOperator<String> change) {
        table.member(function, id, STRING, args -> change.apply(text(args)), STRING);
    }

    private static String text(Object[] args) {
        return (String) args[0];
    }

    private static long length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String charAt(String text, long index) {
        if (index < 0 || index > length(text)) {
            throw new RuleError("index out of range: " + index);
        }
        return index == length(text) ? "" : substring(text, index, index + 1);
    }

    private static String substring(String text, long start, long end) {
        if (start > end) {
            throw new RuleError("invalid substring range. start: " + start + ", end: " + end);
        }
        if (start < 0 || end > length(text)) {
            throw new RuleError("index out of range: " + (start < 0 ? start : end));
        }
        int from = text.offsetByCodePoints(0, (int) start);
        return text.substring(from, text.offsetByCodePoints(from, (int) (end - start)));
    }

    private static String map(String text, char first, char last, int distance) {
        StringBuilder mapped = new StringBuilder(text);
        for (int i = 0; i < mapped.length(); i++) {
            char c = mapped.charAt(i);
            if (c >= first && c <= last) {
                mapped.setCharAt(i, (char) (c + distance));
            }
        }
        return mapped.toString();
    }

    /** Removes what {@code unicode.IsSpace} of Go calls white space. */
    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return (c >= '\t' && c <= '\r') || c == '\u0085' || Character.isSpaceChar(c);
    }

    private static String join(List<?> list, String separator) {
        List<String> texts = new ArrayList<>(list.size());
        for (Object element : list) {
            if (!(element instanceof String text)) {
                throw new RuleError("join: invalid input: " + element);
            }
            texts.add(text);
        }
        return String.join(separator, texts);
    }
}
