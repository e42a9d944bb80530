import type { Transaction } from '@otklik/tenancy';

/** The department and the executor that consider a question now, as routing published. */
export interface Assignment {
  readonly department: string | undefined;
  readonly executor: string | undefined;
}

export abstract class Assignments {
  /** Both undefined when nothing of the question has been consumed yet. */
  abstract of(district: number, question: string): Promise<Assignment>;
  /** Keeps the newest: `version` is the question's. */
  abstract keep(
    tx: Transaction,
    district: number,
    question: string,
    version: number,
    assignment: Assignment,
  ): Promise<void>;
}

/** How far this service is behind routing. */
export abstract class RoutingLag {
  /** Routing has recorded events that are not consumed here yet. Rejects when it is unknown. */
  abstract isBehind(): Promise<boolean>;
}
