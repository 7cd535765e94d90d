package dev.glovebox.session;

/** What came of importing trades. */
public sealed interface TickAnswer permits TickSummary, RefusedInput, HelperFailed {}
