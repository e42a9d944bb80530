import { checkContainer, checkSignature, type CheckedContainer, type CheckedSignature } from '@otklik/signatures/check';
import { fullDate } from '../parts/dates.js';

/** Checks a chosen case file, or a document with its signature, in the browser; nothing leaves it. */

const input = document.querySelector<HTMLInputElement>('#file')!;
const found = document.querySelector<HTMLElement>('#found')!;
const words = JSON.parse(found.dataset['words']!) as Readonly<Record<string, string>>;
const SIGNATURE = /\.(sig|p7s|sgn)$/i;

const say = (word: string, values: Readonly<Record<string, string>> = {}): string =>
  words[word]!.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

interface Said {
  readonly lines: readonly string[];
  readonly isWrong?: boolean;
}

function show({ lines, isWrong = false }: Said): void {
  found.className = isWrong ? 'warn' : '';
  found.replaceChildren(...lines.map((line) => Object.assign(document.createElement('p'), { textContent: line })));
}

const day = (instant: string | undefined): string => (instant === undefined ? '' : fullDate(instant.slice(0, 10)));

function ofContainer({ faults, parts, signature }: CheckedContainer): Said {
  if (faults.length > 0)
    return { isWrong: true, lines: [say('broken'), ...faults.map(({ part, fault }) => say(fault, { part }))] };
  const { certificate, signedAt } = signature!;
  const { owner, thumbprint } = certificate!;
  return {
    lines: [say('whole', { parts: String(parts.length) }), say('signed', { owner, thumbprint, at: day(signedAt) })],
  };
}

function ofSignature({ verdict, certificate }: CheckedSignature): Said {
  const { owner = '', number = '', issuer = '', from, until } = certificate ?? {};
  const line = say(`signature.${verdict}`, { owner, number, issuer, from: day(from), until: day(until) });
  return { isWrong: verdict !== 'UNKNOWN_CHAIN', lines: [line] };
}

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

async function check(files: readonly File[]): Promise<Said> {
  const at = new Date();
  const signature = files.find(({ name }) => SIGNATURE.test(name));
  const file = files.find((one) => one !== signature);
  if (signature && file)
    return ofSignature(await checkSignature(await bytesOf(file), await bytesOf(signature), { at }));
  return ofContainer(await checkContainer(await bytesOf(file ?? signature!), { at }));
}

input.addEventListener('change', () => {
  const files = [...(input.files ?? [])];
  if (files.length === 0) return;
  show({ lines: [say('busy')] });
  void check(files).then(show);
});
