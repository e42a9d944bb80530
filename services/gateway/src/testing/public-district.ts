import type { PublicDistrict } from '@otklik/contracts/generated/graphql';

/** A district as the residents' pages ask for it. */
export const district: PublicDistrict = {
  code: 'aldan',
  name: 'Алданский район',
  nameSah: 'Алдан оройуона',
  zone: 'Asia/Yakutsk',
  population: 38_000,
  address: 'г. Алдан, ул. Октябрьская, 1',
  hours: 'вторник, 14:00–17:00',
  phones: [{ name: 'Приёмная', phone: '8 (41145) 0-00-01' }],
  color: { light: '#2d6a4f', dark: '#4d9a78' },
  settlements: [{ code: 'tommot', name: 'г. Томмот' }],
  topics: [
    { code: 'voda', name: 'Вода', questions: [] },
    {
      code: 'dorogi',
      name: 'Дороги',
      questions: [{ code: 'proezd', text: 'Мешает ли проезду?', options: ['Да', 'Нет'] }],
    },
  ],
  consent: { version: '2026-09-01', text: 'Согласен.' },
};
