import type { ResidentQuestion } from '@otklik/contracts/generated/graphql';
import { isAbsent } from './absent.js';
import type { FollowPage } from './follow-page.js';

/** What the answer promised, by when, and what became of it. */
export function PromisePart({ page, question }: { readonly page: FollowPage; readonly question: ResidentQuestion }) {
  const { say, day } = page.speech;
  const { zone } = page.district;
  const { promise } = question;
  if (isAbsent(promise)) return null;
  const { until, promisedUntil, missed, keptOn, text, photo } = promise;
  const state = isAbsent(keptOn) ? (missed ? 'promise.missed' : 'promise.waits') : 'promise.kept';
  return (
    <div className={missed ? 'note wrong' : 'note'}>
      <p>
        <b>{say(state, { date: day(keptOn ?? until, zone) })}</b>
      </p>
      {until === promisedUntil ? null : <p>{say('promise.extended', { date: day(promisedUntil, zone) })}</p>}
      {isAbsent(text) ? null : <p className="said">{text}</p>}
      {isAbsent(photo) ? null : (
        <Photo address={`/${page.district.code}/follow/files/${photo}`} name={say('promise.photo')} />
      )}
    </div>
  );
}

function Photo({ address, name }: { readonly address: string; readonly name: string }) {
  return (
    <p className="photos">
      <a href={address}>
        <img src={`${address}?size=thumb`} alt={name} width={64} height={48} loading="lazy" />
      </a>
    </p>
  );
}
