/**
 * The host's side of the worker and helper protocols: sends values, bounds and checks answers.
 *
 * <p>May depend on {@code jail}, the generated worker protocol and gRPC. No generated type leaves
 * this package: callers see plain records. Every byte from a process is hostile here:
 * length-limited before it is parsed, sequence-checked, timed, and validated before it is handed
 * on.
 */
@NullMarked
package dev.glovebox.session;

import org.jspecify.annotations.NullMarked;
