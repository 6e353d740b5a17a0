package dev.berth.review.effect;

import dev.berth.review.data.DataDirectories;
import dev.berth.review.data.DataMount;
import dev.berth.review.data.DataPlace;
import dev.berth.review.data.MountedData;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.PodTemplate;
import dev.berth.review.model.Transition;
import dev.berth.review.model.Trees;
import java.util.List;
import java.util.Optional;

/**
 * The process does not find its data where it was: another volume or another directory is mounted there, or nothing. The
 * data is identified by its source, not by the name of the volume.
 */
final class MountMoved implements TemplateRule {

    @Override
    public void review(Transition change, PodTemplate before, PodTemplate after, Trees trees, Outcome outcome) {
        compare(MountedData.of(before, trees.before()), MountedData.of(after, trees.after()), outcome);
    }

    /** Adds a finding for each mount whose data the new pods do not find. */
    static void compare(MountedData before, MountedData after, Outcome outcome) {
        for (PodTemplate.Container old : before.pods().containers()) {
            Optional<PodTemplate.Container> now = after.pods().counterpart(old, before.pods());
            for (DataMount mount : before.written(old)) {
                DataPlace place = before.place(mount).orElseThrow();
                if (!isFound(mount, place, before, after, now)) {
                    new LostMount(mount, place, before, after, now.orElse(null)).tell(outcome);
                }
            }
        }
    }

    private static boolean isFound(
            DataMount mount,
            DataPlace place,
            MountedData before,
            MountedData after,
            Optional<PodTemplate.Container> counterpart) {
        if (counterpart.isEmpty()) {
            return after.pods().containers().stream().anyMatch(other -> after.leadsTo(place, mount.path(), other));
        }
        PodTemplate.Container now = counterpart.get();
        List<String> directories = onMount(mount, before);
        if (directories.isEmpty()) {
            return after.leadsTo(place, mount.path(), now) || MovedPath.follows(mount, place, after, now);
        }
        List<String> later = DataDirectories.of(now, after).all();
        return directories.stream()
                .allMatch(directory -> !later.contains(directory) || isSame(directory, mount, before, after, now));
    }

    /** Returns the known data directories of the container that are on this mount. */
    private static List<String> onMount(DataMount mount, MountedData before) {
        return DataDirectories.of(mount.container(), before).all().stream()
                .filter(directory -> before.mountAt(mount.container(), directory)
                        .filter(mount::equals)
                        .isPresent())
                .toList();
    }

    private static boolean isSame(
            String directory, DataMount mount, MountedData before, MountedData after, PodTemplate.Container now) {
        DataPlace old = before.at(mount.container(), directory).orElseThrow();
        return after.at(now, directory).filter(old::isKeptBy).isPresent();
    }
}
