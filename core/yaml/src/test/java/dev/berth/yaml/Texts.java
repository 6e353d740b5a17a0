package dev.berth.yaml;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Generates strings that YAML writers and readers are likely to get wrong. */
final class Texts {

    /** Some reader has read each of them as something other than a string. */
    private static final List<String> ATOMS = List.of(
            " ",
            "  ",
            "\n",
            "\n\n",
            "\t",
            "\r",
            "\r\n",
            "\u0085",
            "\u2028",
            "\u2029",
            "\uFEFF",
            "\u00a0",
            "\u0000",
            "\u001b",
            "\u007f",
            "a",
            "b",
            "é",
            "日",
            "\ud83d\ude00",
            "-",
            "--",
            "---",
            "...",
            ".",
            ":",
            ": ",
            " #",
            "#",
            "?",
            "|",
            ">",
            "'",
            "\"",
            "\\",
            "%",
            "@",
            "`",
            "!",
            "&",
            "*",
            "{",
            "}",
            "[",
            "]",
            ",",
            "0",
            "1",
            "7",
            "8",
            "_",
            "e",
            "E",
            "x",
            "o",
            "+",
            "=",
            "<<",
            "~",
            "null",
            "true",
            "yes",
            "inf",
            "nan",
            "T",
            "Z",
            "$",
            "(",
            ")",
            "/");

    private Texts() {}

    /** Generates known traps, traps combined from small parts, and any other Unicode. */
    static Arbitrary<String> all() {
        Arbitrary<String> joined = Arbitraries.of(ATOMS).list().ofMaxSize(12).map(parts -> String.join("", parts));
        Arbitrary<String> numbers = Arbitraries.strings()
                .withChars("0123456789+-._:,eExXobBTtZ aAfF")
                .ofMaxLength(8);
        Arbitrary<String> lines = Arbitraries.of("", " ", "\t", "a", " a", "a ", "\ta", "# a", "- a", "a: b", "é")
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("\n", parts));
        Arbitrary<String> unicode = Arbitraries.strings().all().ofMaxLength(20).filter(Texts::isUnicode);
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(2, Arbitraries.of(TextTraps.ALL)),
                net.jqwik.api.Tuple.of(5, joined),
                net.jqwik.api.Tuple.of(2, numbers),
                net.jqwik.api.Tuple.of(3, lines),
                net.jqwik.api.Tuple.of(2, unicode));
    }

    private static boolean isUnicode(String text) {
        return text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }
}
