import { expect, it } from '@jest/globals';
import { normaliseContact } from './contact.js';

it.each([
  ['+7 (914) 222-33-44', 'phone:79142223344'],
  ['8 914 222 33 44', 'phone:79142223344'],
  ['9142223344', 'phone:79142223344'],
  ['７９１４２２２３３４４', 'phone:79142223344'],
  ['4112 34-56-78', 'phone:74112345678'],
  ['8 (4112) 34-56-78', 'phone:74112345678'],
  ['+7 4112 345678', 'phone:74112345678'],
  ['+47 22 33 44 55', 'phone:4722334455'],
  ['+8 613 8000 0000', 'phone:861380000000'],
  ['8 (41145) 3-11-22', 'phone:74114531122'],
  [' Aytalina@Example.ORG ', 'email:aytalina@example.org'],
  ['нет', 'text:нет'],
  ['VK 79142223344', 'network:VK 79142223344'],
  ['OK user:Ab@1', 'network:OK user:Ab@1'],
])('%s is %s', (contact, normal) => expect(normaliseContact(contact)).toBe(normal));
