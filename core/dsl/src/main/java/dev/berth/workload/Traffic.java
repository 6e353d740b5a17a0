package dev.berth.workload;

import dev.berth.value.InvalidValueException;
import java.util.List;

/** Which traffic a {@link NetworkPolicy} lets through in one direction. */
public sealed interface Traffic {

    /** None at all. */
    static Traffic none() {
        return new Only(List.of());
    }

    /** All of it, whatever other policies say. */
    static Traffic all() {
        return new All();
    }

    /** What one of these rules allows, and nothing else. */
    static Traffic only(TrafficRule first, TrafficRule... more) {
        return new Only(OneOrMore.of(first, more));
    }

    /** The rules of the direction; the one rule of {@link #all()} says nothing, and so allows all. */
    List<TrafficRule> rules();

    /** All traffic. */
    record All() implements Traffic {

        @Override
        public List<TrafficRule> rules() {
            return List.of(TrafficRule.withAnyone());
        }
    }

    /**
     * What a rule allows.
     *
     * @param rules the rules; none of them lets nothing through
     */
    record Only(List<TrafficRule> rules) implements Traffic {

        /**
         * Takes the rules.
         *
         * @throws InvalidValueException when one of them allows everything, for then the others say nothing
         */
        public Only {
            rules = List.copyOf(rules);
            if (rules.contains(TrafficRule.withAnyone())) {
                throw new InvalidValueException(
                        "Traffic.only: a rule with anyone on every port allows everything: say Traffic.all()");
            }
        }
    }
}
