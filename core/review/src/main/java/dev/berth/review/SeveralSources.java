package dev.berth.review;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Several directories and files that are applied together, as one tree. */
public final class SeveralSources implements TreeSource {
    private final List<TreeSource> sources;

    /** Creates one tree of these. */
    public SeveralSources(List<TreeSource> sources) {
        this.sources = List.copyOf(sources);
    }

    @Override
    public String name() {
        return String.join(",", sources.stream().map(TreeSource::name).toList());
    }

    @Override
    public String root() {
        return "";
    }

    @Override
    public boolean isOneTree() {
        return true;
    }

    @Override
    public Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (TreeSource source : sources) {
            String directory = source.root().isEmpty() ? "" : source.root() + "/";
            source.files().forEach((path, text) -> files.put(directory + path, text));
        }
        return files;
    }
}
