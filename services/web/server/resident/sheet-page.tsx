import type { PublicDistrict } from '@otklik/contracts/generated/graphql';
import type { PageContent } from './document.js';
import { Field } from './parts.js';
import type { Speech } from './words/index.js';

/** What the service says of a sheet with a code: nothing of the person. */
export interface CheckedSheet {
  readonly kind: string;
  readonly number: string;
  readonly datedOn: string;
  readonly sha256: string;
  /** It was taken back. Absent in the answer of an earlier version. */
  readonly annulled?: boolean;
}

interface Of {
  readonly district: PublicDistrict;
  readonly speech: Speech;
}

/** `unknown`: no letter has the code that was typed. */
export function sheetFormPage({ district, speech }: Of, unknown?: string): PageContent {
  const { say } = speech;
  const title = say(unknown === undefined ? 'sheet.title' : 'sheet.unknown');
  return {
    title,
    content: (
      <>
        <h1>{title}</h1>
        <p className="lead">{say(unknown === undefined ? 'sheet.lead' : 'sheet.unknownLead')}</p>
        <form method="get" action={`/${district.code}/v`}>
          <Field id="code" label={say('sheet.code')} speech={speech}>
            {(described) => (
              <input {...described} name="code" maxLength={40} autoComplete="off" defaultValue={unknown} />
            )}
          </Field>
          <div className="field">
            <button className="button main">{say('sheet.check')}</button>
          </div>
        </form>
      </>
    ),
  };
}

/** `script`: what compares a file with the letter. */
export function sheetPage({ district, speech }: Of, sheet: CheckedSheet, script: string | undefined): PageContent {
  const { say, sayIfKnown, day } = speech;
  const { kind, number, datedOn, sha256, annulled } = sheet;
  const title = say(annulled ? 'sheet.annulled' : 'sheet.ours');
  const words = { same: say('sheet.same'), other: say('sheet.other'), byHand: say('sheet.byHand') };
  return {
    title,
    inlineScript: script,
    content: (
      <>
        <h1>{title}</h1>
        <dl className="keep">
          <dt>{say('sheet.number')}</dt>
          <dd>{number}</dd>
          <dt>{say('sheet.date')}</dt>
          <dd>{day(datedOn, district.zone)}</dd>
          <dt>{say('sheet.kind')}</dt>
          <dd>{sayIfKnown(`notice.${kind}`) ?? say('sheet.letter')}</dd>
        </dl>
        <p className="gap">{say('sheet.nothing')}</p>
        <section className="part">
          <h2>{say('sheet.unchanged')}</h2>
          <p>{say('sheet.compare')}</p>
          {script === undefined ? null : (
            <div className="field">
              <label htmlFor="file">{say('sheet.file')}</label>
              <input type="file" id="file" accept="application/pdf" />
            </div>
          )}
          <div id="found" role="status" data-sha256={sha256} data-words={JSON.stringify(words)} />
          <p className="small">{say('sheet.hash')}</p>
          <p className="small">
            <code>{inPieces(sha256)}</code>
          </p>
        </section>
      </>
    ),
  };
}

/** It breaks on narrow screens, and is copied whole. */
function inPieces(sum: string) {
  return (sum.match(/.{8}/g) ?? []).map((piece, at) => (
    <span key={at}>
      {piece}
      <wbr />
    </span>
  ));
}
