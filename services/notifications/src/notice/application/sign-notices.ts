import { Injectable } from '@nestjs/common';
import { addresseeOf } from '@otklik/contracts/notices-to-bodies';
import type { NoticeToSign, NoticesToSign as Listed } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext, Handled } from '@otklik/event-store';
import { WorkQueue } from '@otklik/host';
import { Clock, compact, deadlineOf, refuse, Unavailable } from '@otklik/kernel';
import { caseRule, Database, isDeadlock, legalRule, type District, type OpenedBy } from '@otklik/tenancy';
import { LetterOpenings } from '../../letters/store/letter-openings.js';
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
import { namedIn, signerOf, type ActingAs } from './signer-of-notices.js';

type Result = Handled<NoticeState, NoticeEvent>;

/** A press signs 100 at most. */
const MAX_LISTED = 100;
/** After the first attempt. */
const MAX_RETRIES = 3;

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

  /** The oldest first, with what the law or the question sets a day for. `capacities`: those of the one who asks. */
  async of(district: District, capacities: readonly ActingAs[]): Promise<Listed> {
    const named = namedIn(district);
    const { total, rows } = await this.waiting.of(district.id, MAX_LISTED);
    const at = this.clock.now();
    return {
      signatory: named?.name ?? null,
      post: named?.position ?? null,
      maySign: capacities.some((one) => signerOf(district, one, at) !== undefined),
      total,
      notices: rows.map((row) => viewOf(row, district)),
    };
  }

  /** As it would be signed now; recorded before it is shown. Refuses FORBIDDEN to who may not sign it, and NOT_FOUND. */
  async open(district: District, notice: string, capacities: readonly OpenedBy[]): Promise<LetterParts> {
    const at = this.clock.now();
    const by = capacities.find((one) => signerOf(district, one, at)) ?? refuse('FORBIDDEN');
    const signer = signerOf(district, by, at) ?? refuse('FORBIDDEN');
    const letter = (await this.deliveries.unsigned(district.id, notice)) ?? refuse('NOT_FOUND');
    const signed = { signatory: signer.official.id, signedAt: at, post: signer.post ?? null };
    const facts = (await this.letters.factsOf({ ...letter, ...signed })) ?? refuse('NOT_FOUND');
    await this.openings.record(district.id, {
      ...by,
      at,
      reason: 'TO_SIGN',
      notices: [notice],
      appeals: [letter.appeal],
    });
    return letterParts(facts, district, this.settings);
  }

  /**
   * The number is drawn under the lock of its series, and stays only where the signature is recorded: a repeated or refused press leaves no gap.
   * What takes the notice back at the same time locks its rows in another order: where the server ends this one for that, it is done
   * again. Throws `Unavailable` where that happens again and again.
   */
  async sign(ctx: ClientCommandContext, id: string, expectedVersion: number): Promise<Result> {
    for (let retries = 0; retries <= MAX_RETRIES; retries += 1) {
      try {
        return await this.signOnce(ctx, id, expectedVersion);
      } catch (error) {
        if (!isDeadlock(error)) throw error;
      }
    }
    throw new Unavailable('Signing a notice met a deadlock again and again');
  }

  private async signOnce(ctx: ClientCommandContext, id: string, expectedVersion: number): Promise<Result> {
    const { district, inDistrict, at } = ctx;
    const official = ctx.sender.kind === 'official' ? ctx.sender.id : '';
    const signer = signerOf(inDistrict, { official, onBehalfOf: ctx.actor.onBehalfOf }, at);
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

function viewOf(row: UnsignedNotice, district: District): NoticeToSign {
  const { notice: id, version, appeal, number, kind, way, details } = row;
  return {
    id,
    version,
    appeal,
    number,
    kind,
    way,
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
