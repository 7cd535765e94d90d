package dev.glovebox.session;

/** What came of importing one bar file. */
public sealed interface ImportAnswer permits ImportSummary, RefusedInput, HelperFailed {}
