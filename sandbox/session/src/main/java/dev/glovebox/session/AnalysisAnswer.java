package dev.glovebox.session;

/** What came of analysing one source. */
public sealed interface AnalysisAnswer permits AnalysisResult, RefusedInput, HelperFailed {}
