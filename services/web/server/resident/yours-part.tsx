import type { ResidentAppeal } from '@otklik/contracts/generated/graphql';
import { isAbsent } from './absent.js';
import type { FollowPage } from './follow-page.js';
import { sizeWords } from './submission.js';
import type { Speech } from './words/index.js';

/** What the resident wrote, added and attached, and what may still be done with it. */
export function Yours({ appeal, speech, district }: FollowPage) {
  const { say, day } = speech;
  const { text, supplements, place, files, allowedActions } = appeal;
  const where = [place?.settlement?.name, place?.text].filter((part) => !isAbsent(part) && part !== '').join(', ');
  const base = `/${district.code}/follow`;
  return (
    <section className="part">
      <h2>{say('follow.yours')}</h2>
      <p className="said">{text ?? say('follow.erased')}</p>
      {where === '' ? null : <p className="small">{say('follow.place', { place: where })}</p>}
      {supplements.map((supplement) => (
        <div key={supplement.at}>
          <p className="small">{say('follow.added', { date: day(supplement.at, district.zone) })}</p>
          <p className="said">{supplement.text ?? say('follow.erased')}</p>
        </div>
      ))}
      {files.length === 0 ? null : <FileList files={files} base={base} speech={speech} />}
      {allowedActions.some((action) => action === 'SUPPLEMENT_APPEAL' || action === 'WITHDRAW_APPEAL') ? (
        <p className="buttons">
          {allowedActions.includes('SUPPLEMENT_APPEAL') ? (
            <a className="button" href={`${base}/supplement`}>
              {say('follow.supplement')}
            </a>
          ) : null}
          {allowedActions.includes('WITHDRAW_APPEAL') ? (
            <a className="button" href={`${base}/withdraw`}>
              {say('follow.withdraw')}
            </a>
          ) : null}
        </p>
      ) : null}
      <ConsentLink actions={allowedActions} base={base} speech={speech} />
      <p className="small">
        <a href={`${base}/data`} download>
          {say('copy.get')}
        </a>
        <br />
        {say('copy.hint')}
      </p>
    </section>
  );
}

function ConsentLink(props: { actions: ResidentAppeal['allowedActions']; base: string; speech: Speech }) {
  if (!props.actions.includes('WITHDRAW_CONSENT')) return null;
  return (
    <p className="small">
      <a href={`${props.base}/consent`}>{props.speech.say('follow.consent')}</a>
    </p>
  );
}

function FileList({ files, base, speech }: { files: ResidentAppeal['files']; base: string; speech: Speech }) {
  const { say } = speech;
  return (
    <ul className="photos">
      {files.map(({ id, type, size }, at) => {
        const isPhoto = type.startsWith('image/');
        const name = say(isPhoto ? 'follow.photo' : 'follow.pdf', { n: at + 1 });
        const address = `${base}/files/${id}`;
        return (
          <li key={id}>
            {isPhoto ? (
              <img src={`${address}?size=thumb`} alt={name} width={64} height={48} loading="lazy" />
            ) : (
              <span />
            )}
            <p>
              {name}
              <br />
              <span className="muted">{sizeWords(size, speech)}</span>
            </p>
            <a href={address}>
              {say('follow.openFile')}
              <span className="unseen">{` ${name}`}</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
