/** Texts of what the administration knows of. */
export const known = {
  'known.title': 'Мы знаем',
  'known.more': 'Что ещё знаем: {count}',
  'known.everywhere': 'Весь район',
  'known.times': 'Обновлено {changed}. Показываем до {until}.',
  'known.other': 'Если у вас другое или хуже, напишите: прочитаем и ответим.',
};
