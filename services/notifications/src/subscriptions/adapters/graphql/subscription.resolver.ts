import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type {
  AskedSubscription,
  ConfirmedSubscription,
  EndedSubscription,
  SubscribeToAnswersInput,
  SubscriptionLinkInput,
} from '@otklik/contracts/generated/graphql';
import { BadInput, checkAll, cleanText, NotFound, optionalText, type PermittedContext } from '@otklik/host';
import { isAddress, wireAddress } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { Subscribe } from '../../application/subscribe.js';
import { CONFIRM_WITHIN_HOURS } from '../../store/subscriptions.js';

const MAX_EMAIL = 254;
const MAX_CODE = 100;

/** Subscriptions by e-mail to what is published. */
@Resolver()
export class SubscriptionResolver {
  constructor(private readonly subscribe: Subscribe) {}

  @Mutation('subscribeToAnswers')
  async subscribeToAnswers(
    @Args('input') input: SubscribeToAnswersInput,
    @Context() context: PermittedContext,
  ): Promise<AskedSubscription> {
    const district = districtOf(context);
    const [email, topic, settlement] = checkAll(
      () => checkedEmail(input.email),
      () => codeIn(input.topic, district.topics, 'topic'),
      () => codeIn(input.settlement, district.settlements, 'settlement'),
    );
    await this.subscribe.ask(district, { email, topic, settlement, key: input.key });
    return { hours: CONFIRM_WITHIN_HOURS };
  }

  @Mutation('confirmSubscription')
  async confirmSubscription(
    @Args('input') { link }: SubscriptionLinkInput,
    @Context() context: PermittedContext,
  ): Promise<ConfirmedSubscription> {
    const district = districtOf(context);
    const subject = await this.subscribe.confirm(district, link);
    return {
      confirmed: subject !== undefined,
      topic: nameIn(district.topics, subject?.topic),
      settlement: nameIn(district.settlements, subject?.settlement),
    };
  }

  @Mutation('endSubscription')
  async endSubscription(
    @Args('input') { link }: SubscriptionLinkInput,
    @Context() context: PermittedContext,
  ): Promise<EndedSubscription> {
    return { ended: await this.subscribe.end(districtOf(context), link) };
  }
}

interface Named {
  readonly code: string;
  readonly name: string;
}

/** Throws `BadInput`. */
function checkedEmail(given: string): string {
  const email = cleanText(given, { max: MAX_EMAIL, path: 'input.email' }).trim();
  if (!isAddress(wireAddress(email))) throw new BadInput('CONTACT_MALFORMED', 'input.email');
  return email;
}

/** Empty where none is named. Throws `BadInput` for one that the district does not have. */
function codeIn(given: string | null | undefined, list: readonly Named[], field: 'topic' | 'settlement'): string {
  const code = optionalText(given, { max: MAX_CODE, path: `input.${field}` }) ?? '';
  if (code !== '' && !list.some((one) => one.code === code))
    throw new BadInput(field === 'topic' ? 'TOPIC_UNKNOWN' : 'SETTLEMENT_UNKNOWN', `input.${field}`);
  return code;
}

function nameIn(list: readonly Named[], code: string | undefined): string | null {
  return list.find((one) => one.code === code)?.name ?? null;
}

function districtOf({ district }: PermittedContext): District {
  if (!district) throw new NotFound();
  return district;
}
