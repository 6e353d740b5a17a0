package dev.berth.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every link of the documentation leads to a file and a heading, and the index leads to every page. */
class LinksTest {

    private static final Path ROOT = Repository.ROOT;
    private static final Path INDEX = Path.of("docs/README.md");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)(?<path>[^)#]*)(?:#(?<anchor>[^)]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ +(.*?) *$", Pattern.MULTILINE);
    private static final Pattern CODE_BLOCK = Pattern.compile("^ *```.*?^ *```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("`[^`\n]*`");

    @Test
    void links_and_headings_were_seen() throws IOException {
        assertThat(links(Path.of("README.md"))).hasSizeGreaterThan(10);
        assertThat(anchors("# A page\n\n```\n# no heading\n```\n\n## How to `add` ...\n\n## A page\n"))
                .containsExactlyInAnyOrder("a-page", "how-to-add-", "a-page-1");
    }

    @Test
    void every_link_leads_to_a_file_and_a_heading() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path page : Pages.all()) {
            for (Link link : links(page)) {
                if (!Files.exists(ROOT.resolve(link.target()))) {
                    dead.add(page + " links to " + link.target() + ", which does not exist");
                } else if (link.anchor() != null
                        && link.target().toString().endsWith(".md")
                        && !anchors(Files.readString(ROOT.resolve(link.target())))
                                .contains(link.anchor())) {
                    dead.add(page + " links to " + link.target() + "#" + link.anchor() + ", which is not a heading");
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void the_index_leads_to_every_page() throws IOException {
        Set<Path> reached = new TreeSet<>(Set.of(INDEX));
        Deque<Path> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (Link link : links(open.pop())) {
                if (link.target().toString().endsWith(".md") && reached.add(link.target())) {
                    open.push(link.target());
                }
            }
        }
        assertThat(reached).containsAll(Pages.all());
    }

    @Test
    void the_index_names_every_page_directly_in_docs() throws IOException {
        Set<Path> named = links(INDEX).stream().map(Link::target).collect(Collectors.toSet());
        assertThat(Pages.all().stream().filter(page -> Path.of("docs").equals(page.getParent()) && !page.equals(INDEX)))
                .allSatisfy(page -> assertThat(named).contains(page));
    }

    private record Link(Path target, String anchor) {}

    private static List<Link> links(Path page) throws IOException {
        String text = CODE.matcher(
                        CODE_BLOCK.matcher(Files.readString(ROOT.resolve(page))).replaceAll(""))
                .replaceAll("");
        List<Link> links = new ArrayList<>();
        Matcher found = LINK.matcher(text);
        while (found.find()) {
            String path = found.group("path");
            Path target = path.isEmpty() ? page : page.resolveSibling(path).normalize();
            links.add(new Link(target, found.group("anchor")));
        }
        return links;
    }

    /** Returns the anchors that GitHub gives to the headings of a page. */
    private static Set<String> anchors(String text) {
        Set<String> anchors = new TreeSet<>();
        Map<String, Integer> seen = new HashMap<>();
        Matcher headings = HEADING.matcher(CODE_BLOCK.matcher(text).replaceAll(""));
        while (headings.find()) {
            String anchor = headings.group(1)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-');
            int before = seen.merge(anchor, 1, Integer::sum) - 1;
            anchors.add(before == 0 ? anchor : anchor + "-" + before);
        }
        return anchors;
    }
}
