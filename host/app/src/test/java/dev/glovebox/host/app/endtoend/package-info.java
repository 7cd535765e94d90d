/**
 * The whole product at work: command line, host, database, helper processes and the real worker.
 *
 * <p>May depend on everything of host/app; the parts below it are seen only by what they print,
 * write and leave behind.
 */
@NullMarked
package dev.glovebox.host.app.endtoend;

import org.jspecify.annotations.NullMarked;
