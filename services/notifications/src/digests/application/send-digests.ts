import { Injectable } from '@nestjs/common';
import { Clock, isWithin, Mailer, MailFailure } from '@otklik/kernel';
import { counter, Logger } from '@otklik/observability';
import { byHolder, departmentsOf, Directory, type District, type Official, type RoleAssignment } from '@otklik/tenancy';
import { digestDays, digestOf, isEmpty, type DigestDays } from '../domain/digest.js';
import { CountNews } from '../../news/application/count-news.js';
import { writeDigest } from './digest-letter.js';
import { Digests, type DigestEnd, type DigestKey, type DigestReader } from './digests.js';
import { helpsIn } from './helps-in.js';
import { OfficialPost } from './official-post.js';

/** These roles are notified before a term ends. */
const overseeing = ['CONTROLLER', 'HEAD', 'SIGNATORY'] as const;
const RETRY_MS = 600_000;

const digests = counter('otklik_digests_total', 'Morning letters to officials, by outcome', ['outcome']);

/**
 * The morning letter of officials: what of theirs ends, is overdue or was escalated to them, and what is new in searches that they
 * follow. One a day, whatever happens: where
 * it is not known whether the mail server took it, it is not sent again.
 */
@Injectable()
export class SendDigests {
  constructor(
    private readonly digests: Digests,
    private readonly news: CountNews,
    private readonly directory: Directory,
    private readonly mailer: Mailer,
    private readonly post: OfficialPost,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Answers how many were begun. Throws when the database is down. */
  async sendDue(): Promise<number> {
    const at = this.clock.now();
    let begun = 0;
    for (const district of this.directory.districts()) {
      const days = digestDays(at, district.zone, district.calendar);
      if (days) begun += await this.ofDistrict(district, days, at);
    }
    return begun;
  }

  private async ofDistrict(district: District, days: DigestDays, at: string): Promise<number> {
    const readers = district.officials.filter((official) => isReader(official, days));
    if (readers.length === 0) return 0;
    const begun = await this.digests.begun(district.id, days.today, at);
    let count = 0;
    for (const official of readers.filter(({ id }) => !begun.has(id))) {
      const key = { district: district.id, official: official.id, day: days.today };
      if (!(await this.digests.claim(key, at))) continue;
      count += 1;
      await this.send(key, official, district, days);
    }
    return count;
  }

  private async send(key: DigestKey, official: Official, district: District, days: DigestDays): Promise<void> {
    try {
      const end = await this.attempt(key, official, district, days);
      digests.inc({ outcome: end });
      await this.digests.finish(key, end);
    } catch (error) {
      if (!(error instanceof MailFailure)) throw error;
      this.logger.warn('sending a morning letter failed', { ...key, code: error.code });
      digests.inc({ outcome: error.final ? 'FAILED' : 'POSTPONED' });
      if (error.final) return this.digests.finish(key, 'FAILED');
      await this.digests.postpone(key, new Date(Date.parse(this.clock.now()) + RETRY_MS).toISOString());
    }
  }

  private async attempt(
    { official: id, day }: DigestKey,
    official: Official,
    district: District,
    days: DigestDays,
  ): Promise<DigestEnd> {
    const digest = digestOf(await this.digests.due(district.id, this.readerOf(official, district)), days);
    const news = await this.news.forLetter(official, district, day);
    if (isEmpty(digest) && news.length === 0) return 'EMPTY';
    const envelope = this.post.envelope({ id, email: official.email! }, [id, `digest/${district.id}/${day}`]);
    await this.mailer.send({ ...envelope, ...writeDigest({ digest, news }, days, district, this.post.settings) });
    return 'SENT';
  }

  /** With the rights of those whom he substitutes today. */
  private readerOf({ id, login }: Official, district: District): DigestReader {
    const held = this.directory.official(login)?.assignments ?? [];
    const here = held.filter((one) => one.district === district.id);
    return {
      executors: [id, ...byHolder(here).absent.map(([absent]) => absent)],
      helpsIn: byHolderIn(here, district),
      oversees: departmentsOf(here, district, overseeing),
    };
  }
}

/** Each capacity by itself: an official who acts in the whole district may stand in for one of a department. */
function byHolderIn(here: readonly RoleAssignment[], district: District): readonly string[] {
  const { own, absent } = byHolder(here);
  return [own, ...absent.map(([, held]) => held)].flatMap((held) => helpsIn(held, district));
}

/** Absent officials get no letters; their substitutes do. */
function isReader({ email, digestOff, absence }: Official, { today }: DigestDays): boolean {
  return email !== undefined && digestOff !== true && !isWithin(absence, today);
}
