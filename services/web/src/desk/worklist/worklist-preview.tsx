import { memo } from 'react';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { Files } from '../../parts/files.js';
import { momentIn, timeOfDay, weekdayDate } from '../../parts/dates.js';
import { OwnPart } from '../../parts/own-part.js';
import { reasonWords } from '../../parts/reason-words.js';
import { useRested, useSettled } from '../../parts/use-settled.js';
import { Kbd } from '../../parts/kbd.js';
import { dutyWords, Reminder } from '../../parts/reminder.js';
import { language, t } from '../../words/words.js';
import type { ListItem } from './list-item.js';
import { previewDocument } from './worklist.queries.js';

const ASKED_AFTER_MS = 150;
/** Longer than a held key takes to repeat. */
const DRAWN_AFTER_MS = 100;

/** The row under the cursor in full, beside the list: it never opens over the rows. */
export function WorklistPreview(props: {
  readonly item: ListItem;
  readonly href: string;
  /** To open the card is the next step. */
  readonly opens: boolean;
  readonly children: React.ReactNode;
}) {
  const { item, href } = props;
  return (
    <aside className="peek" aria-label={t('worklist.previewOf', { number: item.shortNumber })}>
      <Contents item={item} />
      <div className="peek-keys">
        {props.children}
        <Link className={props.opens ? 'd-button is-main' : 'd-button'} href={href}>
          {t('worklist.open')}
          <Kbd keys="Enter" />
        </Link>
      </div>
      <ListKeys />
    </aside>
  );
}

/** For the row under the cursor, once it rests: a held key passes rows without loading them. */
const Contents = memo(function Contents(props: { readonly item: ListItem }) {
  const item = useRested(props.item, DRAWN_AFTER_MS);
  const { zone } = useDistrict();
  const card = usePreviewed(item.appeal);
  return (
    <>
      <div>
        <p className="d-label num">
          {t('worklist.numberOfDate', { number: item.number, date: momentIn(zone, item.receivedAt) })}
        </p>
        <h2>{item.gist ?? t('worklist.noText')}</h2>
        <Term item={item} />
        {item.ownPart && (
          <p>
            <OwnPart part={item.ownPart} />
          </p>
        )}
      </div>
      <div>
        <p className="read">{card?.text ?? item.gist}</p>
        {card && <Files files={card.files} />}
      </div>
      <Facts item={item} earlier={card?.earlierTotal ?? 0} />
      <Proposed item={item} />
    </>
  );
});

const ListKeys = memo(function ListKeys() {
  return (
    <p className="keys">
      <span>
        {t('worklist.down')}
        <Kbd keys="KeyJ" />
      </span>
      <span>
        {t('worklist.up')}
        <Kbd keys="KeyK" />
      </span>
      <span>
        {t('worklist.pickWord')}
        <Kbd keys="KeyX" />
      </span>
    </p>
  );
});

/** The text and files of the row, once the cursor rests on it. */
function usePreviewed(appeal: string) {
  const { code: district } = useDistrict();
  const id = useSettled(appeal, ASKED_AFTER_MS);
  const [{ data }] = useQuery({
    query: operation(previewDocument),
    variables: { district, id },
    requestPolicy: 'cache-and-network',
  });
  return data?.appeal?.row.id === appeal ? data.appeal : undefined;
}

function Term({ item }: { readonly item: ListItem }) {
  const { zone } = useDistrict();
  if (!item.dueOn) return null;
  return (
    <p>
      {dueWords(item)}{' '}
      <b>
        {weekdayDate(item.dueOn, language)}
        {item.dueAt && `, ${timeOfDay(item.dueAt, zone)}`}
      </b>
      {item.dueTerm && <span className="muted small"> {item.dueTerm.source}</span>} <Reminder warning={item.warning} />
    </p>
  );
}

/** What is due until then. */
function dueWords({ stage, dueTerm }: ListItem): string {
  if (stage === 'worklist.questionPROMISED') return t('worklist.promisedBy');
  return dueTerm && dueTerm.duty !== 'ANSWER' ? t(dutyWords(stage, dueTerm.duty)) : t('worklist.answerBy');
}

function Facts(props: { readonly item: ListItem; readonly earlier: number }) {
  const { item, earlier } = props;
  const place = [item.settlement, item.place].filter(Boolean).join(', ');
  if (!place && earlier === 0 && !item.executor) return null;
  return (
    <dl className="pair">
      {place && (
        <>
          <dt>{t('worklist.place')}</dt>
          <dd>{place}</dd>
        </>
      )}
      {item.executor && (
        <>
          <dt>{t('worklist.executor')}</dt>
          <dd>{item.executor}</dd>
        </>
      )}
      {earlier > 0 && (
        <>
          <dt>{t('worklist.earlier')}</dt>
          <dd>{t('worklist.earlierCount', { count: earlier })}</dd>
        </>
      )}
    </dl>
  );
}

/** By a person: neither the rules nor the applicant's choice of the topic. */
function isDecided(reason: ListItem['reason']): boolean {
  return !reason?.rule && reason?.by !== 'APPLICANT';
}

function Proposed({ item }: { readonly item: ListItem }) {
  if (!item.topic && !item.department) return null;
  const { reason } = item;
  return (
    <div>
      <p className="d-label">{t(isDecided(reason) ? 'worklist.decided' : 'worklist.proposed')}</p>
      <h2>{item.topic?.name}</h2>
      <p>{item.department?.name}</p>
      {reason?.rule && <p className="muted">{t('worklist.reasonWords', reasonWords(reason.words, item.gist ?? ''))}</p>}
    </div>
  );
}
