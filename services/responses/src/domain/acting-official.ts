import type { Acts } from '@otklik/case/response-conditions';
import { compact, type Departments, type LocalDate } from '@otklik/kernel';

/** The official who acts, and the assignment of the question: facts of the directory and of routing. */
export interface ActingOfficial {
  readonly by: string;
  /** The absent official in whose stead he acts: then the rights are that one's. */
  readonly onBehalfOf?: string;
  /** The departments in which the official's roles permit the command. */
  readonly mayActIn: Departments;
  /** Of the question now; undefined while it has none. */
  readonly department: string | undefined;
  readonly executor: string | undefined;
  /** The district's day. */
  readonly today: LocalDate;
}

export function actsOf({ by: official, onBehalfOf }: ActingOfficial): Acts {
  return compact({ official, onBehalfOf });
}
