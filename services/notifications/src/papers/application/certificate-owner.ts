/**
 * Whether a certificate's owner (`Петрова Мария Ивановна`) is the official of that name. In the directory the surname is first or last
 * (`Петрова Мария`, `Мария Петрова`, `М. И. Петрова`): at which end it is, the first letter of the given name at its side says.
 */
export function isOf(owner: string, official: string): boolean {
  const [surname, given] = wordsOf(owner);
  const [first, second, ...more] = wordsOf(official);
  if (surname === undefined || first === undefined) return false;
  if (second === undefined) return surname === first;
  const isGiven = (word: string): boolean => given === undefined || word[0] === given[0];
  const last = more.at(-1) ?? second;
  return (surname === first && isGiven(second)) || (surname === last && isGiven(first));
}

function wordsOf(name: string): readonly string[] {
  return (
    name
      .toLocaleLowerCase('ru')
      .replaceAll('ё', 'е')
      .match(/[\p{L}-]+/gu) ?? []
  );
}
