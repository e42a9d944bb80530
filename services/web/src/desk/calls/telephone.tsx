import type { CalledPerson } from '../../frame/person.js';
import { Button } from '../../parts/button.js';
import { timeOfDay } from '../../parts/dates.js';
import { Problem } from '../../parts/problem.js';
import { t } from '../../words/words.js';

export function Telephone({ person, number }: { readonly person: CalledPerson; readonly number: string }) {
  const { applicant, openedAt } = person;
  if (openedAt === undefined) {
    return (
      <div className="phone">
        <Button keys="KeyO" onPress={person.open}>
          {t('calls.openPerson')}
        </Button>
        <span className="muted">{t('calls.willBeRecorded')}</span>
      </div>
    );
  }
  if (person.problem) return <Problem problem={person.problem} onAgain={person.open} />;
  if (!person.isLoaded) return <p className="muted">{t('frame.loading')}</p>;
  const telephone = applicant?.contact ?? applicant?.phone;
  return (
    <p className="phone">
      {telephone ? <a href={`tel:${telephone.replace(/[^\d+]/gu, '')}`}>{telephone}</a> : t('calls.noContact')}
      <span className="muted">{t('calls.openedAt', { time: timeOfDay(openedAt), number })}</span>
    </p>
  );
}
