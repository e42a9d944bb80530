import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('intake');

/**
 * `publication_photo`: the photos that a publication is proposed with, by their place among them, and whether each was released. A
 * publication that has ended has none.
 */
export const publicationPhotosMigration: Migration = {
  name: '0986_publication_photos',
  sql: `
    create table intake.publication_photo (
      district int not null, publication uuid not null, number int not null,
      appeal uuid not null, response uuid not null, file uuid not null, side text not null,
      released boolean not null default false,
      primary key (district, publication, number));
    create index publication_photo_by_appeal on intake.publication_photo (district, appeal);
    grant select, insert, update, delete on intake.publication_photo to ${app};
    grant select, insert, update, delete on intake.publication_photo to ${worker};
    ${rowSecurity('intake', 'publication_photo')}`,
};
