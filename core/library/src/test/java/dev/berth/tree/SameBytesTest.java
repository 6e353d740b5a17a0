package dev.berth.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same declaration gives the same bytes in any JVM. */
class SameBytesTest {

    @Test
    void language_time_zone_encoding_and_hash_seeds_do_not_change_the_bytes(@TempDir Path temp)
            throws IOException, InterruptedException {
        SortedMap<String, String> english = render(
                temp.resolve("english"),
                "-Duser.language=en",
                "-Duser.country=US",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8",
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:hashCode=0");
        SortedMap<String, String> turkish = render(
                temp.resolve("turkish"),
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Duser.timezone=Asia/Tokyo",
                "-Dfile.encoding=ISO-8859-1",
                "-Dline.separator=\r\n",
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:hashCode=5");
        SortedMap<String, String> arabic = render(
                temp.resolve("arabic"), "-Duser.language=ar", "-Duser.country=EG", "-Duser.extensions=u-nu-arab");

        assertThat(english)
                .containsOnlyKeys("a.yaml", "run.sh")
                .isEqualTo(turkish)
                .isEqualTo(arabic);
        assertThat(english.get("a.yaml"))
                .contains("    c: İstanbul\n", "\n  key0: 0\n  key1: 1\n  key10: 10\n", "1234567.5");
    }

    private static SortedMap<String, String> render(Path out, String... options)
            throws IOException, InterruptedException {
        assertThat(OtherJvm.start(List.of(options), RenderedElsewhere.class, out.toString())
                        .waitFor())
                .isZero();
        return Trees.contents(out);
    }
}
