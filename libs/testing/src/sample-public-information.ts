/** The `public` part of a district that shows the residents no more than it must. */
export const samplePublicInformation = {
  population: 1_000,
  address: 'ул. Первая, 1',
  hours: 'по записи',
  phones: [{ name: 'Приёмная', phone: '8 (000) 000-00-00' }],
  colour: { light: '#2d6a4f', dark: '#4d9a78' },
  consent: { version: '2026-09-01', text: 'Согласен на обработку персональных данных.' },
};
