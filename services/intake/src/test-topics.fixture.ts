import type { Topic } from '@otklik/tenancy';

/** Of a district in tests. */
export const testTopics: readonly Topic[] = [
  {
    code: 'dorogi',
    name: 'Дороги & тротуары',
    department: 'utilities',
    questions: [
      { code: 'proezd', text: 'Мешает проезду?', options: ['Да', 'Нет'] },
      { code: 'glubina', text: 'Какая глубина?' },
    ],
  },
  { code: 'drugoe', name: 'Другое' },
];
