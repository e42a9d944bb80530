import { t } from '../../words/words.js';

export function QuestionCard() {
  return (
    <main className="card">
      <article className="sheet">
        <h1>{t('card.title')}</h1>
      </article>
    </main>
  );
}
