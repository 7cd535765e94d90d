/**
 * Findings that people accepted: known ones of a baseline, and suppressed ones with an owner, a
 * reason and an end. Nothing inside a candidate has a say in it. May depend on {@code
 * dev.glovebox.analyzer}, its reports and rules, and tomlj.
 */
@NullMarked
package dev.glovebox.analyzer.accepted;

import org.jspecify.annotations.NullMarked;
