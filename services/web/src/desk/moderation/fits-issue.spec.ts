import { describe, expect, it } from '@jest/globals';
import { fitsIssue, type IssueMatter } from './fits-issue.js';

const issue: IssueMatter = {
  title: 'Нет горячей воды: Алдан',
  text: 'Авария на теплотрассе. Работает бригада, воду дадут сегодня до 22:00.',
  topics: ['HEATING'],
  settlements: ['ALDAN'],
  words: [],
};
const message = { text: 'С утра нет горячей воды, что случилось?', settlement: 'ALDAN', topic: 'HEATING' };

describe('a message is proposed to be joined to a known issue', () => {
  it('by its place and its topic', () => {
    expect(fitsIssue(issue, message)).toBe(true);
    expect(fitsIssue({ ...issue, settlements: [] }, message)).toBe(true);
  });

  it('and not where it is of another place or topic', () => {
    expect(fitsIssue(issue, { ...message, settlement: 'TOMMOT' })).toBe(false);
    expect(fitsIssue(issue, { ...message, topic: 'ROADS' })).toBe(false);
  });

  it('by its words where its topic is not known', () => {
    expect(fitsIssue(issue, { ...message, settlement: undefined, topic: undefined })).toBe(true);
    const other = { text: 'Когда починят светофор на перекрёстке?', settlement: undefined, topic: undefined };
    expect(fitsIssue(issue, other)).toBe(false);
  });

  it('by a word that the issue names, in any case', () => {
    const named = { ...issue, words: ['вод'] };
    expect(fitsIssue(named, message)).toBe(true);
    expect(fitsIssue(named, { ...message, text: 'Холодные батареи.' })).toBe(false);
  });

  it('and not where it names another street', () => {
    const there = { ...issue, title: 'Нет воды: Ленина, 5' };
    expect(fitsIssue(there, { ...message, text: 'Нет воды, Быкова, 7' })).toBe(false);
  });
});
