import { useDistrict } from '../../frame/district.js';
import { useViewer } from '../../frame/viewer.js';
import { dayIn, longDate } from '../../parts/dates.js';
import { language, t } from '../../words/words.js';
import { wordsOf } from '../../frame/queue/notice-words.js';
import type { CallRow } from './calls.js';

/** The first two steps: what to say first, and the answer to be read aloud. */
export function Words({ row, name }: { readonly row: CallRow; readonly name: string | undefined }) {
  const { name: district, zone } = useDistrict();
  const { name: official } = useViewer();
  const { answer, question } = row;
  return (
    <>
      <section>
        <h3>
          <span className="num">1</span> {t('calls.step1')}
        </h3>
        <p className="read">
          {t('calls.greeting', { official, district })} {name && t('calls.isIt', { name })}{' '}
          {question &&
            t('calls.about', {
              date: longDate(dayIn(zone, question.appeal.receivedAt), language),
              topic: question.topic?.name ?? question.excerpt?.slice(0, 80) ?? '',
            })}
        </p>
      </section>
      <section>
        <h3>
          <span className="num">2</span> {t('calls.step2')}
        </h3>
        <blockquote className="aloud">
          {(answer ?? wordsOf(row)).split(/\n+/u).map((paragraph, index) => (
            <p key={index}>{paragraph}</p>
          ))}
        </blockquote>
      </section>
    </>
  );
}
