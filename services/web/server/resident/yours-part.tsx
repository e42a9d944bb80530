import type { ResidentAppeal } from '@otklik/contracts/generated/graphql';
import { isAbsent } from './absent.js';
import type { FollowPage } from './follow-page.js';
import { FileList } from './file-list.js';
import { PlacePart, TopicAnswers } from './place-part.js';
import type { Speech } from './words/index.js';

/** What the resident wrote, added and attached, and what may still be done with it. */
export function Yours({ appeal, speech, district }: FollowPage) {
  const { say, day } = speech;
  const { text, supplements, place, chosenTopic, topicAnswers, files, allowedActions } = appeal;
  const base = `/${district.code}/follow`;
  return (
    <section className="part">
      <h2>{say('follow.yours')}</h2>
      <p className="said">{text ?? say('follow.erased')}</p>
      {isAbsent(chosenTopic) ? null : <p className="small">{say('follow.topic', { topic: chosenTopic.name })}</p>}
      <TopicAnswers answers={topicAnswers} />
      <PlacePart place={place} speech={speech} />
      {supplements.map((supplement) => (
        <div key={supplement.at}>
          <p className="small">{say('follow.added', { date: day(supplement.at, district.zone) })}</p>
          <p className="said">{supplement.text ?? say('follow.erased')}</p>
          {supplement.replies.map((reply) => (
            <div key={reply.at}>
              <p className="small">{say('follow.replied', { date: day(reply.at, district.zone) })}</p>
              <p className="said">{reply.text ?? say('follow.erased')}</p>
            </div>
          ))}
        </div>
      ))}
      {files.length === 0 ? null : <FileList files={files} page={{ district, speech }} />}
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
        {/* The server's header makes it a file; the page that asks for number and code again must not become one. */}
        <a href={`${base}/data`}>{say('copy.get')}</a>
        <br />
        {say('copy.hint')}
      </p>
    </section>
  );
}

function ConsentLink(props: { actions: ResidentAppeal['allowedActions']; base: string; speech: Speech }) {
  if (!props.actions.includes('WITHDRAW_CONSENT')) return null;
  return (
    <details className="small">
      <summary>{props.speech.say('follow.noConsent')}</summary>
      <p>
        <a href={`${props.base}/consent`}>{props.speech.say('follow.consent')}</a>
      </p>
    </details>
  );
}
