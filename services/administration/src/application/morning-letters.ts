import { Injectable } from '@nestjs/common';
import type { ClientCommandContext } from '@otklik/event-store';
import { refuse } from '@otklik/kernel';
import { sealOfficialEmail, Secrets } from '@otklik/vault';
import { Administer } from './administer.js';
import { officialNow, type OfficialChange } from './official-now.js';

/** Where the morning letters of terms go, and who wants none. */
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

  /** The sender's own. Refuses NOT_FOUND for one who is no official of the district. */
  async choose(ctx: ClientCommandContext, isOn: boolean): Promise<void> {
    await this.administer.run(ctx, async ({ writer }) => {
      for (const row of await writer.current(ctx.district, ['official'])) {
        if (row.kind !== 'official' || row.data.id !== ctx.actor.id) continue;
        const { digestOff: _, ...data } = row.data;
        const next = isOn ? data : { ...data, digestOff: true };
        await writer.put(ctx.district, { kind: 'official', code: row.code, data: next });
        return { kind: 'MORNING_LETTER_CHOSEN', official: data.id, details: { isSet: String(isOn) } };
      }
      return refuse('NOT_FOUND');
    });
  }
}
