import { Injectable } from '@nestjs/common';
import type { AppealReceivedData } from '@otklik/contracts/intake.events';
import { EventStore } from '@otklik/event-store';
import { Vault } from '@otklik/vault';
import { isSameLetter, type LetterParts } from '../domain/same-letter.js';

const FIELDS = ['text', 'name', 'contact', 'address', 'subject'] as const;
type Field = (typeof FIELDS)[number];

/** Whether two submissions are one letter that was entered twice, by what they hold. */
@Injectable()
export class SameLetter {
  constructor(
    private readonly store: EventStore,
    private readonly vault: Vault,
  ) {}

  /** Of what is erased nothing is compared. */
  async areSame(district: number, one: string, other: string): Promise<boolean> {
    const [first, second] = await Promise.all([this.letter(district, one), this.letter(district, other)]);
    return isSameLetter(first, second);
  }

  private async letter(district: number, id: string): Promise<LetterParts> {
    const [received] = await this.store.read(district, id, 0);
    const data = (received?.data ?? {}) as Partial<Pick<AppealReceivedData, Field>>;
    const opened = await Promise.all(
      FIELDS.map(async (field) => {
        const sealed = data[field];
        const text = sealed === undefined ? undefined : await this.vault.open(district, sealed, { field });
        if (text === undefined) return [];
        return [[field, field === 'contact' ? await this.vault.blindIndex(district, text) : text] as const];
      }),
    );
    return Object.fromEntries(opened.flat());
  }
}
