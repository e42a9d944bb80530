import type { Migration } from '@otklik/tenancy';

/** No text is published by Open311, so none is stored for it; the settlement is. The column `text` stays empty. */
export const open311PlacesMigration: Migration = {
  name: '0410_open311_places',
  sql: `
    alter table intake.open311_request add column settlement text;
    update intake.open311_request set text = null where text is not null;`,
};
