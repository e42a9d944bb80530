import { useId } from 'react';
import { AttachFiles } from '../../frame/attach-files.js';
import { useDistrict } from '../../frame/district.js';
import { weekdayDate } from '../../parts/dates.js';
import { language, t } from '../../words/words.js';
import { Cell, describedBy, FieldProblem, SelectCell, type FormInHand } from './form-fields.js';
import { ANSWER_WAYS, KINDS } from './registration-draft.js';
import { SenderCells } from './sender-cells.js';
import { TopicCells, type Topic } from './topic-cells.js';

const MAX_TEXT_LENGTH = 20_000;

interface SheetProps extends FormInHand {
  readonly settlements: readonly { readonly code: string; readonly name: string }[];
  readonly topics: readonly Topic[];
  readonly today: string;
  /** Given already. */
  readonly number: string | undefined;
}

/** The paper as a form: cell by cell as one reads it, then the text. */
export function Sheet({ settlements, topics, today, number, ...form }: SheetProps) {
  const { draft } = form;
  const isPaper = draft.way === 'PAPER';
  const { code } = useDistrict();
  return (
    <div className="sheet">
      <div className="sheet-no">
        <h1>
          {t(`registration.new${draft.way}`)}{' '}
          <small>{number === undefined ? t('registration.numberLater') : `№ ${number}`}</small>
        </h1>
        {draft.receivedOn !== '' && (
          <p className="muted">
            {t('registration.receivedOn')} <b className="num ink">{weekdayDate(draft.receivedOn, language)}</b>
          </p>
        )}
      </div>
      <div className="blank is-form">
        <SelectCell {...form} field="kind" className={isPaper ? 'w3' : 'w6'}>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`registration.kind${kind}`)}
            </option>
          ))}
        </SelectCell>
        <Cell {...form} field="receivedOn" className={isPaper ? 'w3' : 'w6 is-last'} type="date" max={today} />
        {isPaper && (
          <>
            <Cell {...form} field="originalNumber" className="w3" />
            <Cell {...form} field="originalDate" className="w3 is-last" type="date" max={today} />
            <Cell {...form} field="sheets" className="w2 is-first" inputMode="numeric" />
            <Cell {...form} field="enclosures" className="w3" inputMode="numeric" />
            <Cell {...form} field="signatories" className="w7 is-last" inputMode="numeric" isOptional />
            <SenderCells {...form} today={today} />
          </>
        )}
        <Cell {...form} field="surname" className="w4 is-first" />
        <Cell {...form} field="givenName" className="w4" />
        <Cell {...form} field="patronymic" className="w4 is-last" isOptional />
        <Cell {...form} field="postcode" className="w2 is-first" inputMode="numeric" />
        <Cell {...form} field="address" className="w10 is-last" />
        <Cell {...form} field="phone" className="w4 is-first" type="tel" isOptional={draft.answerWay !== 'PHONE'} />
        <Cell {...form} field="email" className="w8 is-last" type="email" isOptional={draft.answerWay !== 'EMAIL'} />
        <AnswerWays {...form} />
        <SelectCell {...form} field="settlement" className="w4 is-first">
          <option value="">{t('registration.noSettlement')}</option>
          {settlements.map((one) => (
            <option key={one.code} value={one.code}>
              {one.name}
            </option>
          ))}
        </SelectCell>
        <Cell {...form} field="place" className="w8 is-last" />
        <TopicCells {...form} topics={topics} />
      </div>
      <Text {...form} />
      <AttachFiles
        title={t('registration.scans')}
        district={code}
        uploadKey={draft.enterKey}
        files={draft.files}
        onChange={(files) => form.change({ files })}
      />
    </div>
  );
}

function AnswerWays({ draft, change }: FormInHand) {
  return (
    <fieldset className="w12 is-first is-last checks">
      <legend className="d-label">{t('registration.answer')}</legend>
      {ANSWER_WAYS[draft.way].map((way) => (
        <label key={way}>
          <input
            type="radio"
            name="answer-way"
            checked={draft.answerWay === way}
            onChange={() => change({ answerWay: way })}
          />
          {t(`registration.answer${way}`)}
        </label>
      ))}
    </fieldset>
  );
}

function Text({ draft, problems, change }: FormInHand) {
  const id = useId();
  const problem = problems.find(({ field }) => field === 'text');
  return (
    <section>
      <h2>
        <label htmlFor={id}>{t(`registration.text${draft.way}`)}</label>
        <small>{t(`registration.textHint${draft.way}`)}</small>
      </h2>
      <textarea
        id={id}
        data-field="text"
        className="editor is-read"
        maxLength={MAX_TEXT_LENGTH}
        value={draft.text}
        onChange={({ target }) => change({ text: target.value })}
        {...describedBy(id, problem)}
      />
      <FieldProblem id={id} problem={problem} />
    </section>
  );
}
