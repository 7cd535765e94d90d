package dev.glovebox.host.run;

import dev.glovebox.host.model.Code;
import dev.glovebox.jail.WorkerEnd;

/** The code under which a worker's end is reported. */
final class WorkerCodes {
  private WorkerCodes() {}

  static Code of(WorkerEnd end) {
    return switch (end) {
      case STRATEGY_ERROR -> Code.STRATEGY_ERROR;
      case PARAMETER_INVALID -> Code.PARAMETER_INVALID;
      case BUDGET_EXCEEDED -> Code.BUDGET_EXCEEDED;
      case RECURSION_LIMIT -> Code.RECURSION_LIMIT;
      case OUTPUT_LIMIT -> Code.OUTPUT_LIMIT;
      case INTENT_LIMIT -> Code.INTENT_LIMIT;
      case POLICY_VIOLATION -> Code.POLICY_VIOLATION;
      case WALL_DEADLINE -> Code.WALL_DEADLINE;
      case MEMORY_LIMIT -> Code.MEMORY_LIMIT;
      case CPU_LIMIT -> Code.CPU_LIMIT;
      case THREAD_LIMIT -> Code.THREAD_LIMIT;
      case PROTOCOL_VIOLATION -> Code.PROTOCOL_VIOLATION;
      case RUN_INTERRUPTED -> Code.RUN_INTERRUPTED;
      case SIBLING_ENDED -> Code.SIBLING_ENDED;
      case RESTART_DIVERGED -> Code.RESTART_DIVERGED;
      case IMAGE_CHANGED -> Code.IMAGE_CHANGED;
      case WORKER_START_FAILED -> Code.WORKER_START_FAILED;
      case WORKER_FAULT -> Code.WORKER_FAULT;
    };
  }
}
