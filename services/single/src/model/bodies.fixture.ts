import { bodyLink } from '@otklik/vault';
import { localDate } from '@otklik/kernel';
import { ofType, type Fact } from './case-facts.fixture.js';
import type { ModelRun } from './model-run.fixture.js';

/** A body opens the link of its letter and tells what it did; whether the link opens is for the product to say. */
export async function bodyReacts(run: ModelRun): Promise<void> {
  const { product, chance } = run;
  const forwarded = ofType(product.transport.all('routing.events') as readonly Fact[], 'QuestionForwarded');
  if (forwarded.length === 0) return;
  const { district: id, stream: question, data } = chance.oneOf(forwarded);
  const { letter } = chance.oneOf(data['to'] as readonly { readonly letter: string }[]);
  const district = product.opened.directory.districtById(id)!;
  const link = bodyLink(product.opened.secrets.forPurpose('body-link'), id, { question, letter });
  const reaction = chance.oneOf(['ACCEPTED', 'ANSWERED', 'REFUSED'] as const);
  const told = {
    reactedOn: localDate(product.now, district.zone),
    number: `5/${chance.integer(1, 99)}`,
    text: 'Не наше',
  };
  const recorded = '... on BodyReactionRecorded { consistencyToken }';
  const { refused } = await run.command(
    'reactAsBody',
    { district: district.code, link, reaction, ...told },
    {},
    recorded,
  );
  if (refused !== undefined && refused !== 'NOT_FOUND' && refused !== 'BODY_REACTED')
    run.violated('noFault', `a body's link that does not open is answered ${String(refused)}`);
}
