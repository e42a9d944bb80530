import { uuidv5 } from '@otklik/kernel';
import type { AccountNetwork } from '@otklik/contracts/enumerations';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { TokenIssuer } from '../token-issuer.js';
import type { Ask } from './ask.js';

interface Comment {
  readonly person: string;
  readonly text: string;
  readonly photo?: string;
  /** In a dialogue with us, not under the post. */
  readonly direct?: boolean;
  /** To the comment before. */
  readonly reply?: boolean;
  readonly likes?: number;
}

interface Page {
  readonly network: AccountNetwork;
  readonly district: string;
  readonly title: string;
  readonly comments: readonly Comment[];
}

interface Credentials {
  readonly settings: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
}

interface Said {
  readonly id: string;
  readonly text: string;
}

export interface DemoNetworksOptions {
  /** Address of the simulated networks' page. */
  readonly networks: string;
  readonly ask: Ask;
  readonly tokens: TokenIssuer;
  /** A picture of the demonstration, as JPEG. */
  readonly photo: (name: string) => Promise<Buffer>;
}

/** Namespace of the accounts' keys. */
const DEMO = '0b1e63d4-3f2b-5d77-8f46-52b1f2f7c6aa';

const ADD = `mutation ($input: AddNetworkAccountInput!) { addNetworkAccount(input: $input) {
  __typename ... on Refusal { code message } } }`;

export async function readDemoPages(file: string): Promise<readonly Page[]> {
  return (parse(await readFile(file, 'utf8')) as { readonly pages: readonly Page[] }).pages;
}

/** The districts' accounts in the simulated networks, entered by their administrators; nothing is entered twice. */
export async function enterDemoAccounts(pages: readonly Page[], options: DemoNetworksOptions): Promise<void> {
  for (const page of pages) {
    const { network, district, title } = page;
    await enter(page, await post<Credentials>(options, '/account', { network, page: district, title }), options);
  }
}

/**
 * What residents wrote there: repeated after an interruption, it says only what does not stand there yet. The product listens
 * by now, or reads later what it missed.
 */
export async function writeDemoComments(pages: readonly Page[], options: DemoNetworksOptions): Promise<void> {
  for (const page of pages) {
    let before: Said | undefined;
    for (const comment of page.comments) before = await say(page, comment, before, options);
  }
}

async function enter({ network, district, title }: Page, given: Credentials, options: DemoNetworksOptions) {
  const { ask, tokens } = options;
  const { token } = await tokens.issue(`${district}.admin`);
  const key = uuidv5(DEMO, `${network} ${district}`);
  const [settings, secrets] = [valuesOf(given.settings), valuesOf(given.secrets)];
  const input = { district, key, network, title, settings, secrets };
  const { addNetworkAccount: added } = await ask<{ addNetworkAccount: { readonly code?: string } }>(
    ADD,
    { input },
    token,
  );
  if (added.code !== undefined) throw new Error(`${network} of ${district}: ${added.code}`);
}

const valuesOf = (of: Readonly<Record<string, string>>) => Object.entries(of).map(([name, value]) => ({ name, value }));

async function say(
  page: Page,
  comment: Comment,
  before: Said | undefined,
  options: DemoNetworksOptions,
): Promise<Said> {
  const at = { network: page.network, page: page.district };
  const { person, text, photo, direct, reply, likes } = comment;
  const stands = await standing(options, at, text);
  if (stands) return stands;
  const photos = photo === undefined ? [] : [(await options.photo(photo)).toString('base64')];
  const to = reply && before ? { replyTo: before.id } : {};
  const said = await post<Said>(options, '/say', { ...at, person, text, photos, direct, ...to });
  if (likes !== undefined) await post(options, '/like', { ...at, id: said.id, times: likes });
  return said;
}

/** What was said before an interruption. */
async function standing(
  { networks }: DemoNetworksOptions,
  { network, page }: { readonly network: string; readonly page: string },
  text: string,
): Promise<Said | undefined> {
  const said = (await (
    await fetch(new URL(`/said?network=${network}&page=${page}`, networks))
  ).json()) as readonly Said[];
  return said.find((one) => one.text === text);
}

async function post<Result>({ networks }: DemoNetworksOptions, path: string, body: object): Promise<Result> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(new URL(path, networks), { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path} of the networks: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Result;
}
