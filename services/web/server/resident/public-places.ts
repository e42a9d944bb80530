import type { KnownIssue, PublicDistrict, PublishedAnswerList } from '@otklik/contracts/generated/graphql';
import { isAbsent } from './absent.js';
import { issuesOf } from './subject-pages.js';
import type { Speech } from './words/index.js';

export interface PublishedInDistrict {
  readonly district: PublicDistrict;
  readonly speech: Speech;
  readonly found: PublishedAnswerList;
  /** What the administration knows of now. */
  readonly issues: readonly KnownIssue[];
}

/** A settlement, and what is published of it. */
export interface PublicPlace {
  readonly code: string;
  readonly name: string;
  readonly point: { readonly latitude: number; readonly longitude: number } | null | undefined;
  readonly answers: number;
  /** What is known now that touches it, as its page shows. */
  readonly issues: readonly KnownIssue[];
}

/** Those of the district’s file, and former ones that have answers. */
export function publicPlaces({ district, speech, found, issues }: PublishedInDistrict): readonly PublicPlace[] {
  const touching = (settlement: string) => issuesOf(issues, { topic: '', settlement });
  const present = district.settlements.map(({ code, name, nameSah, point }) => ({
    code,
    name: speech.language === 'sah' && !isAbsent(nameSah) ? nameSah : name,
    point,
    answers: found.settlements.find((one) => one.code === code)?.count ?? 0,
    issues: touching(code),
  }));
  const former = found.settlements.filter(({ code }) => !present.some((one) => one.code === code));
  return [
    ...present,
    ...former.map(({ code, name, count }) => ({ code, name, point: null, answers: count, issues: touching(code) })),
  ];
}
