/** The exercise: stateful sets and persistent storage, declared in Java. */
@NullMarked
package com.example.exercise;

import org.jspecify.annotations.NullMarked;
