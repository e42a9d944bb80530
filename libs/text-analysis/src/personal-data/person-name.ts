import type { Lexicon } from './found.js';

const MALE = '(?:ович|евич|ьич|ыч|ич)(?:а|у|ем|ом|е|и|ей|ам)?';
const FEMALE = '(?:овн|евн|ичн|иничн)(?:а|ы|е|у|ой|ою)';
const PATRONYMIC = new RegExp(`^\\p{L}{2,}(?:${MALE}|${FEMALE})$`, 'iu');
const MIN_PATRONYMIC_LENGTH = 5;

/** In any case: «Ивановна», «Ивановны», «Петровичу». Common words end so too («основной»). */
export function isPatronymic(word: string): boolean {
  return word.length >= MIN_PATRONYMIC_LENGTH && PATRONYMIC.test(word);
}

/** Common given names by their stems, in every case: «Марии», «Мария». Short ones need the whole stem. */
const GIVEN = new RegExp(
  `^(?:${[
    'александр|алексе|альбин|алин|алл|анастаси|анатоли|андре|анжел|анн|антон|антонин|аркади|арс?ени|артур|артём|артем|айдар|айнур|борис',
    'вадим|валентин|валери|варвар|василис|васили|вер|верони?к|виктор|виктори|витали|владимир|владислав|всеволод|вячеслав',
    'галин|геннади|георги|герман|глеб|григори|дарь|дар|дамир|денис|диан|дмитри|евгени|егор|екатерин|елен|елизавет|захар|зинаид|зо|зу?льфи|иван|игор|илон',
    'ильд?|инн|иннокенти|ирин|каролин|кирилл|константин|ксени|лариса?|лариc|леонид|лид|лили|лиди|любов|людмил|магомед|максим|маргарит|марин|мари|марь|матве|милан',
    'михаил|надежд|натали|наталь|никит|никола|нин|нюргун|нюргуян|оксан|олес|олег|ольг|павл|пётр|петр|прокопи|полин|раис|рамил|регин|ренат|роман|руслан|рустам|сайаан|светлан',
    'саввин|савв|семён|семен|серге|софь|софи|станислав|степан|тамар|тарас|татьян|тимофе|тимур|уйгулан|ульян|фёдор|федор|эдуард|эльвир|эльмир|юли|юри|яков|яросл?ав|айаал|айсен|айталин|сардан|туйаар|туйар|сахай|кюнней|дьулустан|мичил|эрчим',
    'аграфен|агафь|агни|аид|алевтин|алис|ангелин|анис|антонид|ариадн|ариан|афанаси|аэлит|богдан|василин|венер|виолетт|гаврил|галь|гульнар|данил|данила|даниил|даян|динар|дин|дмитрий|евдоки|евлампи|елизар',
    'жанн|зарин|зинаид|златоми|зухр|ильшат|ильмир|илья|инг|инесс|ипполит|искандер|камил|капитолин|карин|кир|клавди|клар|климент|кристин|кузьм|ламар|лаврент|лейл|ленар|лилиан|лир|лолит|луиз|лукерь|майя|май|макар|марк|марат|марф|матрён|матрен|мелани|мил|мирон',
    'мотрён|мотрен|наргиз|наум|нелл|никифор|ник|нонн|ньургун|нюргустан|октябрин|пелаге|платон|прасковь|радик|радислав|рафаил|рашид|ренат|риз|римм|родион|розали|роз|роксан|рост|ростислав|савели|саргылан|севд|севил|серафим|снежан|спиридон|таиси|тамерлан|терент|тимоф|тит',
    'ульян|урсул|устин|фаин|фари|фарид|фатим|федот|феодоси|филипп|флор|харитон|хасан|шамиль|шамил|эвелин|эдит|эле?онор|эльза|эльз|эмили|эмм|эрик|эрнест|юлиан|ян|ярослав|айыын|айын|нарыйа|уйгу|сандаар|саяр|дайаан|алгыс|арчын|ньургуйаан|кэскил|сайын',
  ].join('|')})(?:|а|я|и|ы|у|ю|е|й|ь|ой|ей|ою|ею|ом|ем|ём|ия|ии|ию|ией|ю|ье|ьи|ья|ью|ьей)$`,
  'iu',
);

export function isGivenName(word: string): boolean {
  return GIVEN.test(word) || word === 'Илья' || word === 'Павел' || word === 'Лев';
}

/** Short forms; alone they are rivers and common words, too. */
export function isShortName(word: string): boolean {
  return /^(?:вас|саш|маш|наташ|лен|тан|кат|дим|вов|волод|сер[её]ж|жен|паш|миш|гриш|гал|ол|юл|ир|нат|над|люб|люд|рит|вал|том|зин|тол|кол|пет|вит|витал|слав|стас|макс|кост|ден|ань|ксюш|даш|насть|настюш|пол)(?:а|я|и|ы|у|ю|е|ей|ой|ик|ика)$/iu.test(
    word,
  );
}

/** A word of a name without its ending: «Громовой» and «Громова» are one. */
export function nameStem(word: string): string {
  const plain = word.toLowerCase().replaceAll('ё', 'е');
  return plain.slice(0, Math.max(3, plain.length - 3));
}

const POSSESSIVE = /^(?<base>\p{L}{2,}(?:ов|ев|ёв|ин|ын))(?:а|у|(?<adjectival>ым|ой|ою|ы|ых|ыми)|е)?$/iu;
const INVARIABLE = /^\p{L}{3,}(?:енко|чук|щук|швили|дзе)$/iu;
/** Towns that end as surnames do. */
const TOWNS = /^(?:ростов|киров|саратов|тамбов|псков|азов|чернов(?:цы)|берлин|остров|покров|львов)(?:а|у|е|ом)?$/iu;
const ONE = /^(?:один|одн(?:а|о|ой|у|ою|им|ом|ого|ому))$/iu;

/**
 * «Петров», «Слепцовой», «Шевченко»: ends so, and is no common word. Possessive adjectives («петрова») are surnames; of
 * those that end alike the common ones are recognised by their full form: «новой» has «новая», «петровой» none.
 */
export function isSurnameLike(word: string, lexicon: Lexicon): boolean {
  const parts = lexicon(word);
  if (INVARIABLE.test(word)) return true;
  const { base, adjectival } = POSSESSIVE.exec(word)?.groups ?? {};
  if (base === undefined || TOWNS.test(word) || ONE.test(word)) return false;
  if (parts.some((part) => part !== 'ADJF')) return false;
  return adjectival === undefined || lexicon(`${base}ая`).length === 0;
}

/** The commonest surnames that are nouns as well («волков» is «волк», too): only a capital within a sentence tells. */
const SURNAMES_AND_NOUNS = new RegExp(
  `^(?:${[
    'волк|козл|сокол|орл|баран|виноград|комар|жук|бык|кот|ерш|крыл|мельник|поляк|гром|мороз|третьяк|рыбак|плотник|колесник',
    'казак|карп|сом|рак|моряк|кузнец|поп|новик|корол|пономар|кулик|дрозд|тарас|гончар|бондар|столяр|рыба|сахар|бел|черн|красн',
  ].join('|')})(?:ов|ёв|ев|к?ин)(?:а|у|ым|ой|е)?$`,
  'iu',
);

export function isSurnameAndNoun(word: string): boolean {
  return SURNAMES_AND_NOUNS.test(word);
}

/** By its ending alone, whatever the dictionary says: «мельников виктор афанасьевич». */
export function endsAsSurname(word: string): boolean {
  return /^\p{L}{2,}(?:(?:ов|ев|ёв|ин|ын)(?:а|у|ым|ой|е|ы)?|[сц]к(?:ий|ая|ого|ой|ому|ую|им|ом)|енко|ук|юк|ян|дзе)$/iu.test(
    word,
  );
}

/** Creatures and things of everyday appeals, in the form of a surname: «волков», «комаров». */
const EVERYDAY =
  /^(?:волк|комар|рыбак|мороз|моряк|кот|бык|жук|баран|дрозд|рак|карп|сом|сокол|орл|козл|бел|черн|красн|нов)/iu;

/** A surname that the dictionary has as the genitive of a noun («слепцов», «протодьяконов»), but for what appeals are about. */
export function isSurnameForm(word: string): boolean {
  return (
    !EVERYDAY.test(word) &&
    (isSurnameAndNoun(word) || /^(?:протодьякон|слепц|иерей|князе|боярин|архиере)\p{L}*$/iu.test(word))
  );
}
