/** The exercise: PostgreSQL and Redis on Kubernetes, declared in Java. */
@NullMarked
package com.example.exercise;

import org.jspecify.annotations.NullMarked;
