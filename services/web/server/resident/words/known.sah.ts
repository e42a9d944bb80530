/** Texts of what the administration knows of. */
export const known = {
  'known.title': 'Биһиги билэбит',
  'known.more': 'Өссө тугу билэбит: {count}',
  'known.everywhere': 'Оройуон барыта',
  'known.times': '{changed} саҥардыллыбыт. {until} диэри көрдөрөбүт.',
  'known.other': 'Атын эбэтэр ордук куһаҕан буоллаҕына, суруй: ааҕыахпыт, эппиэттиэхпит.',
};
