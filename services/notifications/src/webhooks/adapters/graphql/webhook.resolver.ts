import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type {
  ActOnWebhookInput,
  AddWebhookInput,
  ChangeWebhookInput,
  QueryWebhookDeliveriesArgs,
  ReplayWebhookInput,
  Webhook,
  WebhookDelivery,
  WebhookType,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import {
  BadInput,
  checkAll,
  cleanText,
  Command,
  Ctx,
  Input,
  NotFound,
  readAsOfficial,
  type PermittedContext,
} from '@otklik/host';
import { Clock, outsideAddress } from '@otklik/kernel';
import { AdministerWebhooks, type Administered } from '../../application/administer-webhooks.js';
import { isToldType, toldTypes } from '../../application/told-types.js';
import { Webhooks, type WebhookStanding } from '../../store/webhooks.js';
import { AllowedOrigins } from '../http/outside-webhook-sender.js';

const DESCRIPTION = { max: 200, path: 'input.description' } as const;

/** External servers that are notified of facts. */
@Resolver()
export class WebhookResolver {
  constructor(
    private readonly act: AdministerWebhooks,
    private readonly list: Webhooks,
    private readonly allowed: AllowedOrigins,
    private readonly clock: Clock,
  ) {}

  @Query()
  webhooks(@Context() context: PermittedContext): Promise<readonly Webhook[]> {
    return readAsOfficial(context, async ({ district }) =>
      (await this.list.all(district)).map((one) => this.view(one)),
    );
  }

  @Query()
  webhookTypes(@Context() { language }: PermittedContext): readonly WebhookType[] {
    return toldTypes.map(({ type, titles, subject }) => ({ type, title: titles[language], subject }));
  }

  @Query()
  webhookDeliveries(
    @Args() { webhook, state }: QueryWebhookDeliveriesArgs,
    @Context() context: PermittedContext,
  ): Promise<readonly WebhookDelivery[]> {
    return readAsOfficial(context, async ({ district }) => {
      const deliveries = await this.list.deliveries(district, webhook, state ?? undefined);
      if (!deliveries) throw new NotFound();
      return deliveries;
    });
  }

  @Command()
  async addWebhook(@Input() input: AddWebhookInput, @Ctx() ctx: ClientCommandContext) {
    return this.change(ctx, await this.act.add(ctx, { ...input, ...this.checked(input) }));
  }

  @Command()
  async changeWebhook(@Input() input: ChangeWebhookInput, @Ctx() ctx: ClientCommandContext) {
    return this.change(ctx, await this.act.change(ctx, { ...input, ...this.checked(input) }));
  }

  @Command()
  async renewWebhookSecret(@Input() input: ActOnWebhookInput, @Ctx() ctx: ClientCommandContext) {
    return this.change(ctx, await this.act.renewSecret(ctx, input));
  }

  @Command()
  async pauseWebhook(@Input() input: ActOnWebhookInput, @Ctx() ctx: ClientCommandContext) {
    return this.change(ctx, await this.act.pause(ctx, input));
  }

  @Command()
  async resumeWebhook(@Input() input: ActOnWebhookInput, @Ctx() ctx: ClientCommandContext) {
    return this.change(ctx, await this.act.resume(ctx, input));
  }

  @Command()
  async removeWebhook(@Input() input: ActOnWebhookInput, @Ctx() ctx: ClientCommandContext) {
    return this.change(ctx, await this.act.remove(ctx, input));
  }

  @Command()
  async replayWebhook(@Input() input: ReplayWebhookInput, @Ctx() ctx: ClientCommandContext) {
    if (Date.parse(input.to) <= Date.parse(input.from))
      throw new BadInput('BAD_INPUT', 'input.to', {}, 'The end is not after the beginning.');
    return this.change(ctx, await this.act.replay(ctx, input));
  }

  /** Throws `BadInput`. */
  private checked({ url: given, types, description: words }: Pick<AddWebhookInput, 'url' | 'types' | 'description'>) {
    const [description, url] = checkAll(
      () => cleanText(words, DESCRIPTION),
      () => this.outside(given),
      () => demandTypes(types),
    );
    return { description, url, types: [...new Set(types)].sort() };
  }

  private outside(given: string): string {
    const url = outsideAddress(given.trim(), this.allowed.origins);
    if (!url) throw new BadInput('ADDRESS_NOT_PUBLIC', 'input.url');
    return url.href;
  }

  private async change({ district }: ClientCommandContext, { id, secret, replayed }: Administered) {
    const webhook = await this.list.one(district, id);
    if (!webhook) throw new NotFound();
    return {
      __typename: 'WebhookChange' as const,
      webhook: this.view(webhook),
      secret: secret ?? null,
      replayed: replayed ?? null,
    };
  }

  private view({ sealed: _sealed, formerUntil, ...webhook }: WebhookStanding): Webhook {
    const isFormerGood = formerUntil !== null && formerUntil > this.clock.now();
    return { ...webhook, types: [...webhook.types], formerSecretUntil: isFormerGood ? formerUntil : null };
  }
}

function demandTypes(types: AddWebhookInput['types']): void {
  if (!types.every(isToldType))
    throw new BadInput('BAD_INPUT', 'input.types', {}, 'Webhooks are not notified of one of these types.');
}
