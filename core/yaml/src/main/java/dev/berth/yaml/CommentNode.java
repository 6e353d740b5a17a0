package dev.berth.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The comments of one object, as a tree of path segments that is walked along with the model. */
final class CommentNode {

    private final String path;
    private final Map<String, CommentNode> children = new LinkedHashMap<>();
    private @Nullable String text;
    private boolean met;

    private CommentNode(String path) {
        this.path = path;
    }

    /** Returns the tree of these comments, or null if there are none. */
    static @Nullable CommentNode of(Map<String, String> comments) {
        if (comments.isEmpty()) {
            return null;
        }
        CommentNode root = new CommentNode("");
        comments.forEach((path, text) -> root.at(path).text = text);
        return root;
    }

    private CommentNode at(String wanted) {
        CommentNode node = this;
        int at = 0;
        while (at < wanted.length()) {
            int start = at;
            int end;
            if (wanted.charAt(at) == '[') {
                start = at + 1;
                end = closing(wanted, start);
                at = end + 1;
            } else {
                end = at;
                while (end < wanted.length() && wanted.charAt(end) != '.' && wanted.charAt(end) != '[') {
                    end++;
                }
                at = end;
            }
            if (at < wanted.length() && wanted.charAt(at) == '.') {
                at++;
            }
            node = node.children.computeIfAbsent(wanted.substring(start, end), segment -> new CommentNode(wanted));
        }
        return node;
    }

    /**
     * Returns the bracket that ends a segment: the next one that is at the end of the path or followed by another
     * segment.
     */
    private static int closing(String path, int from) {
        for (int end = path.indexOf(']', from); end >= 0; end = path.indexOf(']', end + 1)) {
            if (end + 1 == path.length() || path.charAt(end + 1) == '.' || path.charAt(end + 1) == '[') {
                return end;
            }
        }
        return path.length();
    }

    /** Returns the comment of the current field, and marks it as met. */
    @Nullable String meet() {
        met = true;
        return text;
    }

    @Nullable CommentNode child(String segment) {
        return children.get(segment);
    }

    /**
     * Returns the node of a list item. A path names the item by its name or by its index; both lead to the same node.
     */
    @Nullable CommentNode item(@Nullable String name, int index) {
        CommentNode indexed = children.get(Integer.toString(index));
        CommentNode named = name == null ? null : children.get(name);
        if (named == null || indexed == null || named == indexed) {
            return named == null ? indexed : named;
        }
        children.remove(Integer.toString(index));
        named.absorb(indexed);
        return named;
    }

    private void absorb(CommentNode other) {
        if (other.text != null) {
            text = text == null ? other.text : text + "\n" + other.text;
        }
        other.children.forEach((segment, child) -> {
            CommentNode own = children.putIfAbsent(segment, child);
            if (own != null) {
                own.absorb(child);
            }
        });
    }

    /** Returns the paths of comments that the walk has not met. */
    List<String> missed() {
        List<String> missed = new ArrayList<>();
        if (text != null && !met) {
            missed.add(path);
        }
        children.values().forEach(child -> missed.addAll(child.missed()));
        return missed;
    }
}
