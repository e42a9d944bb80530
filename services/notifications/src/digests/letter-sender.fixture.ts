import type { Letter, MailFailure, Mailer } from '@otklik/kernel';
import { memoryDirectory, type District, type Official } from '@otklik/tenancy';
import { sealOfficialEmail } from '@otklik/vault';
import { CountNews } from '../news/application/count-news.js';
import { CountedAppeals } from '../news/store/counted-appeals.js';
import { database, secret, silent } from '../notice/notices-world.fixture.js';
import { aldan } from '../test-district.fixture.js';
import { PostgresDigests } from './adapters/postgres/postgres-digests.js';
import { OfficialPost } from './application/official-post.js';
import { SendDigests } from './application/send-digests.js';

/** Of a working day in Aldan. */
export const MORNING = '2026-11-24T01:00:00.000Z';

export const withEmail = (id: string, more: Partial<Official> = {}): Official => ({
  id,
  login: id,
  name: 'Somebody',
  assignments: [{ district: 1, role: 'EXECUTOR' }],
  email: sealOfficialEmail(secret('official-email'), id, `${id}@aldan.example`),
  ...more,
});

interface Sending extends Partial<Pick<District, 'departments' | 'followedSearches'>> {
  readonly taken?: Letter[];
  readonly refusal?: MailFailure;
  /** Where the official has roles, too. */
  readonly others?: readonly District[];
}

/** A copy of the service's sender, at an hour, with the letters that its mail server took. */
export function sender(
  officials: readonly Official[],
  at: string,
  { taken = [], refusal, others = [], departments = [], followedSearches = [] }: Sending = {},
) {
  const mailer: Mailer = {
    send: async (letter) => {
      if (refusal) throw refusal;
      taken.push(letter);
      return 'taken';
    },
    close: () => undefined,
  };
  const district: District = { ...aldan, departments, officials, followedSearches };
  const directory = memoryDirectory([district, ...others], () => at);
  const settings = { domain: 'otklik.example', language: 'ru', publicUrl: 'https://otklik.example', pace: [] } as never;
  const clock = { now: () => at };
  const news = new CountNews(new CountedAppeals(database), directory, clock, silent);
  return {
    taken,
    send: () =>
      new SendDigests(
        new PostgresDigests(database),
        news,
        directory,
        mailer,
        new OfficialPost(mailer, settings, silent, { of: secret }),
        clock,
        silent,
      ).sendDue(),
  };
}
