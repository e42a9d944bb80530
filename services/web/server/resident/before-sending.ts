import type { KnownIssue, PublicDistrict, PublishedAnswer } from '@otklik/contracts/generated/graphql';
import type { FastifyRequest } from 'fastify';
import type { FormValues } from './form-values.js';
import { nearIssues } from './near-issues.js';
import type { Pages } from './page-context.js';
import { speaksOfDanger } from './receipt-cookie.js';

/** What is known or was answered already of what one is about to send. */
export interface BeforeSending {
  readonly issues: readonly KnownIssue[];
  readonly answers: readonly PublishedAnswer[];
}

export type WrittenMatter = Pick<FormValues, 'text' | 'topic' | 'settlement'>;

const NOTHING: BeforeSending = { issues: [], answers: [] };

/**
 * Nothing where nothing is near, where it cannot be found out, and of a danger, which is sent at once. The text is asked with and neither
 * logged nor kept.
 */
export async function beforeSending(
  pages: Pages,
  request: FastifyRequest,
  district: PublicDistrict,
  written: WrittenMatter,
): Promise<BeforeSending> {
  if (speaksOfDanger(written.text) || written.text.trim() === '') return NOTHING;
  const [live, answers] = await Promise.all([
    pages.knownIssues(request, district),
    nearestAnswers(pages, request, district, written),
  ]);
  return { issues: nearIssues(live, written), answers };
}

export function isNothing({ issues, answers }: BeforeSending): boolean {
  return issues.length + answers.length === 0;
}

async function nearestAnswers(
  pages: Pages,
  request: FastifyRequest,
  { code, topics, settlements }: PublicDistrict,
  { text, topic, settlement }: WrittenMatter,
): Promise<readonly PublishedAnswer[]> {
  const context = await pages.context(request);
  const known = (all: readonly { readonly code: string }[], chosen: string) =>
    all.some((one) => one.code === chosen) ? chosen : null;
  const asked = { district: code, text, topic: known(topics, topic), settlement: known(settlements, settlement) };
  return pages.operations.nearestAnswers(context, asked).catch((error: unknown) => {
    const { name } = error as Error;
    pages.ports.logger.warn('nearest answers are not shown; they cannot be read', { error: name });
    return [];
  });
}
