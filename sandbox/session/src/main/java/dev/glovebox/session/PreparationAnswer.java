package dev.glovebox.session;

/** What came of preparing one source. */
public sealed interface PreparationAnswer permits PreparedForm, RefusedInput, HelperFailed {}
