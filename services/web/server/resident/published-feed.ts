import type { PublicDistrict, PublishedAnswer } from '@otklik/contracts/generated/graphql';
import { escapeXml } from '@otklik/kernel';
import type { Speech } from './words/index.js';

export interface Feed {
  readonly district: PublicDistrict;
  readonly speech: Speech;
  readonly answers: readonly PublishedAnswer[];
  /** The topic or the settlement that it is of; absent: everything that was asked for. */
  readonly of?: string;
  /** Addresses of the pages: `https://host`. */
  readonly origin: string;
  /** Path and query of the feed itself. */
  readonly self: string;
}

/**
 * Atom (RFC 4287). An entry's `updated` is the month of the answer, since no day of a case is published; `id` is its permanent address.
 * What was taken back is not in it.
 */
export function publishedFeed({ district, speech, answers, of, origin, self }: Feed): string {
  const home = `${origin}/${district.code}/answers`;
  const entries = answers.map((answer) => {
    const { id, title, matter, text, topic, month } = answer;
    return [
      '<entry>',
      `<id>${escapeXml(`${home}/${id}`)}</id><title>${escapeXml(title)}</title><updated>${firstOf(month)}</updated>`,
      `<link rel="alternate" type="text/html" href="${escapeXml(`${home}/${id}`)}"/>`,
      topic ? `<category term="${escapeXml(topic)}"/>` : '',
      `<summary>${escapeXml(matter)}</summary><content type="text">${escapeXml(text)}</content>`,
      '</entry>',
    ].join('');
  });
  const title = [of, speech.say('answers.title'), district.name].filter((part) => part !== undefined).join(' — ');
  const months = answers.map(({ month }) => month).sort();
  return [
    '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${escapeXml(`${origin}${self}`)}</id><title>${escapeXml(title)}</title>`,
    `<updated>${firstOf(months.at(-1) ?? '1970-01')}</updated><author><name>${escapeXml(district.name)}</name></author>`,
    `<link rel="self" href="${escapeXml(`${origin}${self}`)}"/><link rel="alternate" type="text/html" href="${escapeXml(home)}"/>`,
    ...entries,
    '</feed>',
  ].join('');
}

function firstOf(month: string): string {
  return `${month}-01T00:00:00Z`;
}
