import type { Chance } from './chance.fixture.js';
import { mailboxes } from './model-mail.fixture.js';
import type { Asked, ModelProduct } from './model-product.fixture.js';

/** A case as the model knows it: what its resident received. */
export interface ModelCase {
  readonly index: number;
  readonly district: string;
  readonly id: string;
  readonly number: string;
  /** Of the follow-up; none where the case came from another district. */
  readonly code: string | undefined;
  /** Occurs in every text of the case and nowhere else. */
  readonly mark: string;
}

const LETTERS = 'бвгджзклмн';

/** A word that no analysis of words changes. */
export function markOf(index: number): string {
  return `щзнк${[...String(index).padStart(4, '0')].map((digit) => LETTERS[Number(digit)]).join('')}щк`;
}

/** The first words decide about the department: a rule of the district fits, or the coordinator decides. */
const TEXTS = [
  'На нашей улице большая яма на дороге, машины объезжают её по тротуару.',
  'Во дворе не горит уличный фонарь, вечером темно.',
  'Когда нас переселят из ветхого жилья? Дом признан аварийным.',
  'Хочу поблагодарить и спросить о разном.',
  'Нет отопления в квартире третий день.',
  '1. Когда починят дорогу?\n2. Почему не вывозят мусор?\n3. Кто отвечает за собак?',
];
const CONSENT = '2026-09-01';
const RECEIPT = `__typename ... on Receipt { id number followUpCode } ... on Refusal { code }`;

type Sent = Readonly<Record<string, unknown>>;

/** One resident more: by the site's form, by name or without one, in an account, on paper, by telephone or at the reception. */
export async function submit(product: ModelProduct, chance: Chance, index: number): Promise<ModelCase> {
  const district = chance.oneOf(['aldan', 'kuol']);
  const mark = markOf(index);
  const common = { district, key: chance.uuid(), text: `${chance.oneOf(TEXTS)} ${mark}` };
  const contact = contactOf(chance, index);
  const files = await attached(product, chance, { district, mark, most: 5 });
  const way = chance.oneOf(['SITE', 'SITE', 'ACCOUNT', 'ACCOUNT', 'PAPER', 'PAPER', 'RECEPTION', 'PHONE'] as const);
  const asked = await (way === 'SITE' || way === 'ACCOUNT'
    ? fromSite(
        product,
        { ...common, ...contact, ...nameOf(chance, mark), files },
        way === 'ACCOUNT' ? `r${index}` : undefined,
      )
    : fromDesk(product, { ...common, ...contact, channel: way, ...entered(chance, way, { index, mark }), files }));
  const receipt = Object.values(asked.data ?? {})[0] as Sent | undefined;
  if (!receipt || receipt['__typename'] !== 'Receipt')
    throw new Error(`A submission was not taken: ${asked.code ?? String(receipt?.['code'])}`);
  const { id, number, followUpCode: code } = receipt as Readonly<Record<string, string>>;
  return { index, district, id: id!, number: number!, code: code!, mark };
}

/** Mostly nothing; answers the ids. */
export async function attached(
  { files }: ModelProduct,
  chance: Chance,
  { district, mark, most }: { readonly district: string; readonly mark: string; readonly most: number },
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let left = chance.happens(0.7) ? 0 : chance.integer(1, most); left > 0; left -= 1)
    ids.push(await files.upload(district, `${mark} ${ids.length} ${chance.uuid()}`));
  return ids;
}

async function fromSite(product: ModelProduct, input: Sent, account: string | undefined): Promise<Asked> {
  const document = `mutation ($input: SubmitAppealInput!) { submitAppeal(input: $input) { ${RECEIPT} } }`;
  const by = account === undefined ? {} : { token: await product.identified(account) };
  return product.ask(document, { input: { ...input, consent: CONSENT } }, by);
}

function fromDesk(product: ModelProduct, input: Sent & { readonly district: string }): Promise<Asked> {
  const document = `mutation ($input: EnterAppealInput!) { enterAppeal(input: $input) { ${RECEIPT} } }`;
  return product.ask(document, { input }, { as: `${input.district}.registrar` });
}

function entered(
  chance: Chance,
  way: string,
  { index, mark }: { readonly index: number; readonly mark: string },
): Sent {
  const who = { surname: `Заявитель${mark}`, givenName: 'Айаал' };
  if (way !== 'PAPER') return who;
  const address = { postcode: '678900', text: `г. Алдан, ул. ${mark}, ${index}` };
  return { ...who, ...(chance.happens(0.8) && { address }), original: { number: 'б/н', sheets: 1 } };
}

const nameOf = (chance: Chance, mark: string): Sent => (chance.happens(0.7) ? { name: `Заявитель Номер ${mark}` } : {});

function contactOf(chance: Chance, index: number): Sent {
  const way = chance.next();
  if (way < 0.25) return {};
  if (way < 0.45) return { contact: `+7914${String(1_000_000 + index)}` };
  const mailbox = chance.happens(0.5) ? 'ok' : chance.oneOf(mailboxes);
  return { contact: `${mailbox}${index}@pochta.example` };
}
