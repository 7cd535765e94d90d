package dev.glovebox.worker.java;

import java.util.Map;
import java.util.function.Predicate;

/**
 * The classes of a prepared form.
 *
 * @param strategy name of the class to start, with dots
 * @param files class files by name with dots; nobody may change the arrays
 * @param resolvable whether the candidate may name a class that is not its own, by name with dots
 */
public record Candidate(String strategy, Map<String, byte[]> files, Predicate<String> resolvable) {}
