import type { ColumnSet } from '../../old-journal/domain/journal-columns.js';

/**
 * The set of columns «ПОС». The platform publishes no format of its lists: these are the words by which a list out of its cabinet may be
 * expected to name them, and an operator names others himself. Nothing is guessed from what a column has.
 */
export const POS_COLUMNS: ColumnSet = {
  titles: [
    ['DUE', /срок|ответить до|план[а-яё]* дат|дата[а-яё. ]*план/],
    ['ANSWER_DATE', /дата[а-яё. ]*(ответ|закр|решен|исполн)/],
    ['RESULT', /ответ|результат|решени/],
    ['STATE', /статус|состояни|этап/],
    ['SOURCE', /источник|канал|способ[а-яё ]*подач|откуда/],
    ['DATE', /дата[а-яё. /]*(созд|подач|пост|рег|направл|получ|сообщ|обращ)|создан|(созд|подач|сообщ)[а-яё. ]*дата/],
    ['NUMBER', /(№|номер|id|идентификатор)[а-яё. ]*(сообщ|обращ|заявк|пос)|(сообщ|обращ|заявк)[а-яё. ]*(№|номер|id)/],
    ['APPLICANT', /ф\.? ?и\.? ?о|заявител|автор|отправител|граждан/],
    ['CONTACT', /телефон|^тел\.?($| )|контакт|e-?mail|эл[а-яё.]* ?почт/],
    ['PLACE', /адрес|место|населенн|координат/],
    ['TOPIC', /категори|темат|^тема|рубрик/],
    ['TEXT', /текст|описани|содержан|суть|^сообщение$/],
    ['NUMBER', /^(№|номер|id)\.?$/],
    ['DATE', /^дата/],
  ],
  needed: ['NUMBER', 'DATE', 'TEXT'],
  isByContent: false,
};
