package dev.berth.validate;

import dev.berth.finding.Finding;
import dev.berth.finding.Level;
import dev.berth.finding.Location;
import dev.berth.finding.Rule;
import dev.berth.object.ObjectId;
import dev.berth.rules.decode.ManifestDocument;
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
 * <p>{@code kubectl apply -f DIRECTORY} applies the files of one directory together, so duplicates in one directory are
 * an error. Directories are often variants of each other (a base and its overlays, a tree for each cloud), so
 * duplicates in two directories are a note, one for each two directories. Nothing is reported within a directory that
 * has a kustomization: its patches name the objects that they change.
 */
final class Repeats {
    private static final Set<String> KUSTOMIZATIONS =
            Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");

    private static final Rule TWICE = Rule.ofBerth("object-twice");
    private static final Rule IN_TWO_DIRECTORIES = Rule.ofBerth("object-in-two-directories");
    private static final String NAME = "metadata.name";

    private final List<String> files;
    private final Set<String> kustomized = new HashSet<>();
    private final Map<Pair, Shared> shared = new LinkedHashMap<>();

    /** A line of a file, which is identified by its number. */
    private record Place(int file, int line) {}

    /** Two directories; the first one in the order of the files comes second here. */
    private record Pair(String directory, String earlier) {}

    /** The number of objects that two directories share, and the first of them. */
    private record Shared(int count, ObjectId object, Place place, Place earlier) {}

    Repeats(List<String> files) {
        this.files = files;
        for (String file : files) {
            String directory = directory(file);
            if (KUSTOMIZATIONS.contains(file.substring(directory.length()))) {
                kustomized.add(directory);
            }
        }
    }

    /** Checks a duplicate object; returns the error if it is one. */
    Optional<Finding> see(ManifestDocument object, int file, StoredObject before) {
        Place place = new Place(file, object.lineOf(NAME));
        Place earlier = new Place(before.file(), before.lineOf(NAME));
        String directory = directory(files.get(place.file()));
        String other = directory(files.get(earlier.file()));
        ObjectId what = ObjectId.of(object.apiVersion(), object.kind(), object.namespace(), object.name());
        if (!directory.equals(other)) {
            shared.merge(
                    new Pair(directory, other),
                    new Shared(1, what, place, earlier),
                    (first, next) -> new Shared(first.count + 1, first.object, first.place, first.earlier));
            return Optional.empty();
        }
        if (kustomized.contains(directory)) {
            return Optional.empty();
        }
        String message = "the same object is at " + told(earlier) + ". If both are applied, the later one silently"
                + " replaces the earlier one. Remove one of them, or rename one.";
        return Optional.of(finding(place, what, TWICE, Level.ERROR, message));
    }

    /** Returns a note for each two directories that share objects. */
    List<Finding> notes() {
        List<Finding> notes = new ArrayList<>();
        shared.forEach((pair, first) -> {
            String more =
                    first.count == 1 ? "" : ", and " + (first.count - 1) + " more of this directory are there too";
            String message = "the same object is at " + told(first.earlier) + more
                    + ". That is right for variants; if both are applied, the later one replaces the earlier one.";
            notes.add(finding(first.place, first.object, IN_TWO_DIRECTORIES, Level.NOTE, message));
        });
        return notes;
    }

    private Finding finding(Place place, ObjectId object, Rule rule, Level level, String message) {
        Location location = Location.of(files.get(place.file()), place.line());
        return new Finding(object, location, NAME, rule, level, null, message, "", null);
    }

    private String told(Place place) {
        return files.get(place.file()) + ":" + place.line();
    }

    /** Ends with a slash; empty for the validated directory itself. */
    private static String directory(String file) {
        return file.substring(0, file.lastIndexOf('/') + 1);
    }
}
