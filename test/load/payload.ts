/** About 560 bytes of JSON with Cyrillic text: an appeal as the benches store it. Invented. */
export const appealPayload = {
  text: 'На улице Ленина напротив дома 12 вторую неделю не работает освещение, вечером ничего не видно, дети идут из школы в темноте. '.repeat(
    2,
  ),
  place: 'Алдан, ул. Ленина, 12',
  channel: 'SITE',
  theme: 'освещение',
};
