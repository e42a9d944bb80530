import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { ActBar } from '../../acts/act-bar.js';
import { appealActs } from '../../acts/appeal.js';
import { ActMenu } from '../../acts/act-menu.js';
import { formInPlace, nextStep, writes } from '../../acts/next-step.js';
import { ReasonDialog } from '../../acts/dialogs/reason-dialog.js';
import { cardActs } from '../../acts/question/index.js';
import { useAddress } from '../../frame/address.js';
import { useDistrict } from '../../frame/district.js';
import { cardOf, placeInList, rememberedList, rememberOpened, type ListPlace } from '../../frame/list-memory.js';
import { Button } from '../../parts/button.js';
import { PersonField } from '../../frame/person-field.js';
import { mayUse, useViewer } from '../../frame/viewer.js';
import { ConnectionLost } from '../../frame/connection-words.js';
import { t } from '../../words/words.js';
import { CardViewers } from './card-viewers.js';
import { useEvidence } from './prove/use-evidence.js';
import type { Card, Question } from '../../acts/card.js';

interface CardTopProps {
  /** The question and the appeal of the address: the way to the next card is there before this one has come. */
  readonly here: readonly (string | undefined)[];
  readonly card: Card | undefined;
  readonly question: Question | undefined;
  /** False after an act until the card is read again. */
  readonly isRead?: boolean;
  readonly onChanged: (consistencyToken: string) => void;
}

/** The way back to the list and to its other cards, who else is here, and the acts on the question. */
export function CardTop({ here, card, question, isRead = true, onChanged }: CardTopProps) {
  return (
    <header className="top">
      <ListWay here={here} />
      <span className="is-end" />
      <PersonField />
      <ConnectionLost />
      {card && <CardViewers appeal={card.row.id} />}
      {card && <CardActs card={card} question={question} isRead={isRead} onChanged={onChanged} />}
    </header>
  );
}

interface CardActsProps extends Pick<CardTopProps, 'question' | 'onChanged'> {
  readonly card: Card;
  readonly isRead: boolean;
}

/** The next step, what is done daily, and all else in the menu. */
function CardActs({ card, question, isRead, onChanged }: CardActsProps) {
  const { code: district } = useDistrict();
  const viewing = useViewer();
  const { id: viewer } = viewing;
  const { scope, beside, next } = useNextStep(card, question);
  const proving = useEvidence(district, card.row.id);
  const [asking, setAsking] = useState(false);
  const begins = useAskedAct();
  const printing = (
    <>
      <Button onPress={() => open(`/papers/${district}/card/${card.row.id}`, '_blank', 'noopener')}>
        {t('card.rkk')}
      </Button>
      <Button keys="Control+KeyP" onPress={() => print()}>
        {t('card.print')}
      </Button>
      {mayUse(viewing, district, 'caseEvidence') && <Button onPress={() => setAsking(true)}>{t('card.prove')}</Button>}
    </>
  );
  return (
    <div className="card-acts">
      {beside && <ToReply words={beside.act.next?.words?.()} />}
      {question && writes(question, viewer) && <ToReply words={t('card.toReply')} />}
      <ActMenu last={printing}>
        {scope && (
          <ActBar
            key={scope.question.id}
            acts={cardActs}
            next={next}
            beside={beside?.act}
            scope={scope}
            about={(held) => held.question}
            onChanged={onChanged}
            begins={begins}
          />
        )}
        <ActBar
          acts={appealActs}
          next={next}
          scope={card}
          about={({ row }) => row}
          onChanged={onChanged}
          begins={begins}
        />
      </ActMenu>
      <span role="status" className="muted">
        {isRead ? proving.said : t('frame.loading')}
      </span>
      <ReasonDialog
        open={asking}
        title={t('card.prove')}
        label={t('card.proveReason')}
        submit={t('card.proveDo')}
        onClose={() => setAsking(false)}
        onSend={(reason) => {
          setAsking(false);
          return proving.make(reason);
        }}
      />
    </div>
  );
}

/** The act that a link to the card asks for; the address names it until it is opened. */
function useAskedAct(): string | undefined {
  const { get, set } = useAddress();
  const act = get('act');
  useEffect(() => {
    if (act !== '') set({ act: '' }, { replace: true });
  }, [act, set]);
  return act || undefined;
}

/** The next step, on the bar or beside it. */
function useNextStep(card: Card, question: Question | undefined) {
  const { zone } = useDistrict();
  const { id: viewer } = useViewer();
  const scope = question && { card, question, zone, viewer };
  const beside = scope && formInPlace(scope, viewer);
  return { scope, beside, next: beside ? undefined : nextStep(card, scope, viewer) };
}

/** On a phone: where the next step is done. */
function ToReply({ words }: { readonly words: string | undefined }) {
  return (
    <a className="d-button to-reply" href="#reply">
      {words}
    </a>
  );
}

/** Back to the list, and to its cards before and after this one. */
function ListWay({ here }: { readonly here: readonly (string | undefined)[] }) {
  const { code: district } = useDistrict();
  const [, navigate] = useLocation();
  const list = rememberedList() ?? { ...noList, path: `/desk/${district}`, title: t('card.lists') };
  const { at, total, previous, next } = placeInList(list, here);
  const opened = list.items.find(({ id }) => here.includes(id))?.id;
  useEffect(() => {
    if (opened !== undefined) rememberOpened(opened);
  }, [opened]);
  const go = (place: ListPlace | undefined) => (): void => {
    if (place) navigate(cardOf(district, place));
  };
  return (
    <>
      <Button look="plain" keys="Escape" onPress={() => leave(() => navigate(list.path))}>
        {`← ${list.title}`}
      </Button>
      {at !== undefined && (
        <>
          <span className="muted num">{t('card.placeInList', { at, total })}</span>
          <Button look="plain" keys="KeyK" disabled={!previous} onPress={go(previous)}>
            {t('card.previous')}
          </Button>
          <Button look="plain" keys="KeyJ" disabled={!next} onPress={go(next)}>
            {t('card.next')}
          </Button>
        </>
      )}
    </>
  );
}

const noList = { items: [], before: 0, total: 0 };

/** Escape leaves the text first, then the card. */
function leave(card: () => void): void {
  const focused = document.activeElement as HTMLElement | null;
  if (focused && /^(TEXTAREA|INPUT|SELECT)$/.test(focused.tagName)) focused.blur();
  else card();
}
