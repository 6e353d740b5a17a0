package dev.berth.cel.library;

import static dev.cel.common.types.SimpleType.INT;
import static dev.cel.common.types.SimpleType.STRING;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.berth.cel.value.RuleError;
import dev.cel.common.types.ListType;
import java.util.ArrayList;
import java.util.List;

/**
 * Searches with regular expressions of RE2. Mirrors {@code staging/src/k8s.io/apiserver/pkg/cel/library/regex.go}.
 */
final class RegexFunctions {
    private RegexFunctions() {}

    static void addTo(FunctionTable table) {
        ListType strings = ListType.create(STRING);
        table.member("find", "string_find_string", STRING, args -> find(args), STRING, STRING);
        table.member("findAll", "string_find_all_string", strings, args -> findAll(args, -1), STRING, STRING);
        table.member(
                "findAll",
                "string_find_all_string_int",
                strings,
                args -> findAll(args, (Long) args[2]),
                STRING,
                STRING,
                INT);
    }

    private static String find(Object[] args) {
        List<String> found = findAll(args, 1);
        return found.isEmpty() ? "" : found.get(0);
    }

    private static List<String> findAll(Object[] args, long limit) {
        Matcher matcher = compile((String) args[1]).matcher((String) args[0]);
        List<String> found = new ArrayList<>();
        int end = -1;
        while ((limit < 0 || found.size() < limit) && matcher.find()) {
            // Go does not report an empty match right after another match
            if (matcher.end() > matcher.start() || matcher.start() != end) {
                found.add(matcher.group());
            }
            end = matcher.end();
        }
        return found;
    }

    /** Returns the compiled expression. */
    static Pattern compile(String expression) {
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw new RuleError("Illegal regex: " + e.getMessage());
        }
    }
}
