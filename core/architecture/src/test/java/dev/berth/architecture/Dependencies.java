package dev.berth.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Which parts of the code use which, at one level: modules or packages.
 *
 * @param uses each part with the other parts that its classes use
 */
record Dependencies(SortedMap<String, SortedSet<String>> uses) {

    /** The dependencies between packages. */
    static Dependencies ofPackages() {
        return of(JavaClass::getPackageName);
    }

    /** The dependencies between modules. */
    static Dependencies ofModules() {
        Map<String, String> modules = Library.modules();
        return of(type -> modules.get(type.getPackageName()));
    }

    private static Dependencies of(Function<JavaClass, String> part) {
        SortedMap<String, SortedSet<String>> uses = new TreeMap<>();
        for (JavaClass type : Library.CLASSES) {
            SortedSet<String> used = uses.computeIfAbsent(part.apply(type), any -> new TreeSet<>());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (Library.CLASSES.contain(target.getName())) {
                    used.add(part.apply(Library.CLASSES.get(target.getName())));
                }
            }
        }
        uses.forEach((name, used) -> used.remove(name));
        return new Dependencies(uses);
    }

    /** A shortest way from each part back to itself; empty if there is no cycle. */
    List<String> cycles() {
        List<String> cycles = new ArrayList<>();
        for (String start : uses.keySet()) {
            String cycle = wayBackTo(start);
            if (!cycle.isEmpty()) {
                cycles.add(cycle);
            }
        }
        return cycles;
    }

    private String wayBackTo(String start) {
        Map<String, String> cameFrom = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            String part = open.remove();
            for (String next : uses.getOrDefault(part, new TreeSet<>())) {
                if (next.equals(start)) {
                    return way(cameFrom, part) + " -> " + start;
                }
                if (seen.add(next)) {
                    cameFrom.put(next, part);
                    open.add(next);
                }
            }
        }
        return "";
    }

    private static String way(Map<String, String> cameFrom, String last) {
        StringBuilder way = new StringBuilder(last);
        for (String part = cameFrom.get(last); part != null; part = cameFrom.get(part)) {
            way.insert(0, part + " -> ");
        }
        return way.toString();
    }
}
