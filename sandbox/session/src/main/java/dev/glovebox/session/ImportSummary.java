package dev.glovebox.session;

/**
 * A whole bar file was read; all its bars went to the sink.
 *
 * @param bars 1 to 10,000,000
 * @param dateOnly every stamp is midnight UTC and no interval was given: bars are days
 * @param priceScale digits after the point of the finest price, trailing zeros not counted
 * @param gaps missing intervals between first and last bar; legal
 */
public record ImportSummary(
    long bars, long intervalSeconds, boolean dateOnly, int priceScale, long gaps)
    implements ImportAnswer {}
