import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('search');

/** What officials said of waves: facts of this service's own, which no rebuild touches. Rows are only added. */
export const waveMarks: Migration = {
  name: '0915_wave_marks',
  sql: `
    create table search.wave_mark (
      district int not null,
      topic text not null,
      version int not null,
      began text not null,
      kind text not null,
      until text,
      official uuid not null,
      role text not null,
      at timestamptz not null,
      command uuid not null,
      fingerprint text not null,
      primary key (district, topic, version));
    create unique index wave_mark_command on search.wave_mark (district, command);
    ${rowSecurity('search', 'wave_mark')}
    grant select, insert on search.wave_mark to ${app};
    grant select on search.wave_mark to ${worker};`,
};
