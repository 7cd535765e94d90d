/**
 * The page of a run, {@code report.html}: one offline file made from the run's other files. It is
 * derived and no evidence; the same input gives the same bytes.
 *
 * <p>May depend on model and market.
 */
@NullMarked
package dev.glovebox.host.report.page;

import org.jspecify.annotations.NullMarked;
