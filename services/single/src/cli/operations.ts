import { Invitations } from '@otklik/administration/module';
import { ForgetVisitors, IntakeOperations, OldJournal, PosMessages } from '@otklik/intake/module';
import { HeldAfterRestore, ReadSheets } from '@otklik/notifications/module';
import { EndDrafts } from '@otklik/responses/module';
import type { ReadModels } from '@otklik/read-models';
import { routingOperations, type RoutingOperations } from '@otklik/routing/module';
import { ReportsMade, Reviews, SearchOperations, SstuReports } from '@otklik/search/module';
import type { Composition } from '../composition.js';

/** The services' operations for the operator. Imported where a command runs: the terminal's process does not load them. */
export function intakeOf(composition: Composition): IntakeOperations {
  return composition.get(IntakeOperations);
}

/** The journal that a district kept before Otklik. */
export function oldJournalOf(composition: Composition): OldJournal {
  return composition.get(OldJournal);
}

/** Names of visitors of receptions in person. */
export function visitorsOf(composition: Composition): ForgetVisitors {
  return composition.get(ForgetVisitors);
}

/** Messages of the platform «ПОС». */
export function posOf(composition: Composition): PosMessages {
  return composition.get(PosMessages);
}

/** Links in which officials set their passwords. */
export function invitationsOf(composition: Composition): Invitations {
  return composition.get(Invitations);
}

/** Unsent texts of officials. */
export function draftsOf(composition: Composition): EndDrafts {
  return composition.get(EndDrafts);
}

/** Letters that wait for the operator after a restore. */
export function heldOf(composition: Composition): HeldAfterRestore {
  return composition.get(HeldAfterRestore);
}

export function readModelsOf(composition: Composition): ReadModels {
  return searchOf(composition).readModels();
}

export function searchOf(composition: Composition): SearchOperations {
  return composition.get(SearchOperations);
}

/** Reports and reviews of a district, their receipts, and the sheets of answers that go into them. */
export function reportsOf(composition: Composition) {
  return {
    sstu: composition.get(SstuReports),
    made: composition.get(ReportsMade),
    sheets: composition.get(ReadSheets),
    reviews: composition.get(Reviews),
  };
}

export function routing(): RoutingOperations {
  return routingOperations();
}
