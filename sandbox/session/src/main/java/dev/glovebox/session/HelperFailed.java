package dev.glovebox.session;

import dev.glovebox.jail.WorkerEnd;

/**
 * A helper process gave no usable answer; nothing is known about its input.
 *
 * @param reason as the host saw it
 * @param message for people; free of text from the process
 * @param diagnostics the kept part of the process's stderr: untrusted, for the host's own log only
 */
public record HelperFailed(WorkerEnd reason, String message, String diagnostics)
    implements PreparationAnswer, AnalysisAnswer, ImportAnswer, TickAnswer {}
