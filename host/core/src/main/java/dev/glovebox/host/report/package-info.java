/**
 * Pure metrics, and the files of a report.
 *
 * <p>May depend on model, risk and run.
 */
@NullMarked
package dev.glovebox.host.report;

import org.jspecify.annotations.NullMarked;
