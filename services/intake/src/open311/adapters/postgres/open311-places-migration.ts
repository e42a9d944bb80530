import type { Migration } from '@otklik/tenancy';

/** Nothing of a text is told by Open311, so none is kept for it; the settlement is. The column `text` stays empty. */
export const open311PlacesMigration: Migration = {
  name: '0410_open311_places',
  sql: `
    alter table intake.open311_request add column settlement text;
    update intake.open311_request set text = null where text is not null;`,
};
