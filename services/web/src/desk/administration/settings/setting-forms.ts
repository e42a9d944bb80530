import type { WordId } from '../../../words/words.js';
import type { SettingField } from './setting-parts.js';

/** A field of the file by its path. */
export interface FormField extends SettingField {
  readonly path: readonly string[];
}

/** Fields that are said together: of one term, of the working day. */
export interface FormGroup {
  readonly title: WordId;
  readonly about?: WordId;
  readonly fields: readonly FormField[];
  /** The file has all of them or none. */
  readonly isWhole?: true;
  /** Of what the file may lack as a whole: without it there is nothing to fill in. */
  readonly isOptional?: true;
}

/** A part of the file that is no list of items, and is edited as one form. */
export interface SettingForm {
  readonly of: 'terms' | 'letterhead' | 'publishing' | 'retention';
  readonly title: WordId;
  readonly groups: readonly FormGroup[];
  /** What the changes mean, and where the rest is set. */
  readonly about: readonly WordId[];
  readonly links?: readonly { readonly to: string; readonly label: WordId }[];
}

const at = (path: string, field: Omit<FormField, 'path' | 'name'>): FormField => ({
  ...field,
  path: path.split('.'),
  name: path.split('.').at(-1)!,
});

const units = ['CALENDAR_DAYS', 'WORKING_DAYS', 'WORKING_HOURS', 'HOURS'].map(
  (unit) => [unit, `administration.value${unit}` as WordId] as const,
);
const unit = { label: 'settings.unit', kind: 'choice', choices: units } as const;
const source = { label: 'settings.source', kind: 'line' } as const;

const termOf = (path: string, title: WordId): FormGroup => ({
  title,
  fields: [
    at(`${path}.term`, { label: 'settings.term', kind: 'number' }),
    at(`${path}.unit`, unit),
    at(`${path}.source`, source),
  ],
});

const keptOf = (path: string, title: WordId, about: WordId): FormGroup => ({
  title,
  about,
  isWhole: true,
  fields: [at(`${path}.months`, { label: 'settings.months', kind: 'number' }), at(`${path}.source`, source)],
});

const dayKinds = ['OFF', 'WORKING', 'SHORTENED'].map(
  (kind) => [kind, `administration.value${kind}` as WordId] as const,
);

const terms: SettingForm = {
  of: 'terms',
  title: 'settings.terms',
  groups: [
    termOf('answerTerms.APPEAL_59FZ', 'settings.answerAppeal'),
    termOf('answerTerms.SOCIAL_MESSAGE', 'settings.answerMessage'),
    { ...termOf('answerTerms.SOCIAL_MESSAGE_URGENT', 'settings.answerUrgent'), isOptional: true },
    { ...termOf('answerTerms.POS_MESSAGE', 'settings.answerPos'), isOptional: true },
    termOf('answerTerms.ORAL_RECEPTION', 'settings.answerReception'),
    termOf('receptionTerms.APPEAL_59FZ', 'settings.registerAppeal'),
    termOf('receptionTerms.SOCIAL_MESSAGE', 'settings.decideMessage'),
    { ...termOf('receptionTerms.POS_MESSAGE', 'settings.decidePos'), isOptional: true },
    termOf('receptionTerms.ORAL_RECEPTION', 'settings.registerReception'),
    {
      title: 'settings.reminding',
      fields: [
        at('policy.reminderShares', {
          label: 'settings.reminderShares',
          hint: 'settings.reminderSharesHint',
          kind: 'numbers',
        }),
        at('policy.escalationShare', {
          label: 'settings.escalationShare',
          hint: 'settings.escalationShareHint',
          kind: 'number',
        }),
      ],
    },
    {
      title: 'settings.workingDay',
      fields: [
        at('workingDay.from', { label: 'settings.from', kind: 'clock', isKept: true }),
        at('workingDay.to', { label: 'settings.to', kind: 'clock', isKept: true }),
        at('workingDay.shortenedBy', { label: 'settings.shortenedBy', kind: 'number', isKept: true }),
        at('workingDay.breaks', {
          label: 'settings.breaks',
          kind: 'rows',
          isKept: true,
          add: 'settings.addBreak',
          fresh: { from: '13:00', to: '14:00' },
          columns: [
            { name: 'from', label: 'settings.from', kind: 'clock', isKept: true },
            { name: 'to', label: 'settings.to', kind: 'clock', isKept: true },
          ],
        }),
      ],
    },
    {
      title: 'settings.ownDays',
      about: 'settings.ownDaysAbout',
      fields: [
        at('ownDays.source', { label: 'settings.ownDaysSource', kind: 'line', isKept: true }),
        at('ownDays.days', {
          label: 'settings.ownDays',
          kind: 'rows',
          isKept: true,
          add: 'settings.addDay',
          fresh: { date: '', kind: 'OFF', name: '' },
          columns: [
            { name: 'date', label: 'settings.day', kind: 'day', isKept: true },
            { name: 'kind', label: 'settings.dayKind', kind: 'choice', choices: dayKinds, isKept: true },
            { name: 'name', label: 'settings.dayName', kind: 'line', isKept: true },
          ],
        }),
      ],
    },
  ],
  about: ['settings.termsAbout', 'settings.termsLaw', 'settings.transfersAbout'],
  links: [{ to: 'calendar', label: 'settings.toCalendar' }],
};

const letterhead: SettingForm = {
  of: 'letterhead',
  title: 'settings.letterhead',
  groups: [
    {
      title: 'settings.sheetHead',
      fields: [
        at('letters.letterhead.name', { label: 'settings.headName', hint: 'settings.headNameHint', kind: 'words' }),
        at('letters.letterhead.nameSah', { label: 'settings.headNameSah', kind: 'words' }),
        at('letters.letterhead.address', { label: 'settings.address', hint: 'settings.headReach', kind: 'line' }),
        at('letters.letterhead.phone', { label: 'settings.phone', kind: 'line' }),
        at('letters.letterhead.email', { label: 'settings.email', kind: 'line' }),
        at('letters.letterhead.site', { label: 'settings.site', kind: 'line' }),
      ],
    },
    {
      title: 'settings.requisites',
      fields: (['okpo', 'ogrn', 'inn', 'kpp'] as const).map((name) =>
        at(`letters.letterhead.${name}`, { label: `settings.${name}`, kind: 'line' }),
      ),
    },
    {
      title: 'settings.outgoingNumber',
      fields: [
        at('letters.index', { label: 'settings.index', hint: 'settings.indexHint', kind: 'line' }),
        at('letters.number', { label: 'settings.numberLook', hint: 'settings.numberLookHint', kind: 'line' }),
      ],
    },
    {
      title: 'settings.signers',
      fields: [
        at('letters.noticesSignedBy', { label: 'settings.noticesSignedBy', kind: 'official' }),
        at('letters.noticesLeave', {
          label: 'settings.noticesLeave',
          kind: 'choice',
          choices: [
            ['AT_ONCE', 'settings.leaveAtOnce'],
            ['SIGNED', 'settings.leaveSigned'],
          ],
        }),
      ],
    },
    {
      title: 'settings.emblem',
      fields: [
        at('public.emblem', { label: 'settings.emblemPath', hint: 'settings.emblemHint', kind: 'text' }),
        at('public.colour.light', { label: 'settings.colourLight', kind: 'line', isKept: true }),
        at('public.colour.dark', { label: 'settings.colourDark', kind: 'line', isKept: true }),
      ],
    },
  ],
  about: ['settings.letterheadAbout'],
  links: [{ to: 'templates', label: 'settings.toTemplates' }],
};

const publishing: SettingForm = {
  of: 'publishing',
  title: 'settings.publishing',
  groups: [
    {
      title: 'settings.pages',
      fields: [
        at('public.address', { label: 'settings.address', kind: 'line', isKept: true }),
        at('public.hours', { label: 'settings.hours', kind: 'line', isKept: true }),
        at('public.email', { label: 'settings.email', kind: 'line' }),
        at('public.population', {
          label: 'settings.population',
          hint: 'settings.populationHint',
          kind: 'number',
          isKept: true,
        }),
        at('public.phones', {
          label: 'settings.phones',
          kind: 'rows',
          isKept: true,
          add: 'settings.addPhone',
          fresh: { name: '', phone: '' },
          columns: [
            { name: 'name', label: 'settings.phoneName', kind: 'line', isKept: true },
            { name: 'phone', label: 'settings.phone', kind: 'line', isKept: true },
          ],
        }),
      ],
    },
    {
      title: 'settings.publishedAnswers',
      fields: [at('public.sites', { label: 'settings.sites', hint: 'settings.sitesHint', kind: 'words' })],
    },
    {
      title: 'settings.consent',
      about: 'settings.consentAbout',
      fields: [
        at('public.consent.version', { label: 'settings.consentVersion', kind: 'day', isKept: true }),
        at('public.consent.text', { label: 'settings.consentText', kind: 'text', isKept: true }),
        at('public.consent.textSah', { label: 'settings.consentTextSah', kind: 'text' }),
      ],
    },
  ],
  about: ['settings.publishingAbout', 'settings.channelsAbout'],
  links: [{ to: 'accounts', label: 'settings.toAccounts' }],
};

const retention: SettingForm = {
  of: 'retention',
  title: 'settings.retention',
  groups: [
    keptOf('policy.retention.APPEAL_59FZ', 'settings.keepAppeals', 'settings.usual60'),
    keptOf('policy.retention.SOCIAL_MESSAGE', 'settings.keepMessages', 'settings.usual12'),
    keptOf('policy.retention.ORAL_RECEPTION', 'settings.keepReceptions', 'settings.usual60'),
    keptOf('policy.recordRetention.OPENINGS', 'settings.keepOpenings', 'settings.usualOpenings'),
    keptOf('policy.recordRetention.SIGN_INS', 'settings.keepSignIns', 'settings.usual36'),
    keptOf('policy.recordRetention.DRAFTS', 'settings.keepDrafts', 'settings.usual6'),
    {
      title: 'settings.afterAnswer',
      fields: [at('policy.reopenWithinDays', { label: 'settings.reopenWithinDays', kind: 'number', isKept: true })],
    },
  ],
  about: ['settings.retentionAbout', 'settings.erasureAbout'],
  links: [{ to: 'evidence', label: 'settings.toEvidence' }],
};

export const settingForms: readonly SettingForm[] = [terms, letterhead, publishing, retention];
