/**
 * The signed log: writer, receipts, run journal, checkpoints, verification, recovery.
 *
 * <p>May depend on model, clock, keys and payload. No SQL. Lock order: the sequencer's queue, then
 * the segment file. Durability: a {@link dev.glovebox.host.audit.Receipt} MUST NOT exist before the
 * record's bytes are where the evidence promises them.
 */
@NullMarked
package dev.glovebox.host.audit;

import org.jspecify.annotations.NullMarked;
