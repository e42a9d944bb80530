/** The department and the executor that consider a question now, as routing published. */
export interface Assignment {
  readonly department: string | undefined;
  readonly executor: string | undefined;
}

/** A question of an appeal. */
export interface QuestionOf {
  readonly appeal: string;
  readonly question: string;
}

/** What routing and intake published of questions. */
export abstract class Assignments {
  /** Both undefined when nothing of the question has been consumed yet. */
  abstract of(district: number, question: QuestionOf): Promise<Assignment>;
  /** Its answer is proved to be sent, and it was not considered again since. */
  abstract isAnswered(district: number, question: QuestionOf): Promise<boolean>;
  /** Its author agreed to the publication of its answer, as intake published it. */
  abstract isPublicationAllowed(district: number, question: QuestionOf): Promise<boolean>;
}

/** How far this service is behind routing. */
export abstract class RoutingLag {
  /** Routing has recorded events that are not consumed here yet. Rejects when it is unknown. */
  abstract isBehind(): Promise<boolean>;
}
