package dev.berth.command;

import dev.berth.cluster.KubernetesVersion;
import dev.berth.finding.Effect;
import dev.berth.report.ReviewedTree;
import dev.berth.review.Acknowledgements;
import dev.berth.review.ApplyOptions;
import dev.berth.review.Judgement;
import dev.berth.review.Review;
import dev.berth.review.Reviewer;
import dev.berth.review.TreeSource;
import dev.berth.review.model.ObjectTree;
import dev.berth.review.model.ObjectTreeReader;
import dev.berth.review.model.TreeObject;
import dev.berth.review.model.UnreadableTreeException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reviews each tree of an output directory on its own. */
final class TreeReviews {

    private static final int MOST_MOVES = 20;

    private final TreeSource before;
    private final TreeSource after;
    private final KubernetesVersion version;
    private final ApplyOptions apply;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Review> reviews = new LinkedHashMap<>();
    private final Map<String, List<String>> notes = new LinkedHashMap<>();

    private TreeReviews(TreeSource before, TreeSource after, KubernetesVersion version, ApplyOptions apply) {
        this.before = before;
        this.after = after;
        this.version = version;
        this.apply = apply;
    }

    /**
     * Reviews the trees of two sources.
     *
     * @throws UnreadableTreeException if a tree cannot be read, with all reasons
     */
    static TreeReviews of(TreeSource before, TreeSource after, KubernetesVersion version, ApplyOptions apply) {
        TreeReviews reviews = new TreeReviews(before, after, version, apply);
        OutputTrees old = reviews.trees(before);
        OutputTrees now = reviews.trees(after);
        Optional<String> oldDirectory = old.onlyDirectory();
        Optional<String> newDirectory = now.onlyDirectory();
        boolean plain = oldDirectory.equals(Optional.of(OutputTrees.REST))
                || newDirectory.equals(Optional.of(OutputTrees.REST));
        if (plain && oldDirectory.isPresent() && newDirectory.isPresent()) {
            reviews.review(oldDirectory.get(), old, newDirectory.get(), now);
        } else {
            reviews.reviewEach(old, now);
        }
        if (!reviews.problems.isEmpty()) {
            throw new UnreadableTreeException(reviews.problems);
        }
        return reviews;
    }

    private void reviewEach(OutputTrees old, OutputTrees now) {
        if (old.onlyDirectory().equals(Optional.of(OutputTrees.REST))
                && now.byDirectory().size() > 1
                && read(before, OutputTrees.REST, old)
                        .filter(ObjectTree::isLive)
                        .isPresent()) {
            problems.add(after.name() + " contains several trees, and a cluster runs one of them: name its directory: "
                    + String.join(", ", now.byDirectory().keySet()));
            return;
        }
        Map<String, String> renamed = new LinkedHashMap<>();
        for (String directory : now.byDirectory().keySet()) {
            if (!old.byDirectory().containsKey(directory)) {
                now.renamedFrom(directory, old)
                        .filter(from -> !renamed.containsValue(from))
                        .ifPresent(from -> renamed.put(directory, from));
            }
        }
        SortedSet<String> directories = new TreeSet<>(old.byDirectory().keySet());
        directories.removeAll(renamed.values());
        directories.addAll(now.byDirectory().keySet());
        if (directories.isEmpty()) {
            directories.add(OutputTrees.REST);
        }
        directories.forEach(directory -> review(renamed.getOrDefault(directory, directory), old, directory, now));
    }

    private OutputTrees trees(TreeSource source) {
        try {
            return source.isOneTree() ? OutputTrees.one(source.files()) : new OutputTrees(source.files());
        } catch (IOException e) {
            problems.add(String.valueOf(e.getMessage()));
            return new OutputTrees(Map.of());
        }
    }

    private void review(String oldDirectory, OutputTrees old, String directory, OutputTrees now) {
        Optional<ObjectTree> oldTree = read(before, oldDirectory, old);
        Optional<ObjectTree> newTree = read(after, directory, now);
        if (oldTree.isPresent() && newTree.isPresent()) {
            String name = oldDirectory.equals(OutputTrees.REST) ? OutputTrees.REST : directory;
            reviews.put(name, Reviewer.review(oldTree.get(), newTree.get(), version, apply));
            List<String> told = new ArrayList<>();
            comesOrGoes(oldDirectory, old, directory, now).ifPresent(told::add);
            if (!oldTree.get().isLive()) {
                told.addAll(moves(oldTree.get(), newTree.get()));
            }
            told.addAll(reviews.get(name).notes());
            notes.put(name, told);
        }
    }

    private static Optional<String> comesOrGoes(
            String oldDirectory, OutputTrees old, String directory, OutputTrees now) {
        if (oldDirectory.equals(OutputTrees.REST) || directory.equals(OutputTrees.REST)) {
            return Optional.empty();
        }
        if (!oldDirectory.equals(directory)) {
            return Optional.of(oldDirectory + " was renamed to " + directory + ". Nothing in the cluster changes if"
                    + " whatever applied " + oldDirectory + " now applies " + directory + ". A tool that prunes "
                    + oldDirectory + " first deletes its objects.");
        }
        if (!old.byDirectory().containsKey(directory)) {
            return Optional.of(directory + " is new: its cluster gets all of its objects.");
        }
        return now.byDirectory().containsKey(directory)
                ? Optional.empty()
                : Optional.of(directory + " was removed: its objects are deleted if it is pruned, and stay in its"
                        + " cluster otherwise.");
    }

    private Optional<ObjectTree> read(TreeSource source, String directory, OutputTrees trees) {
        String root = directory.isEmpty() || source.root().isEmpty()
                ? source.root() + directory
                : source.root() + "/" + directory;
        try {
            ObjectTree tree = ObjectTreeReader.read(
                    source.name(), root, trees.byDirectory().getOrDefault(directory, Map.of()));
            return Optional.of(source.reading().map(tree::ofCluster).orElse(tree));
        } catch (UnreadableTreeException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private static List<String> moves(ObjectTree old, ObjectTree now) {
        List<String> moves = new ArrayList<>();
        for (TreeObject object : now.objects()) {
            old.counterpart(object, now)
                    .filter(from -> !from.file().equals(object.file()))
                    .ifPresent(from -> moves.add(object.id() + " moved from " + from.file() + " to " + object.file()
                            + ". This changes nothing in the cluster."));
        }
        if (moves.size() <= MOST_MOVES) {
            return moves;
        }
        List<String> shown = new ArrayList<>(moves.subList(0, MOST_MOVES));
        shown.add((moves.size() - MOST_MOVES) + " more objects moved to another file.");
        return shown;
    }

    /** Returns the review of all trees together. */
    Review all() {
        return new Review(
                reviews.values().stream()
                        .flatMap(review -> review.findings().stream())
                        .toList(),
                reviews.values().stream()
                        .flatMap(review -> review.runbooks().stream())
                        .toList(),
                reviews.values().stream()
                        .flatMap(review -> review.links().stream())
                        .toList(),
                reviews.values().stream()
                        .flatMap(review -> review.leftOut().stream())
                        .toList(),
                reviews.values().stream()
                        .flatMap(review -> review.notes().stream())
                        .toList());
    }

    /** Returns the review of each tree; without the trees that do not change, if there are several. */
    List<ReviewedTree> trees(Acknowledgements acknowledgements, Set<Effect> failOn) {
        List<ReviewedTree> trees = new ArrayList<>();
        reviews.forEach((directory, review) -> {
            ReviewedTree tree = new ReviewedTree(
                    directory,
                    Judgement.of(review, acknowledgements, failOn),
                    notes.getOrDefault(directory, List.of()));
            if (reviews.size() == 1 || !tree.isUnchanged()) {
                trees.add(tree);
            }
        });
        return trees;
    }
}
