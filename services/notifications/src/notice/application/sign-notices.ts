import { Injectable } from '@nestjs/common';
import { addresseeOf } from '@otklik/contracts/notices-to-bodies';
import type { NoticeToSign, NoticesToSign as Listed } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext, Handled } from '@otklik/event-store';
import { WorkQueue } from '@otklik/host';
import { Clock, compact, deadlineOf, refuse } from '@otklik/kernel';
import { actingPost, caseRule, Database, legalRule, type District, type Official } from '@otklik/tenancy';
import { LetterOpenings, type LetterOpening } from '../../letters/store/letter-openings.js';
import { letterParts, type LetterParts } from '../../letters/application/letter.js';
import { OpenLetter } from '../../letters/application/open-letter.js';
import { LetterSettings } from '../../letters/application/send-letter.js';
import type { Known, NoticeEvent, NoticeState } from '../domain/notice.js';
import { dueOfNotice, ruleOfNotice, type NoticeAsDue } from '../domain/term-of-notice.js';
import { NoticesToSign, type UnsignedNotice } from '../store/notices-to-sign.js';
import { Deliveries } from './deliveries.js';
import { NoticeHandler } from './notice-handler.js';
import { NumberLetters } from './number-letters.js';
import { hasSheet } from './opened-notices.js';

type Result = Handled<NoticeState, NoticeEvent>;

/** A press signs 100 at most. */
const MAX_LISTED = 100;

/** Nothing was signed by it: what it drew beside another press that came first is given back with its transaction. */
class NothingSigned extends Error {
  override readonly name = 'NothingSigned';

  constructor(readonly handled: Result) {
    super('nothing was signed');
  }
}

/** Notices that wait for whom the district's settings name, and that official's press. */
@Injectable()
export class SignNotices {
  constructor(
    private readonly waiting: NoticesToSign,
    private readonly deliveries: Deliveries,
    private readonly notices: NoticeHandler,
    private readonly numbers: NumberLetters,
    private readonly queue: WorkQueue,
    private readonly letters: OpenLetter,
    private readonly settings: LetterSettings,
    private readonly openings: LetterOpenings,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The oldest first, with what the law or the question sets a day for. */
  async of(district: District, official: string): Promise<Listed> {
    const named = namedIn(district);
    const rows = await this.waiting.of(district.id, MAX_LISTED);
    return {
      signatory: named?.name ?? null,
      post: named?.position ?? null,
      maySign: signerOf(district, official, this.clock.now()) !== undefined,
      notices: rows.map((row) => viewOf(row, district)),
    };
  }

  /** As it would be signed now; recorded before it is shown. Refuses FORBIDDEN to who may not sign it, and NOT_FOUND. */
  async open(district: District, notice: string, by: Omit<LetterOpening, 'at' | 'notices' | 'appeals'>) {
    const at = this.clock.now();
    const signer = signerOf(district, by.official, at) ?? refuse('FORBIDDEN');
    const letter = (await this.deliveries.unsigned(district.id, notice)) ?? refuse('NOT_FOUND');
    const signed = { signatory: signer.official.id, signedAt: at, post: signer.post ?? null };
    const facts = (await this.letters.factsOf({ ...letter, ...signed })) ?? refuse('NOT_FOUND');
    await this.openings.record(district.id, { ...by, at, notices: [notice], appeals: [letter.appeal] });
    return letterParts(facts, district, this.settings) satisfies LetterParts;
  }

  /**
   * The number is drawn under the lock of its series, and stays only where the signature is recorded: a repeated or refused press leaves no gap.
   */
  async sign(ctx: ClientCommandContext, id: string, expectedVersion: number): Promise<Result> {
    const { district, inDistrict, at } = ctx;
    const official = ctx.sender.kind === 'official' ? ctx.sender.id : '';
    const signer = signerOf(inDistrict, official, at);
    const by = { signatory: official, isNamed: signer !== undefined, ...compact({ post: signer?.post }) };
    try {
      return await this.database.scope(district).transaction(async (tx) => {
        const outgoing = await this.numbers.given(tx, inDistrict, { notice: id, at });
        const command = { type: 'SignNotice', ...by, outgoing, at } as const;
        const handled = await this.notices.handle(ctx, id, command, { expectedVersion, tx });
        if (handled.events.length === 0) throw new NothingSigned(handled);
        const way = await this.deliveries.sign(tx, district, id, {
          signatory: official,
          signedAt: at,
          post: signer?.post ?? null,
        });
        if (hasSheet(way, (handled.state as Known).published.demands))
          await this.queue.add(tx, [{ district, kind: 'PAPER', key: id, body: {} }]);
        return handled;
      });
    } catch (error) {
      if (error instanceof NothingSigned) return error.handled;
      throw error;
    }
  }
}

/** Whom the settings name; undefined where the directory has no such official. */
function namedIn({ letters, officials }: District): Official | undefined {
  return officials.find(({ login }) => login === letters?.noticesSignedBy);
}

interface Signer {
  readonly official: Official;
  /** Of one who signs in another's stead, that one's. */
  readonly post?: string;
}

/** Undefined for who is not named, and substitutes not who is. */
export function signerOf(district: District, id: string, at: string): Signer | undefined {
  const [named, official] = [namedIn(district), district.officials.find((one) => one.id === id)];
  if (!named || !official) return undefined;
  if (named.id === id) return compact({ official, post: official.position });
  const post = actingPost(district, id, named.id, at);
  return post === undefined ? undefined : { official, post };
}

function viewOf(row: UnsignedNotice, district: District): NoticeToSign {
  const { notice: id, version, appeal, number, kind, way, details, since } = row;
  return {
    id,
    version,
    appeal,
    number,
    kind,
    way,
    since,
    addressee: addresseeOf(kind),
    body: details.body ?? null,
    dueOn: dueOfNotice(row, countedDay(row, district)) ?? null,
  };
}

function countedDay(row: NoticeAsDue, { zone, policy, law = {}, calendar }: District): string | undefined {
  const id = ruleOfNotice(row);
  if (id === undefined || row.registeredOn === null) return undefined;
  const rule = id === 'REG' ? legalRule(law, id) : caseRule({ policy, law }, id);
  return rule && deadlineOf({ on: row.registeredOn, zone }, rule, calendar).dueOn;
}
