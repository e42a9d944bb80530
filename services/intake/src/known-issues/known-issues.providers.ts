import type { Provider } from '@nestjs/common';
import { polled } from '@otklik/host';
import { KnownIssuesResolver } from './adapters/graphql/known-issues.resolver.js';
import { AnnounceIssue } from './application/announce-issue.js';
import { EndIssues } from './application/end-issues.js';
import { JoinToIssue } from './application/join-to-issue.js';
import { KnownIssueHandler } from './application/known-issue-handler.js';
import { KnownIssues } from './store/known-issues.js';

const endingIssues = polled({
  by: EndIssues,
  work: (issues) => issues.endDue(),
  failed: 'ending known issues failed; retrying',
});

/** What the administration knows of, from its opening to the word what was done. */
export const knownIssuesProviders: readonly Provider[] = [
  KnownIssuesResolver,
  AnnounceIssue,
  JoinToIssue,
  EndIssues,
  KnownIssueHandler,
  KnownIssues,
  endingIssues,
];
