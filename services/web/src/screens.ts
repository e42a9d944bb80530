import { lazy, type ComponentType } from 'react';
import { later } from './frame/later.js';
import type { WorklistCode } from './frame/worklists.js';

/** A screen of the desk at `/desk/<district>/<path>`; loaded when it is first opened. */
export interface Screen {
  /** wouter's pattern below the district: `/card/:appeal`. */
  readonly path: string;
  readonly Screen: ComponentType;
  /** Without the rail, as the card is drawn. */
  readonly bare?: boolean;
  /** The worklist that it shows; to roles that have it not it says whose it is. */
  readonly list?: WorklistCode;
  /** The root field without which it has nothing to show; to roles that may not use it it says so. */
  readonly reads?: string;
}

/** What the desk opens with: the official's own day. */
export const startScreen: Screen = {
  path: '',
  Screen: lazy(async () => ({ default: (await import('./desk/start/start.js')).Start })),
};

export const deskScreens: readonly Screen[] = [
  {
    path: '/list/:worklist',
    Screen: lazy(async () => ({ default: (await import('./desk/worklist/worklist.js')).Worklist })),
  },
  {
    path: '/view/:id',
    Screen: lazy(async () => ({ default: (await import('./desk/worklist/view-link.js')).ViewLink })),
  },
  {
    path: '/card/:appeal',
    Screen: lazy(async () => ({ default: (await import('./desk/question-card/question-card.js')).QuestionCard })),
    bare: true,
  },
  {
    path: '/administration/officials',
    Screen: lazy(async () => ({ default: (await import('./desk/administration/officials/officials.js')).Officials })),
  },
  {
    path: '/administration/on-duty',
    Screen: lazy(async () => ({ default: (await import('./desk/administration/officials/on-duty.js')).OnDuty })),
  },
  {
    path: '/map',
    list: 'IN_WORK',
    Screen: later(async () => ({ default: (await import('./desk/map/map.js')).DistrictMap })),
  },
  {
    path: '/moderation',
    list: 'TO_MODERATE',
    Screen: lazy(async () => ({ default: (await import('./desk/moderation/moderation.js')).Moderation })),
  },
  {
    path: '/registration',
    list: 'TO_REGISTER',
    Screen: lazy(async () => ({ default: (await import('./desk/register-appeal/registration.js')).Registration })),
  },
  {
    path: '/registration/:way',
    Screen: lazy(async () => ({
      default: (await import('./desk/register-appeal/register-appeal.js')).RegisterAppeal,
    })),
    bare: true,
  },
  {
    path: '/approval',
    list: 'TO_APPROVE',
    Screen: lazy(async () => ({ default: (await import('./desk/approval/approval.js')).Approval })),
  },
  {
    path: '/signature',
    list: 'TO_SIGN',
    Screen: lazy(async () => ({ default: (await import('./desk/approval/approval.js')).Signature })),
  },
  {
    path: '/notices',
    Screen: lazy(async () => ({ default: (await import('./desk/notices-to-sign/notices-to-sign.js')).Notices })),
  },
  {
    path: '/calls',
    list: 'TO_CALL',
    Screen: lazy(async () => ({ default: (await import('./desk/calls/calls.js')).Calls })),
  },
  {
    path: '/pos',
    list: 'TO_POS',
    Screen: lazy(async () => ({ default: (await import('./desk/pos/pos.js')).Pos })),
  },
  {
    path: '/post',
    list: 'TO_POST',
    Screen: lazy(async () => ({ default: (await import('./desk/post/post.js')).Post })),
  },
  {
    path: '/outgoing',
    reads: 'outgoingRegister',
    Screen: lazy(async () => ({ default: (await import('./desk/post/outgoing.js')).Outgoing })),
    bare: true,
  },
  {
    path: '/administration/settings',
    reads: 'districtFile',
    Screen: later(async () => ({ default: (await import('./desk/administration/settings/settings.js')).Settings })),
  },
  {
    path: '/administration/district-file',
    Screen: lazy(async () => ({
      default: (await import('./desk/administration/district-file/district-file.js')).DistrictFile,
    })),
  },
  {
    path: '/administration/calendar',
    reads: 'calendarYears',
    Screen: lazy(async () => ({ default: (await import('./desk/administration/calendar/calendar.js')).Calendar })),
  },
  {
    path: '/administration/old-journal',
    reads: 'oldJournalLoads',
    Screen: later(async () => ({
      default: (await import('./desk/administration/old-journal/old-journal.js')).OldJournal,
    })),
  },
  {
    path: '/administration/accounts',
    reads: 'networkAccounts',
    Screen: lazy(async () => ({ default: (await import('./desk/administration/accounts/accounts.js')).Accounts })),
  },
  {
    path: '/administration/webhooks',
    reads: 'webhooks',
    Screen: later(async () => ({ default: (await import('./desk/administration/webhooks/webhooks.js')).Webhooks })),
  },
  {
    path: '/administration/front-ends',
    reads: 'publicClients',
    Screen: later(async () => ({
      default: (await import('./desk/administration/front-ends/front-ends.js')).FrontEnds,
    })),
  },
  {
    path: '/administration/templates',
    Screen: lazy(async () => ({ default: (await import('./desk/administration/templates/templates.js')).Templates })),
  },
  {
    path: '/administration/evidence',
    reads: 'openings',
    Screen: lazy(async () => ({ default: (await import('./desk/administration/evidence/evidence.js')).Evidence })),
  },
  {
    path: '/board',
    reads: 'board',
    Screen: later(async () => ({ default: (await import('./desk/overview/overview.js')).Overview })),
  },
  {
    path: '/control',
    Screen: lazy(async () => ({ default: (await import('./desk/control/control.js')).Control })),
  },
  {
    path: '/people',
    Screen: lazy(async () => ({ default: (await import('./desk/people/people.js')).People })),
  },
  {
    path: '/people/:appeal',
    Screen: lazy(async () => ({ default: (await import('./desk/people/person-file.js')).PersonFile })),
    bare: true,
  },
  {
    path: '/journal',
    Screen: lazy(async () => ({ default: (await import('./desk/journal/journal.js')).Journal })),
    bare: true,
  },
  {
    path: '/found',
    reads: 'foundMessages',
    Screen: later(async () => ({ default: (await import('./desk/found/found.js')).Found })),
  },
  {
    path: '/known',
    reads: 'openedKnownIssues',
    Screen: later(async () => ({ default: (await import('./desk/known-issues/known-issues.js')).KnownIssues })),
  },
  {
    path: '/reception',
    reads: 'receptionVisits',
    Screen: later(async () => ({ default: (await import('./desk/reception/reception.js')).Reception })),
  },
  {
    path: '/report',
    reads: 'appealReview',
    Screen: later(async () => ({ default: (await import('./desk/report/report.js')).Reports })),
  },
];

/** Screens of analysts at `/analysis<path>`: over districts, so without one in the address. Their texts come with them. */
export const analysisScreens: readonly Screen[] = [
  {
    path: '',
    Screen: later(async () => ({ default: (await import('./analysis/analysis.js')).Analysis })),
  },
  {
    path: '/changes',
    Screen: later(async () => ({ default: (await import('./analysis/changes.js')).Changes })),
  },
  {
    path: '/:district/:appeal',
    Screen: later(async () => ({ default: (await import('./analysis/masked-text.js')).MaskedText })),
  },
];
