/** The exercise: StatefulSets and persistent storage, declared in Java. Start with {@link Exercise}. */
@NullMarked
package com.example.exercise;

import org.jspecify.annotations.NullMarked;
