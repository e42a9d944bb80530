import { Injectable } from '@nestjs/common';
import { LeaseLost } from '@otklik/host';
import { Clock } from '@otklik/kernel';
import { isOutage } from '@otklik/messaging';
import { Dispatcher, type Ref } from '@otklik/networks';
import { Logger } from '@otklik/observability';
import { Directory, type District } from '@otklik/tenancy';
import { Vault } from '@otklik/vault';
import { personalData } from '../../letters/domain/personal-data.js';
import { OpenLetter } from '../../letters/application/open-letter.js';
import { LetterSettings } from '../../letters/application/send-letter.js';
import { ConcludeMessage, type MessageSent } from './conclude-message.js';
import { NetworkChannels, targetOf, type OpenAccount } from './network-channels.js';
import { NetworkParts } from '../store/network-parts.js';
import type { AttemptedMessage, PendingMessage } from '../store/network-queue.js';
import { networkText } from './network-text.js';
import { NoticeRecord } from './send-record.js';

const GONE = 'TARGET_GONE';

/** Says a notice in a network: one attempt. */
@Injectable()
export class SendMessage {
  constructor(
    private readonly channels: NetworkChannels,
    private readonly parts: NetworkParts,
    private readonly letters: OpenLetter,
    private readonly conclude: ConcludeMessage,
    private readonly directory: Directory,
    private readonly settings: LetterSettings,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Throws when the database is down. */
  async send(message: AttemptedMessage, signal: AbortSignal): Promise<MessageSent> {
    const account = this.channels.open(message.district, message.account);
    if (!account) return this.conclude.paused(message, 'SWITCHED_OFF');
    try {
      const words = await this.wordsOf(message);
      if (words === undefined) return await this.conclude.erased(message);
      const to = await this.addressOf(message);
      if (to === undefined) return await this.conclude.givenUp(message, GONE);
      return await this.say(message, account, { to, ...words }, signal);
    } catch (error) {
      if (error instanceof LeaseLost || isOutage(error)) throw error;
      const { district, appeal } = message;
      this.logger.error('sending an answer in a network failed', { district, appeal, error });
      return this.conclude.later(message);
    }
  }

  private async say(
    message: AttemptedMessage,
    account: OpenAccount,
    { to, text, isWhole }: Words & { readonly to: Ref },
    signal: AbortSignal,
  ): Promise<MessageSent> {
    const begun = await this.parts.of(message);
    if (begun.length === 0 && isWhole) {
      const found = await this.foundIn(message, text);
      if (found.length > 0) return this.conclude.held(message, found);
    }
    const record = new NoticeRecord(message, to, this.parts, this.vault);
    let isUndecided = false;
    const dispatcher = new Dispatcher(account.channel, {
      record,
      now: () => Date.parse(this.clock.now()),
      random: Math.random,
      alarm: (problem) => (isUndecided ||= problem === 'OUTCOME_UNKNOWN'),
    });
    await dispatcher.recover();
    const lastHeard = message.sourceKind === 'DIRECT' ? { lastHeard: message.heardAt } : {};
    await dispatcher.enqueue({ key: record.key, to, text, ...lastHeard });
    while (!isUndecided && (await dispatcher.step(signal)));
    return this.conclude.attempted(message, account, { to, record, isUndecided });
  }

  /** Undefined when what it says was erased. */
  private async wordsOf(message: PendingMessage): Promise<Words | undefined> {
    const { district, notice, way, words } = message;
    if (way === 'THREAD' && words !== null) {
      const text = await this.vault.open(district, words, { eventId: notice, field: 'words' });
      return text === undefined ? undefined : { text, isWhole: false };
    }
    const facts = await this.letters.factsOf(message);
    if (!facts) return undefined;
    return { text: networkText(way, facts, this.districtOf(message), this.settings), isWhole: way === 'THREAD' };
  }

  /** Undefined when the person was erased, or cannot be written to. */
  private async addressOf(message: PendingMessage): Promise<Ref | undefined> {
    const { district, ref, contact } = message;
    const said = ref === null ? undefined : await this.vault.open(district, ref, { field: 'sourceRef' });
    if (said === undefined) return undefined;
    const author = contact === null ? undefined : await this.vault.open(district, contact, { field: 'contact' });
    return targetOf(message, JSON.parse(said) as Ref, author?.slice(author.indexOf(' ') + 1));
  }

  /** The person's own words and the place may be said: everybody read them there. */
  private async foundIn(message: PendingMessage, text: string) {
    const { officials, public: own, organisations } = this.districtOf(message);
    const asked = message.text === null ? '' : await this.vault.open(message.district, message.text, { field: 'text' });
    const found = personalData(text, {
      names: officials.map(({ name }) => name),
      phones: own.phones.map(({ phone }) => phone),
      addresses: [asked ?? '', own.address, ...organisations.flatMap(({ address }) => address ?? [])],
    });
    return [...new Set(found.map(({ kind }) => kind))];
  }

  private districtOf({ district: id }: PendingMessage): District {
    const district = this.directory.districtById(id);
    if (!district) throw new TypeError(`The directory has no district ${id}`);
    return district;
  }
}

interface Words {
  readonly text: string;
  /** The answer as it is, for all to read: looked through before. */
  readonly isWhole: boolean;
}
