package dev.berth.rules.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentSplitterTest {

    private static List<ManifestText> split(String text, int largest) throws IOException {
        List<ManifestText> parts = new ArrayList<>();
        DocumentSplitter splitter = new DocumentSplitter(new StringReader(text), largest);
        while (splitter.hasNext()) {
            parts.add(splitter.next());
        }
        return parts;
    }

    @Test
    void documents_start_at_their_separator_and_know_their_line() throws IOException {
        assertThat(split("a: 1\n--- # one\nb: 2\n---\t\r\nc: 3", 100))
                .containsExactly(
                        new ManifestText("a: 1\n", 1, 5),
                        new ManifestText("--- # one\nb: 2\n", 2, 15),
                        new ManifestText("---\t\r\nc: 3", 4, 10));
    }

    @Test
    void a_separator_at_the_start_or_within_a_line_separates_nothing() throws IOException {
        assertThat(split("---\na: 1\n---b\n --- \n--", 100)).hasSize(1);
    }

    @Test
    void an_empty_text_is_one_empty_document() throws IOException {
        assertThat(split("", 100)).containsExactly(new ManifestText("", 1, 0));
    }

    @Test
    void a_document_that_is_too_long_is_left_out_and_the_others_are_not() throws IOException {
        String lines = "x: y\n".repeat(10);
        assertThat(split("a: 1\n---\n" + lines + "---\nb: 2\n---\n" + "z".repeat(50) + "\n---\nc: 3\n", 40))
                .containsExactly(
                        new ManifestText("a: 1\n", 1, 5),
                        new ManifestText("", 2, 54),
                        new ManifestText("---\nb: 2\n", 13, 9),
                        new ManifestText("", 15, 55),
                        new ManifestText("---\nc: 3\n", 17, 9));
    }

    @Test
    void lines_longer_than_the_buffer_are_read_whole() throws IOException {
        String line = "a: " + "x".repeat(20_000) + "\n";
        assertThat(split(line + "---\n" + line, 1 << 20))
                .extracting(ManifestText::text)
                .containsExactly(line, "---\n" + line);
    }
}
