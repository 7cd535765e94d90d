package dev.glovebox.jail;

/** Why a worker ended before the host asked it to. The names are the codes of docs/codes.md. */
public enum WorkerEnd {
  /** An exception left module load, {@code __init__} or a hook, or a hook returned a value. */
  STRATEGY_ERROR,
  /** A parameter is unknown or cannot be converted by its default's type. */
  PARAMETER_INVALID,
  /** The statement budget of one hook call is spent. */
  BUDGET_EXCEEDED,
  /** A RecursionError left a hook. */
  RECURSION_LIMIT,
  /** More than the allowed bytes of log. */
  OUTPUT_LIMIT,
  /** More than the allowed intents in one hook call. */
  INTENT_LIMIT,
  /** The guest tried what the guest engine's policy forbids. */
  POLICY_VIOLATION,
  /** No answer within the wall deadline; the process was killed. */
  WALL_DEADLINE,
  /** The process ran out of its bounded memory. */
  MEMORY_LIMIT,
  /** The process used up its processor time; it was killed. */
  CPU_LIMIT,
  /** The process ended after the kernel had refused it another thread. */
  THREAD_LIMIT,
  /** A frame that the protocol does not allow. */
  PROTOCOL_VIOLATION,
  /** The host ended the run by its own will before it was over, and its process with it. */
  RUN_INTERRUPTED,
  /** The worker was shared and ended by no doing of this run, which cannot be restarted. */
  SIBLING_ENDED,
  /** Restarted after its shared worker's end, the strategy said something else than before. */
  RESTART_DIVERGED,
  /** The image is not what it was; nothing was started. */
  IMAGE_CHANGED,
  /** The process could not be started or did not say hello in time. */
  WORKER_START_FAILED,
  /** The process ended or failed for a reason of its own. */
  WORKER_FAULT
}
