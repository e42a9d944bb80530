import { Context, Query, Resolver } from '@nestjs/graphql';
import { AccountNetwork } from '@otklik/contracts/enumerations';
import type {
  AddNetworkAccountInput,
  ChangeNetworkAccountInput,
  NetworkAccount,
  NetworkKind,
  RenewNetworkSecretInput,
  SwitchNetworkAccountInput,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { BadInput, checkAll, Command, Ctx, Input, NotFound, type Language, type PermittedContext } from '@otklik/host';
import { Clock } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import {
  isSwitchedOff,
  madeSecrets,
  NetworkAccounts,
  networkOf,
  NetworkSettings,
  type Made,
  type Values,
} from '../../application/network-accounts.js';
import { NetworkAccountsOfDistrict } from '../../application/network-accounts-of-district.js';
import { networkAccount, networkKind } from './network-account-view.js';
import { checkedValues } from './network-values.js';

const TITLE = { max: 100 } as const;

/** Throws `BadInput` for a body whose requests go nowhere. */
function known(network: AccountNetwork, settings: Values, { inDistrict }: ClientCommandContext): Values {
  const { organisation } = settings;
  if (network !== 'OPEN311_BODY' || organisation === undefined) return settings;
  if (inDistrict.organisations.some(({ code, open311 }) => code === organisation && open311)) return settings;
  throw new BadInput('NO_OPEN311_BODY', 'input.settings.organisation');
}

type GivenValues = Pick<ChangeNetworkAccountInput, 'settings' | 'secrets'>;

/** Throws `BadInput`. */
function given(network: AccountNetwork, { settings, secrets }: GivenValues, ctx: ClientCommandContext, isNew = false) {
  const [shown, sealed] = checkAll(
    () => known(network, checkedValues(network, 'SETTING', settings ?? [], isNew), ctx),
    () => checkedValues(network, 'SECRET', secrets ?? [], isNew),
  );
  return { settings: shown, secrets: sealed };
}

@Resolver()
export class NetworkAccountResolver {
  constructor(
    private readonly accounts: NetworkAccounts,
    private readonly accountsOf: NetworkAccountsOfDistrict,
    private readonly settings: NetworkSettings,
    private readonly clock: Clock,
  ) {}

  @Query('networkKinds')
  networkKinds(@Context() { language }: PermittedContext): readonly NetworkKind[] {
    const networks = AccountNetwork.values.filter((network) => !isSwitchedOff(network, this.settings));
    return networks.map((network) => networkKind(network, language));
  }

  @Query('networkAccounts')
  async networkAccounts(@Context() { district, language }: PermittedContext): Promise<readonly NetworkAccount[]> {
    if (!district) throw new NotFound();
    return (await this.accountsOf.list(district)).map((account) =>
      networkAccount(account, this.shown(district, language)),
    );
  }

  @Command()
  async addNetworkAccount(
    @Input({ title: TITLE }, (input: AddNetworkAccountInput, ctx) => given(input.network, input, ctx, true))
    { network, title, settings, secrets }: AddNetworkAccountInput,
    @Ctx() ctx: ClientCommandContext,
    @Context() { language }: PermittedContext,
  ) {
    const values = given(network, { settings, secrets }, ctx, true);
    const { id, made } = await this.accounts.add(ctx, { network, title, ...values });
    return this.change(ctx, id, language, made);
  }

  @Command()
  async changeNetworkAccount(
    @Input({ title: { ...TITLE, optional: true } })
    { id, expectedVersion, title, settings, secrets }: ChangeNetworkAccountInput,
    @Ctx() ctx: ClientCommandContext,
    @Context() { language }: PermittedContext,
  ) {
    const network = networkOf(ctx, id);
    await this.accounts.change(ctx, {
      id,
      expectedVersion,
      ...(title && { title }),
      ...given(network, { settings, secrets }, ctx),
    });
    return this.change(ctx, id, language);
  }

  @Command()
  async renewNetworkSecret(
    @Input() { id, expectedVersion, secret }: RenewNetworkSecretInput,
    @Ctx() ctx: ClientCommandContext,
    @Context() { language }: PermittedContext,
  ) {
    const network = networkOf(ctx, id);
    if (!madeSecrets(network).includes(secret))
      throw new BadInput('BAD_INPUT', 'input.secret', {}, `${network} has no such secret that we make.`);
    const { made } = await this.accounts.renew(ctx, { id, expectedVersion, secret });
    return this.change(ctx, id, language, made);
  }

  @Command()
  async disableNetworkAccount(
    @Input() { id, expectedVersion }: SwitchNetworkAccountInput,
    @Ctx() ctx: ClientCommandContext,
    @Context() { language }: PermittedContext,
  ) {
    await this.accounts.switch(ctx, { id, expectedVersion, isEnabled: false });
    return this.change(ctx, id, language);
  }

  @Command()
  async enableNetworkAccount(
    @Input() { id, expectedVersion }: SwitchNetworkAccountInput,
    @Ctx() ctx: ClientCommandContext,
    @Context() { language }: PermittedContext,
  ) {
    await this.accounts.switch(ctx, { id, expectedVersion, isEnabled: true });
    return this.change(ctx, id, language);
  }

  private async change({ inDistrict }: ClientCommandContext, id: string, language: Language, made: Made = []) {
    const account = await this.accountsOf.one(inDistrict, id);
    if (!account) throw new NotFound();
    const shown = networkAccount(account, this.shown(inDistrict, language));
    return { __typename: 'NetworkAccountChange' as const, account: shown, made };
  }

  private shown({ code }: District, language: Language) {
    return { language, district: code, publicUrl: this.settings.publicUrl, now: this.clock.now() };
  }
}
