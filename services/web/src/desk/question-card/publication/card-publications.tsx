import { useState } from 'react';
import { proposePublication, publishAnswer, takeBackPublication } from '../../../acts/publication.js';
import { useActsOn } from '../../../acts/use-acts-on.js';
import type { Card } from '../../../acts/card.js';
import { useDistrict } from '../../../frame/district.js';
import { Button } from '../../../parts/button.js';
import { shortName } from '../../../parts/names.js';
import { Problem } from '../../../parts/problem.js';
import { t } from '../../../words/words.js';
import { ProposedPhotos } from './proposed-photos.js';
import { PublicationForm } from './publication-form.js';
import './publication.css';

type Response = Card['responses'][number];

interface PublicationsProps {
  readonly card: Card;
  /** Absent: nothing can be done with it, as with a card of the past. */
  readonly onChanged?: ((consistencyToken: string) => void) | undefined;
}

/** Answers of the case on the public pages: what may be prepared, what waits for another official, what all may read. */
export function CardPublications({ card, onChanged }: PublicationsProps) {
  const shown = card.responses.filter(
    ({ row, publication }) => publication ?? (onChanged && proposePublication.offers(row).length > 0),
  );
  if (shown.length === 0) return null;
  return (
    <section>
      <h2>{t('publication.section')}</h2>
      {shown.map((response) => (
        <Publication key={response.row.id} card={card} response={response} onChanged={onChanged} />
      ))}
    </section>
  );
}

function Publication({ card, response, onChanged }: PublicationsProps & { readonly response: Response }) {
  const { publication, row } = response;
  const [released, release] = useState<readonly string[]>([]);
  const mayRelease = onChanged !== undefined && publishAnswer.offers(row).length > 0;
  return (
    <>
      {publication && <Prepared publication={publication} />}
      {publication && publication.stage !== 'ENDED' && (
        <ProposedPhotos
          photos={publication.photos}
          isPublished={publication.stage === 'PUBLISHED'}
          {...(mayRelease && { released, onReleased: release })}
        />
      )}
      {onChanged && <Acts card={card} response={response} released={released} onChanged={onChanged} />}
    </>
  );
}

function Prepared({ publication }: { readonly publication: NonNullable<Response['publication']> }) {
  const { code } = useDistrict();
  const { id, stage, ground, by, why, title, matter, text } = publication;
  return (
    <>
      <p>
        <b>{t(`publication.stage${stage}`)}</b>, {t(`publication.ground${ground}`)}
        {by && `, ${shortName(by.name)}`}
        {why && `: ${t(`publication.end${why}`)}`}
        {stage === 'PUBLISHED' && (
          <>
            {' '}
            <a href={`/${code}/answers/${id}`}>{t('publication.onSite')}</a>
          </>
        )}
      </p>
      {stage !== 'ENDED' && (
        <blockquote className="is-this">
          <p>
            <b>{title ?? t('card.erased')}</b>
          </p>
          <p className="read is-kept">{matter}</p>
          <p className="read is-kept">{text}</p>
        </blockquote>
      )}
    </>
  );
}

interface ActsProps {
  readonly card: Card;
  readonly response: Response;
  /** Files of the photos that the official released. */
  readonly released: readonly string[];
  readonly onChanged: (consistencyToken: string) => void;
}

function Acts({ card, response, released, onChanged }: ActsProps) {
  const [form, setForm] = useState<'WRITING' | 'TAKING_BACK'>();
  const { row, question } = response;
  const acts = useActsOn({ scope: row, about: (one) => one, onChanged });
  const close = (): void => setForm(undefined);
  const done = (isDone: boolean): boolean => {
    if (isDone) close();
    return isDone;
  };
  const offered = ({ offers }: { readonly offers: (of: typeof row) => readonly unknown[] }) => offers(row).length > 0;
  const asked = card.questions.find(({ id }) => id === question)?.text ?? card.text ?? '';
  return (
    <>
      {form === undefined && <Problem problem={acts.problem} />}
      {form === 'WRITING' && (
        <PublicationForm
          card={card}
          response={response}
          asked={asked}
          problem={acts.problem}
          onSend={async (filled) => done(await acts.perform(proposePublication, filled))}
          onClose={close}
        />
      )}
      {form !== 'WRITING' && offered(proposePublication) && (
        <Button onPress={() => setForm('WRITING')}>{t('publication.prepare')}</Button>
      )}
      {offered(publishAnswer) && (
        <Button onPress={() => void acts.perform(publishAnswer, { photos: [...released] })}>
          {publishAnswer.words(row)}
        </Button>
      )}{' '}
      {offered(takeBackPublication) && (
        <Button onPress={() => setForm('TAKING_BACK')}>{takeBackPublication.words(row)}</Button>
      )}
      {takeBackPublication.form(
        {
          open: form === 'TAKING_BACK',
          onClose: close,
          problem: acts.problem,
          onSend: async (filled) => done(await acts.perform(takeBackPublication, filled)),
        },
        row,
        undefined,
      )}
    </>
  );
}
