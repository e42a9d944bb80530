import { useState, type ReactNode } from 'react';
import type { Card } from '../../../acts/card.js';
import type { Failure } from '../../../frame/failure.js';
import type { PhotoSide, PublicationGround } from '../../../generated/enumerations.js';
import { Form, Submit } from '../../../parts/form.js';
import { LabelledChoice, LabelledLine, LabelledText, LabelledTick } from '../../../parts/labelled.js';
import { t } from '../../../words/words.js';
import { LeftPlaces, MarkedText, marksOf, withoutPlaces, type Mark } from './marked-text.js';
import { candidatesOf, chosenPhotos, PhotoChoice, type Alts } from './photo-choice.js';
import { useMarks, useTypedMarks } from './use-marks.js';
import './publication.css';

type Response = Card['responses'][number];

const groundsWithConsent = ['CONSENT', 'CIRCLE'] as const;
const groundsWithout = ['CIRCLE'] as const;
const MAX_TITLE = 200;
const MAX_TEXT = 20_000;

interface Filled {
  readonly ground: PublicationGround;
  readonly title: string;
  readonly matter: string;
  readonly text: string;
  /** Ids. */
  readonly officials: string[];
  readonly photos: { file: string; side: PhotoSide; alt: string }[];
}

interface FormProps {
  readonly card: Pick<Card, 'files' | 'supplements'>;
  readonly response: Response;
  /** The author's words. */
  readonly asked: string;
  readonly problem: Failure | undefined;
  readonly onSend: (filled: Filled) => Promise<unknown>;
  readonly onClose: () => void;
}

/** The texts for all beside those of the case: what the detector finds is taken out at once, what it does not find by hand. */
export function PublicationForm({ card, response, asked, problem, onSend, onClose }: FormProps) {
  const grounds = response.publicationAllowed ? groundsWithConsent : groundsWithout;
  const [ground, setGround] = useState<PublicationGround>(grounds[0]);
  const [title, setTitle] = useState('');
  const [matterTyped, setMatter] = useState<string>();
  const [textTyped, setText] = useState<string>();
  const [isSignerNamed, setSignerNamed] = useState(true);
  const [alts, setAlts] = useState<Alts>({});
  const candidates = candidatesOf(card, response.files, ground === 'CONSENT');
  const photos = chosenPhotos(candidates, alts);
  const signer = response.signedBy;
  const officials = isSignerNamed && signer ? [signer.id] : [];
  const answer = response.text ?? '';
  const found = useMarks({ title: '', matter: asked, text: answer, officials }) ?? [];
  const matter = matterTyped ?? withoutPlaces(asked, marksOf(found, 'MATTER'));
  const text = textTyped ?? withoutPlaces(answer, marksOf(found, 'TEXT'));
  const left = useTypedMarks({ title, matter, text, officials });
  return (
    <Form problem={problem} onSubmit={() => void onSend({ ground, title, matter, text, officials, photos })}>
      {!response.publicationAllowed && <p className="muted">{t('publication.noConsent')}</p>}
      <LabelledChoice
        label={t('publication.ground')}
        name="ground"
        value={ground}
        of={grounds.map((one) => [one, t(`publication.ground${one}`)] as const)}
        onValue={(one) => one && setGround(one)}
      />
      <LabelledLine
        label={t('publication.name')}
        name="title"
        value={title}
        required
        maxLength={MAX_TITLE}
        autoFocus
        onValue={setTitle}
      />
      <LeftPlaces text={title} marks={marksOf(left, 'TITLE')} />
      <Beside original={asked} marks={marksOf(found, 'MATTER')}>
        <LabelledText
          label={t('publication.asked')}
          name="matter"
          value={matter}
          required
          rows={6}
          maxLength={MAX_TEXT}
          onValue={setMatter}
        />
        <LeftPlaces text={matter} marks={marksOf(left, 'MATTER')} />
      </Beside>
      <Beside original={answer} marks={marksOf(found, 'TEXT')}>
        <LabelledText
          label={t('publication.answer')}
          name="text"
          value={text}
          required
          rows={8}
          maxLength={MAX_TEXT}
          onValue={setText}
        />
        <LeftPlaces text={text} marks={marksOf(left, 'TEXT')} />
      </Beside>
      <PhotoChoice candidates={candidates} alts={alts} onAlts={setAlts} />
      {signer && (
        <LabelledTick
          label={t('publication.signerNamed', { name: signer.name })}
          value={isSignerNamed}
          onValue={setSignerNamed}
        />
      )}
      <p className="muted">
        {t('publication.readIt')} {t('publication.another')}
      </p>
      <div>
        <Submit keys="Ctrl Enter">{t('publish.propose')}</Submit>{' '}
        <button type="button" className="d-link" onClick={onClose}>
          {t('parts.close')}
        </button>
      </div>
    </Form>
  );
}

interface BesideProps {
  readonly original: string;
  readonly marks: readonly Mark[];
  readonly children: ReactNode;
}

/** The original, which stays inside, and what all are to read of it. */
function Beside({ original, marks, children }: BesideProps) {
  return (
    <div className="to-publish">
      <div>
        <p className="muted">{t('publication.original')}</p>
        <MarkedText text={original} marks={marks} />
      </div>
      <div>{children}</div>
    </div>
  );
}
