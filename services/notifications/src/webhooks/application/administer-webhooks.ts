import { Injectable } from '@nestjs/common';
import type { ActOnWebhookInput, AddWebhookInput, ChangeWebhookInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { compact, IdempotencyKeyReused, refuse, uuidv5, VersionConflict } from '@otklik/kernel';
import { Database, type Transaction } from '@otklik/tenancy';
import { Secrets } from '@otklik/vault';
import { makeWebhookSecret, openWebhookSecrets, sealWebhookSecrets } from './webhook-secrets.js';
import { type Period, type Webhook, type WebhookAct, type WebhookRecord, Webhooks } from '../store/webhooks.js';

/** For so long what is sent is signed by the former secret, too. */
const OVERLAP_MS = 24 * 60 * 60 * 1000;
const MAX_WEBHOOKS = 20;

export interface Administered {
  readonly id: string;
  /** That the command made; a repeated one makes it again. */
  readonly secret?: string;
  readonly replayed?: number;
}

type Given = Pick<ActOnWebhookInput, 'id' | 'expectedVersion'>;
type Content = Pick<AddWebhookInput, 'url' | 'types' | 'description'>;
type Work = (tx: Transaction, webhook: Webhook) => Promise<{ readonly replayed?: number } | void>;

/** What administrators do with the webhooks of their district; each command is done once, and recorded. */
@Injectable()
export class AdministerWebhooks {
  private readonly key: Buffer;
  private readonly making: Buffer;

  constructor(
    private readonly database: Database,
    private readonly webhooks: Webhooks,
    secrets: Secrets,
  ) {
    this.key = secrets.of('webhook');
    this.making = secrets.of('webhook-making');
  }

  /** Refuses TOO_MANY_WEBHOOKS. */
  async add(ctx: ClientCommandContext, { url, types, description }: Content): Promise<Administered> {
    const id = uuidv5(ctx.commandId, 'webhook');
    const secret = makeWebhookSecret(this.making, ctx.commandId);
    await this.once(ctx, async (tx) => {
      if ((await this.webhooks.count(tx, ctx.district)) >= MAX_WEBHOOKS) refuse('TOO_MANY_WEBHOOKS');
      const sealed = sealWebhookSecrets(this.key, id, { secret });
      const webhook = { id, version: 1, url, types, description, sealed, secretSetAt: ctx.at };
      await this.webhooks.add(tx, ctx.district, webhook);
      return recordOf(ctx, 'ADDED', webhook);
    });
    return { id, secret };
  }

  /** Refuses NOT_FOUND; throws `VersionConflict`. The same holds for the others. */
  change(ctx: ClientCommandContext, given: ChangeWebhookInput): Promise<Administered> {
    const { url, types, description } = given;
    return this.act(ctx, given, 'CHANGED', async (tx, webhook) =>
      this.nextVersion(tx, ctx, { ...webhook, url, types, description }),
    );
  }

  async renewSecret(ctx: ClientCommandContext, given: Given): Promise<Administered> {
    const secret = makeWebhookSecret(this.making, ctx.commandId);
    const until = new Date(Date.parse(ctx.at) + OVERLAP_MS).toISOString();
    const done = await this.act(ctx, given, 'SECRET_RENEWED', async (tx, webhook) => {
      const { secret: before } = openWebhookSecrets(this.key, webhook.id, webhook.sealed);
      const sealed = sealWebhookSecrets(this.key, webhook.id, { secret, former: { secret: before, until } });
      await this.webhooks.change(tx, ctx.district, { ...webhook, sealed, secretSetAt: ctx.at }, until);
    });
    return { ...done, secret };
  }

  pause(ctx: ClientCommandContext, given: Given): Promise<Administered> {
    return this.act(ctx, given, 'PAUSED', async (tx, webhook) => {
      await this.webhooks.pause(tx, ctx.district, webhook.id, 'ADMINISTRATOR');
      await this.nextVersion(tx, ctx, webhook);
    });
  }

  resume(ctx: ClientCommandContext, given: Given): Promise<Administered> {
    return this.act(ctx, given, 'RESUMED', async (tx, webhook) => {
      await this.webhooks.resume(tx, ctx.district, webhook.id);
      await this.nextVersion(tx, ctx, webhook);
    });
  }

  remove(ctx: ClientCommandContext, given: Given): Promise<Administered> {
    return this.act(ctx, given, 'REMOVED', (tx, webhook) => this.webhooks.remove(tx, ctx.district, webhook.id));
  }

  replay(ctx: ClientCommandContext, given: Given & Period): Promise<Administered> {
    return this.act(ctx, given, 'REPLAYED', async (tx, webhook) => {
      const replayed = await this.webhooks.replay(tx, ctx.district, webhook.id, given);
      await this.nextVersion(tx, ctx, webhook);
      return { replayed };
    });
  }

  /** Until then the former secret holds as before. */
  private async nextVersion(tx: Transaction, { district, at }: ClientCommandContext, webhook: Webhook): Promise<void> {
    const { former } = openWebhookSecrets(this.key, webhook.id, webhook.sealed);
    await this.webhooks.change(tx, district, webhook, former && former.until > at ? former.until : null);
  }

  private async act(
    ctx: ClientCommandContext,
    { id, expectedVersion }: Given,
    act: WebhookAct,
    work: Work,
  ): Promise<Administered> {
    const { replayed } = await this.once(ctx, async (tx) => {
      const webhook = (await this.webhooks.find(tx, ctx.district, id)) ?? refuse('NOT_FOUND');
      if (webhook.version !== expectedVersion) throw new VersionConflict(expectedVersion, webhook.version);
      const done = await work(tx, webhook);
      return { ...recordOf(ctx, act, webhook), ...done };
    });
    return compact({ id, replayed });
  }

  /** A repeated command gets its first record. Throws `IdempotencyKeyReused`. */
  private once(ctx: ClientCommandContext, work: (tx: Transaction) => Promise<WebhookRecord>): Promise<WebhookRecord> {
    const { district, commandId, fingerprint } = ctx;
    return this.database.scope(district).transaction(async (tx) => {
      await this.webhooks.lock(tx, district);
      const repeated = await this.webhooks.recordOf(tx, district, commandId);
      if (repeated) {
        if (repeated.fingerprint === fingerprint) return repeated;
        throw new IdempotencyKeyReused('this key was used for something else');
      }
      const record = await work(tx);
      await this.webhooks.record(tx, district, record);
      return record;
    });
  }
}

function recordOf(
  { commandId: command, fingerprint, at, sender }: ClientCommandContext,
  act: WebhookAct,
  { id: webhook, url }: Webhook,
): WebhookRecord {
  const by = sender.kind === 'official' ? sender.id : refuse('FORBIDDEN');
  return { command, fingerprint, webhook, act, at, by, url };
}
