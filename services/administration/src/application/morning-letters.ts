import { Injectable } from '@nestjs/common';
import type { ClientCommandContext } from '@otklik/event-store';
import { refuse } from '@otklik/kernel';
import { sealOfficialEmail, Secrets } from '@otklik/vault';
import type { RecordKind } from '../store/administration-records.js';
import { Administer } from './administer.js';
import { officialNow, type OfficialChange, type OfficialData } from './official-now.js';

/** Where letters to officials go, and which of them each wants. */
@Injectable()
export class MorningLetters {
  private readonly key: Buffer;

  constructor(
    private readonly administer: Administer,
    secrets: Secrets,
  ) {
    this.key = secrets.of('official-email');
  }

  /** As in the directory. */
  sealed(official: string, email: string | undefined): { readonly email?: string } {
    return email === undefined ? {} : { email: sealOfficialEmail(this.key, official, email) };
  }

  async setEmail(
    ctx: ClientCommandContext,
    { email, ...change }: OfficialChange & { readonly email: string | undefined },
  ): Promise<void> {
    await this.administer.run(ctx, async ({ writer }) => {
      const { login, data } = await officialNow(writer, ctx.district, change);
      const { email: _, ...others } = data;
      const next = { ...others, ...this.sealed(data.id, email) };
      await writer.put(ctx.district, { kind: 'official', code: login, data: next });
      return { kind: 'EMAIL_CHANGED', official: data.id, details: { isSet: String(email !== undefined) } };
    });
  }

  /** The sender's own letter of the morning. Refuses NOT_FOUND for one who is no official of the district. */
  choose(ctx: ClientCommandContext, isOn: boolean): Promise<void> {
    return this.changeOwn(ctx, { kind: 'MORNING_LETTER_CHOSEN', isOn }, ({ digestOff: _, ...data }) =>
      isOn ? data : { ...data, digestOff: true },
    );
  }

  /** The sender's own letters about what is assigned to him, at once; refuses as `choose`. */
  chooseAtOnce(ctx: ClientCommandContext, isOn: boolean): Promise<void> {
    return this.changeOwn(ctx, { kind: 'ASSIGNMENT_LETTER_CHOSEN', isOn }, ({ isAssignmentLetterOn: _, ...data }) =>
      isOn ? { ...data, isAssignmentLetterOn: true } : data,
    );
  }

  private async changeOwn(
    ctx: ClientCommandContext,
    { kind, isOn }: { readonly kind: RecordKind; readonly isOn: boolean },
    change: (data: OfficialData) => OfficialData,
  ): Promise<void> {
    await this.administer.run(ctx, async ({ writer }) => {
      for (const row of await writer.current(ctx.district, ['official'])) {
        if (row.kind !== 'official' || row.data.id !== ctx.actor.id) continue;
        await writer.put(ctx.district, { kind: 'official', code: row.code, data: change(row.data) });
        return { kind, official: row.data.id, details: { isSet: String(isOn) } };
      }
      return refuse('NOT_FOUND');
    });
  }
}
