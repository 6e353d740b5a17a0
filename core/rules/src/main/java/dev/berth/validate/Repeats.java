package dev.berth.validate;

import dev.berth.finding.Finding;
import dev.berth.finding.Level;
import dev.berth.finding.Location;
import dev.berth.finding.Rule;
import dev.berth.object.ObjectId;
import dev.berth.rules.decode.ManifestDocument;
import dev.berth.rules.kind.Kind;
import dev.berth.rules.kind.Kinds;
import dev.berth.rules.store.StoredObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reports duplicate objects: if they are applied together, the later one silently replaces the earlier one.
 *
 * <p>The documents of one file are applied together, so a duplicate in a file is an error. Two files of a directory may
 * be alternatives, of which a cluster gets only one: that is a note, one for each two files. If they share neither a
 * workload nor all objects of one of them, a copied name is more likely, and that is a warning. Directories are often
 * variants of each other (a base and its overlays, a tree for each cloud), so duplicates in two directories are a note,
 * one for each two directories. Nothing is reported within a directory that has a kustomization: its patches name the
 * objects that they change, or for files that are declared as alternatives.
 */
final class Repeats {
    private static final Set<String> KUSTOMIZATIONS =
            Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");

    private static final Rule TWICE = Rule.ofBerth("object-twice");
    private static final Rule IN_TWO_FILES = Rule.ofBerth("object-in-two-files");
    private static final Rule IN_TWO_DIRECTORIES = Rule.ofBerth("object-in-two-directories");
    private static final String NAME = "metadata.name";

    private final List<String> files;
    private final RenderedTrees declared;
    private final Set<String> kustomized = new HashSet<>();
    private final Map<Pair, Shared> sharedByDirectories = new LinkedHashMap<>();
    private final Map<Pair, Shared> sharedByFiles = new LinkedHashMap<>();
    /** The number of objects in each file. */
    private final int[] objects;

    /** A line of a file, which is identified by its number. */
    private record Place(int file, int line) {}

    /** Two files or directories; the first one in the order of the files comes second here. */
    private record Pair(String later, String earlier) {}

    /**
     * The objects that two files or directories share: their number, the first of them, whether one of them makes pods,
     * and whether one of them has other fields in the other file.
     */
    private record Shared(int count, ObjectId object, Place place, Place earlier, boolean makesPods, boolean differs) {

        Shared and(Shared next) {
            return new Shared(count + 1, object, place, earlier, makesPods || next.makesPods, differs || next.differs);
        }
    }

    Repeats(List<String> files, RenderedTrees declared) {
        this.files = files;
        this.declared = declared;
        this.objects = new int[files.size()];
        for (String file : files) {
            String directory = directory(file);
            if (KUSTOMIZATIONS.contains(file.substring(directory.length()))) {
                kustomized.add(directory);
            }
        }
    }

    /** Counts an object of a file. */
    void count(int file) {
        objects[file]++;
    }

    /** Checks a duplicate object; returns the finding if its file has the same object already. */
    Optional<Finding> see(ManifestDocument object, StoredObject stored, StoredObject before) {
        if (declared.exclude(stored.file(), before.file())) {
            return Optional.empty();
        }
        Place place = new Place(stored.file(), object.lineOf(NAME));
        Place earlier = new Place(before.file(), before.lineOf(NAME));
        String file = files.get(place.file());
        String other = files.get(earlier.file());
        ObjectId what = ObjectId.of(object.apiVersion(), object.kind(), object.namespace(), object.name());
        boolean makesPods = Kinds.named(object.kind()).filter(Kind::makesPods).isPresent();
        boolean differs = !stored.hasFieldsOf(before);
        Shared one = new Shared(1, what, place, earlier, makesPods, differs);
        if (!directory(file).equals(directory(other))) {
            sharedByDirectories.merge(new Pair(directory(file), directory(other)), one, Shared::and);
        } else if (!kustomized.contains(directory(file))) {
            if (place.file() == earlier.file()) {
                return Optional.of(inOneFile(one));
            }
            sharedByFiles.merge(new Pair(file, other), one, Shared::and);
        }
        return Optional.empty();
    }

    private Finding inOneFile(Shared twice) {
        String message = twice.differs
                ? "the same object is at " + told(twice.earlier) + ". If both are applied, the later one silently"
                        + " replaces the earlier one. Remove one of them, or rename one."
                : "the same object with the same fields is at " + told(twice.earlier) + ". Remove one of them, or"
                        + " rename one.";
        return finding(twice, TWICE, twice.differs ? Level.ERROR : Level.WARNING, message);
    }

    /** Returns a finding for each two files and for each two directories that share objects. */
    List<Finding> shared() {
        List<Finding> findings = new ArrayList<>();
        sharedByFiles.forEach((pair, first) -> {
            if (isAlternative(first)) {
                String message = place(first, "file") + ". That is right for alternatives, of which a cluster gets one:"
                        + " kubectl apply -f " + pair.later() + ". If both are applied, the later one replaces the"
                        + " earlier one.";
                findings.add(finding(first, IN_TWO_FILES, Level.NOTE, message));
            } else if (first.differs) {
                String message = place(first, "file") + ". If both files are applied, the later one silently replaces"
                        + " the earlier one. Remove one of them, or rename one.";
                findings.add(finding(first, IN_TWO_FILES, Level.WARNING, message));
            }
        });
        sharedByDirectories.forEach((pair, first) -> {
            String message = place(first, "directory")
                    + ". That is right for variants; if both are applied, the later one replaces the earlier one.";
            findings.add(finding(first, IN_TWO_DIRECTORIES, Level.NOTE, message));
        });
        return findings;
    }

    private boolean isAlternative(Shared shared) {
        int smaller = Math.min(objects[shared.place.file()], objects[shared.earlier.file()]);
        return shared.makesPods || shared.count >= smaller;
    }

    private String place(Shared first, String whole) {
        String more =
                first.count == 1 ? "" : ", and " + (first.count - 1) + " more of this " + whole + " are there too";
        return "the same object is at " + told(first.earlier) + more;
    }

    private Finding finding(Shared about, Rule rule, Level level, String message) {
        Location location = Location.of(files.get(about.place.file()), about.place.line());
        return new Finding(about.object, location, NAME, rule, level, null, message, "", null);
    }

    private String told(Place place) {
        return files.get(place.file()) + ":" + place.line();
    }

    /** Returns the directory of a file. It ends with a slash; empty for the validated directory itself. */
    static String directory(String file) {
        return file.substring(0, file.lastIndexOf('/') + 1);
    }
}
