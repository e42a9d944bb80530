import { expect, it } from '@jest/globals';
import { analyser, synonymsOf } from '@otklik/text-analysis';
import { russianMorphology } from '@otklik/text-analysis/morphology';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { routeProposer, type RouteRule } from './routing-rules.js';

interface DistrictFile {
  readonly topics: readonly { readonly code: string }[];
  readonly synonyms?: readonly (readonly string[])[];
  readonly routingRules: readonly RouteRule[];
}

/** Invented, as residents write; two for each topic of the samples but «Другое». */
const sentences: Readonly<Record<string, readonly [string, string]>> = {
  'vetkhoe-zhilye': [
    'Наш барак признали аварийным ещё в 2015 году, когда нас расселят?',
    'Дом сгнил, стены трещат, жить опасно, а под снос его всё не ставят',
  ],
  'zhilye-sirotam': [
    'Я из детей-сирот, мне двадцать лет, квартиру от государства так и не дали',
    'Вырос в детском доме, стою в списке на квартиру с 2019 года',
  ],
  'ochered-na-zhilye': [
    'Подскажите, какой у меня номер в очереди на получение жилья',
    'Хотим вступить в программу для молодых семей, какие документы нужны?',
  ],
  'remont-doma': [
    'После дождя течёт потолок на пятом этаже, управляющая не приезжает',
    'В подъезде разбиты окна и не моют полы уже месяц',
  ],
  otoplenie: ['Батареи еле тёплые, дома шестнадцать градусов', 'Третий день мёрзнем, ребёнок спит в куртке'],
  voda: ['С утра из крана ничего не идёт', 'Из крана течёт коричневая вода с запахом'],
  elektrichestvo: [
    'Опять вырубили свет на всей улице',
    'Лампочки мигают, сгорел холодильник из-за перепада напряжения',
  ],
  'plata-zhkh': [
    'Пришла квитанция за тепло в два раза больше прошлой',
    'Почему с меня берут долг, если я всё оплатила вовремя?',
  ],
  musor: ['Контейнеры переполнены, мешки лежат на земле', 'Мусоровоз не приезжал вторую неделю'],
  blagoustroystvo: ['Поставьте лавочки у поликлиники', 'На площадке сломаны качели, дети падают'],
  zhivotnye: ['Возле школы бегает стая псов, дети боятся', 'Собака без хозяина укусила соседку'],
  osveshchenie: ['Вечером на улице темно, столбы не горят', 'На остановке нет ни одного фонаря'],
  dorogi: ['По нашей улице не проехать, одни ухабы', 'После снегопада переулок не чистили, скорая застряла'],
  transport: ['Автобус опять не пришёл по расписанию', 'Маршрут отменили, из посёлка не уехать на работу'],
  zemlya: ['Как оформить участок под гараж?', 'Сосед передвинул забор на мой участок'],
  meditsina: ['Не могу записаться к терапевту', 'В больнице нет узкого специалиста, возят за триста километров'],
  'sotsialnaya-pomoshch': [
    'Положена ли мне помощь как многодетной матери?',
    'Маме оформили инвалидность, какие льготы есть?',
  ],
  obrazovanie: ['Когда ребёнку дадут место в садике?', 'В школе с детей собирают деньги на ремонт'],
  poryadok: ['Соседи шумят каждую ночь до трёх часов', 'У магазина постоянно пьют и ругаются'],
  'pozhary-pavodki': ['Горит лес за посёлком, дым идёт на дома', 'Река поднялась и топит огороды'],
  svyaz: ['Интернет пропадает каждый вечер', 'Телефон не ловит, связи нет во всём селе'],
};

/** Written after the rules were: 18 were caught, 17 rightly, before «нет ~ свет», «дать ~ тепло» and «обогреватель» were added. */
const others: Readonly<Record<string, string>> = {
  'vetkhoe-zhilye': 'Живём в гнилой деревяшке, пол проваливается, обещали переселить',
  'zhilye-sirotam': 'Сироте положено жильё, а мне отказывают',
  'ochered-na-zhilye': 'Мы в очереди на квартиру с девяностых, сколько ещё ждать?',
  'remont-doma': 'Лифт стоит вторую неделю, а в подъезде грязь',
  otoplenie: 'Когда дадут тепло? Сидим с обогревателями',
  voda: 'Отключили воду без предупреждения',
  elektrichestvo: 'Света нет с обеда, никто не отвечает',
  'plata-zhkh': 'Откуда в платёжке такая сумма?',
  musor: 'За гаражами навалили мусора, вывезите',
  blagoustroystvo: 'Во дворе негде детям играть, сделайте площадку',
  zhivotnye: 'Бродячие собаки разорвали кошку',
  osveshchenie: 'Фонари горят днём, а ночью нет',
  dorogi: 'Засыпьте ямы на въезде в посёлок',
  transport: 'Автобус переполнен, пустите второй',
  zemlya: 'Выделят ли землю под огород?',
  meditsina: 'Нет лекарств в аптеке по рецепту',
  'sotsialnaya-pomoshch': 'Почему задерживают детские пособия?',
  obrazovanie: 'В классе холодно, уроки не отменяют, и кормят плохо',
  poryadok: 'Во дворе собираются пьяные компании',
  'pozhary-pavodki': 'Жгут сухую траву у домов, боимся пожара',
  svyaz: 'Почта закрыта, посылку не получить',
};

const file = (path: string): string => readFileSync(new URL(`../../../../deploy/${path}`, import.meta.url), 'utf8');
const district = parse(file('districts/aldan.yaml')) as DistrictFile;
const platform = parse(file('synonyms.yaml')) as { readonly synonyms: readonly (readonly string[])[] };
const analyse = analyser(await russianMorphology());

/** What the rules make of texts with the topics that a reader gives them. */
const metBy = (rules: readonly RouteRule[], texts: readonly (readonly [topic: string, text: string])[]) => {
  const synonyms = synonymsOf([...platform.synonyms, ...(district.synonyms ?? [])], analyse);
  const propose = routeProposer(rules, { analyse, synonyms });
  const proposed = texts.map(([topic, text]) => [topic, propose({ text, channel: 'SITE' })?.topic] as const);
  return {
    caught: proposed.filter(([, of]) => of !== undefined).length,
    right: proposed.filter(([topic, of]) => topic === of).length,
  };
};
const first = Object.entries(sentences).flatMap(([topic, texts]) => texts.map((text) => [topic, text] as const));
const later = Object.entries(others);
const precise = district.routingRules.filter(({ id }) => !id.endsWith('-prosto'));

it('has sentences for each topic of the sample but «Другое»', () => {
  const topics = district.topics.map(({ code }) => code).filter((code) => code !== 'drugoe');
  expect(Object.keys(sentences).sort()).toEqual([...topics].sort());
  expect(Object.keys(others).sort()).toEqual([...topics].sort());
});

it('gives a topic to at least ten of eleven plain sentences in a district that has only the rules of the sample', () => {
  expect(metBy(precise, first)).toEqual({ caught: 12, right: 12 });
  expect(metBy(district.routingRules, first)).toEqual({ caught: 41, right: 41 });
});

it('gives one to sentences that the rules were not written for', () => {
  expect(metBy(precise, later)).toEqual({ caught: 13, right: 12 });
  expect(metBy(district.routingRules, later)).toEqual({ caught: 20, right: 19 });
});

it.each(['kuol', 'tuora'])('has the same plain words in the sample of %s, whatever its departments', (code) => {
  const plain = ({ routingRules }: DistrictFile) =>
    routingRules.filter(({ id }) => id.endsWith('-prosto')).map(({ department: _, ...rule }) => rule);
  expect(plain(parse(file(`districts/${code}.yaml`)) as DistrictFile)).toEqual(plain(district));
});

it('gives one to what goes on, as to what happened', () => {
  const goingOn = [
    ['elektrichestvo', 'У нас каждый вечер отключают свет'],
    ['elektrichestvo', 'Без предупреждения вырубают свет во всём доме'],
    ['voda', 'Каждый день отключают воду'],
  ] as const;
  expect(metBy(precise, goingOn)).toEqual({ caught: 0, right: 0 });
  expect(metBy(district.routingRules, goingOn)).toEqual({ caught: 3, right: 3 });
});
