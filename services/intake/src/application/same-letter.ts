import { Injectable } from '@nestjs/common';
import type { AppealReceivedData } from '@otklik/contracts/intake.events';
import { EventStore } from '@otklik/event-store';
import { Vault } from '@otklik/vault';

const FIELDS = ['text', 'name', 'contact', 'address', 'subject'] as const;
type Field = (typeof FIELDS)[number];
type Letter = Readonly<Partial<Record<Field, string>>>;

/** Whether two submissions are one letter that was entered twice, by what they hold. */
@Injectable()
export class SameLetter {
  constructor(
    private readonly store: EventStore,
    private readonly vault: Vault,
  ) {}

  /** Word for word the same, or of the same sender: by contact, account, or name and postal address. */
  async areSame(district: number, one: string, other: string): Promise<boolean> {
    const [first, second] = await Promise.all([this.letter(district, one), this.letter(district, other)]);
    const isSame = (...fields: readonly Field[]): boolean =>
      fields.every((field) => first[field] !== undefined && first[field] === second[field]);
    return isSame('text') || isSame('contact') || isSame('subject') || isSame('name', 'address');
  }

  /** Without what is erased; written alike however it was typed. */
  private async letter(district: number, id: string): Promise<Letter> {
    const [received] = await this.store.read(district, id, 0);
    const data = (received?.data ?? {}) as Partial<Pick<AppealReceivedData, Field>>;
    const opened = await Promise.all(
      FIELDS.map(async (field) => {
        const sealed = data[field];
        const text = sealed === undefined ? undefined : await this.vault.open(district, sealed, { field });
        if (text === undefined) return [];
        const known = field === 'contact' ? await this.vault.blindIndex(district, text) : plain(text);
        return known === '' ? [] : [[field, known] as const];
      }),
    );
    return Object.fromEntries(opened.flat());
  }
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
