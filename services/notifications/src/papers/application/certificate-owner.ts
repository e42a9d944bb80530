/** Whether a certificate's owner (`Петрова Мария Ивановна`) has the surname of an official, whatever form his name has in the directory. */
export function isOf(owner: string, official: string): boolean {
  const [surname] = wordsOf(owner);
  return surname !== undefined && wordsOf(official).includes(surname);
}

function wordsOf(name: string): readonly string[] {
  return (
    name
      .toLocaleLowerCase('ru')
      .replaceAll('ё', 'е')
      .match(/[\p{L}-]{2,}/gu) ?? []
  );
}
