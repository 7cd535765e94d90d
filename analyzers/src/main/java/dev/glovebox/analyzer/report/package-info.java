/**
 * What analysis says, in the forms that people and programs read. May depend on {@code
 * dev.glovebox.analyzer} and its rules.
 */
@NullMarked
package dev.glovebox.analyzer.report;

import org.jspecify.annotations.NullMarked;
