/** Texts of what the administration knows of. */
export const known = {
  'known.title': 'We know of it',
  'known.more': 'What else we know of: {count}',
  'known.everywhere': 'The whole district',
  'known.times': 'Changed {changed}. Shown until {until}.',
  'known.other': 'If yours is another matter, or worse, write: it is read and answered.',
};
